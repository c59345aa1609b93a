"""Histories of mutated pages, for git fast-import."""

import random
from typing import NamedTuple

from far_touches import changed_part, touch
from mutations import NOTHING
from pages import Page
from repositories import git


class Pair(NamedTuple):
    """A source and its translation, both as text."""

    path: str  # Below the language's folder.
    source: str
    translation: str


class Case(NamedTuple):
    """A pair and one mutation of it."""

    pair: Pair
    mutated: str
    touched: str  # The translation with one word changed.


def make_cases(mutation, pages, pairs, seed):
    """The pairs that the mutation applies to."""
    cases = []
    for page, pair in zip(pages, pairs):
        rng = random.Random(f"{pair.path} {mutation.name} {seed}")
        lines = mutation.change(page, rng)
        if lines is None or lines == page.lines and mutation is not NOTHING:
            continue
        where = changed_part(page.lines, lines) if mutation.needed else None
        touched = touch(pair.translation, where, rng)
        if touched is not None:
            cases.append(Case(pair, "\n".join(lines), touched))
    return cases


class LosingCase(NamedTuple):
    """A pair and the versions of both pages after the start."""

    pair: Pair
    versions: list


def make_losing_cases(losing, pages, pairs, seed):
    """The pairs that a way of losing applies to."""
    cases = []
    for page, pair in zip(pages, pairs):
        translation = Page(pair.path, pair.translation)
        translation.bank = page.bank
        rng = random.Random(f"{pair.path} {losing.name} {seed}")
        versions = losing.play(page, translation, rng)
        if versions and any(one != (pair.source, pair.translation) for one in versions):
            cases.append(LosingCase(pair, versions))
    return cases


class Stream:
    """Commits for git fast-import."""

    def __init__(self, language):
        self.language = language
        self.parts = []
        self.time = 1_600_000_000

    def path(self, language, pair):
        return f"content/{language}/{pair.path}"

    def commit(self, branch, start, files):
        """A commit with these (path, text), after `start` if that is not None."""
        self.time += 3600
        self.parts.append(f"commit refs/heads/{branch}\nmark :{self.time}\n"
                          f"committer A Writer <writer@site.example> {self.time} +0000\n"
                          f"data 7\nChange\n\n".encode())
        if start:
            self.parts.append(f"from :{start}\n".encode())
        for path, text in files:
            if text is None:
                self.parts.append(f'D "{path}"\n'.encode())
                continue
            data = text.encode()
            self.parts.append(f'M 100644 inline "{path}"\ndata {len(data)}\n'.encode() + data)
            self.parts.append(b"\n")
        return self.time

    def start(self, pairs):
        return self.commit("start", None, [
            (self.path(language, pair), text) for pair in pairs
            for language, text in (("en", pair.source), (self.language, pair.translation))])

    def mutate(self, mutation, start, cases, pairs):
        """The mutation's branches, one for each way."""
        mutated = [(self.path("en", case.pair), case.mutated) for case in cases]
        touched = [(self.path(self.language, case.pair), case.touched) for case in cases]
        behind = self.commit(mutation.branch("behind"), start, mutated)
        self.commit(mutation.branch("touched"), behind, touched)
        paths = {case.pair.path for case in cases}
        rest = [(self.path(self.language, pair), pair.translation) for pair in pairs
                if pair.path in paths]
        self.commit(mutation.branch("squashed"), None, mutated + rest)

    def lose(self, losing, start, cases):
        """The branch of a way of losing: a commit for each further version, of all its cases."""
        at = start
        for version in range(max(len(case.versions) for case in cases)):
            files = [(self.path(language, case.pair), text)
                     for case in cases if version < len(case.versions)
                     for language, text in zip(("en", self.language), case.versions[version])]
            at = self.commit(losing.branch(), at, files)

    def write(self, repository):
        git(".", "init", "--quiet", "--bare", "--initial-branch=start", repository)
        git(repository, "fast-import", "--quiet", stdin=b"".join(self.parts))
