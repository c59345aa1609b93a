"""Histories of mutated pages, for git fast-import."""

import random
from typing import NamedTuple

from far_touches import changed_part, touch
from mutations import NOTHING
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

    def write(self, repository):
        git(".", "init", "--quiet", "--bare", "--initial-branch=start", repository)
        git(repository, "fast-import", "--quiet", stdin=b"".join(self.parts))
