"""What the program says of mutated pages, counted and printed."""

import collections
import difflib
import json
import os
import subprocess

from bank import Bank
from losing import LOSING
from mutation_histories import Stream, make_cases, make_losing_cases
from mutations import NOTHING
from pages import Page
from repositories import clean_environment

REPORTED = ("outdated", "partially_updated")


def ask(program, repository, language, branch):
    """What the program says of each translation, by path."""
    command = [program, "-C", os.fspath(repository), "--base", branch, "--branch", branch,
               "--lang", language, "--format", "json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=clean_environment())
    return {one["translation"]: one for one in json.loads(done.stdout)["files"]}


def is_reported(way, said):
    if way == "behind":
        return said["status"] in REPORTED and said["severity"] == "substantive"
    return said["status"] in REPORTED


class Counts:
    """Pages that are reported, of how many, by mutation."""

    def __init__(self):
        self.reported = collections.Counter()
        self.asked = collections.Counter()

    def add(self, mutation, reported):
        self.asked[mutation] += 1
        self.reported[mutation] += reported

    def share(self, mutation):
        return self.reported[mutation] / self.asked[mutation]

    def overall(self):
        """Precision, recall and F1."""
        right = sum(self.reported[one] for one in self.asked if one.needed)
        said = sum(self.reported.values())
        needed = sum(count for one, count in self.asked.items() if one.needed)
        precision, recall = right / max(said, 1), right / max(needed, 1)
        return precision, recall, 2 * right / max(said + needed, 1)


class Language:
    """All mutations of the pairs of one language, in a repository of its own."""

    def __init__(self, arguments, language, pairs, repository):
        self.arguments = arguments
        self.language = language
        self.pairs = pairs
        self.repository = repository
        pages = [Page(pair.path, pair.source) for pair in pairs]
        bank = Bank(pages)
        for page in pages:
            page.bank = bank
        self.cases = {mutation: cases for mutation in arguments.mutations
                      if (cases := make_cases(mutation, pages, pairs, arguments.seed))}
        self.losing = {losing: cases for losing in LOSING
                       if (cases := make_losing_cases(losing, pages, pairs, arguments.seed))}

    def make(self):
        stream = Stream(self.language)
        start = stream.start(self.pairs)
        for mutation, cases in self.cases.items():
            stream.mutate(mutation, start, cases, self.pairs)
        for losing, cases in self.losing.items():
            stream.lose(losing, start, cases)
        stream.write(self.repository)

    def measure(self, way):
        """Prints what one way gives, failures first."""
        counts, whole, silent = Counts(), Counts(), Counts()
        loud = self.loud_pages(way)
        shown = 0
        for mutation, cases in self.cases.items():
            said = ask(self.arguments.program, self.repository, self.language,
                       mutation.branch(way))
            for case in cases:
                answer = said[f"content/{self.language}/{case.pair.path}"]
                reported = is_reported(way, answer)
                counts.add(mutation, reported)
                if way != "squashed" or mutation.shows or not mutation.needed:
                    whole.add(mutation, reported)
                    if case.pair.path not in loud:
                        silent.add(mutation, reported)
                        shown += self.show(way, mutation, case, answer, shown)
        self.print_table(way, counts, whole, silent, len(loud))

    def measure_losing(self):
        """The same of the histories in which the translation loses something."""
        counts, silent = Counts(), Counts()
        loud = self.loud_pages("touched")
        shown = 0
        for losing, cases in self.losing.items():
            said = ask(self.arguments.program, self.repository, self.language, losing.branch())
            for case in cases:
                answer = said[f"content/{self.language}/{case.pair.path}"]
                reported = is_reported("losing", answer)
                counts.add(losing, reported)
                if case.pair.path not in loud:
                    silent.add(losing, reported)
                    if reported != losing.needed and shown < self.arguments.show:
                        shown += 1
                        print(f"--- losing: {losing.name}: content/{self.language}/"
                              f"{case.pair.path}")
                        for version in case.versions:
                            print_change(case.pair.translation, version[1] or "", "translation")
                        print(f"  said: {json.dumps(answer['stale'], ensure_ascii=False)}\n")
        self.print_table("losing", counts, counts, silent, len(loud))

    def loud_pages(self, way):
        """Pages that are reported though nothing changes."""
        if NOTHING not in self.cases:
            return set()
        said = ask(self.arguments.program, self.repository, self.language, NOTHING.branch(way))
        return {case.pair.path for case in self.cases[NOTHING]
                if is_reported(way, said[f"content/{self.language}/{case.pair.path}"])}

    def show(self, way, mutation, case, answer, shown):
        """Prints a failure, if this is one and there is room: how many were printed."""
        if is_reported(way, answer) == mutation.needed or shown >= self.arguments.show:
            return 0
        print(f"--- {way}: {mutation.name}: content/{self.language}/{case.pair.path}")
        print_change(case.pair.source, case.mutated, "source")
        if way == "touched":
            print_change(case.pair.translation, case.touched, "translation")
        said = {key: answer.get(key) for key in ("status", "severity", "alignment", "stale")}
        print(f"  said: {json.dumps(said, ensure_ascii=False)}\n")
        return 1

    def print_table(self, way, counts, whole, silent, loud):
        print(f"## {self.language}, {way}, {len(self.pairs)} pages\n")
        print("| Mutation | Needed | Pages | Reported | Share |\n| --- | --- | --- | --- | --- |")
        for mutation in counts.asked:
            print(f"| {mutation.name} | {'yes' if mutation.needed else 'no'} "
                  f"| {counts.asked[mutation]} | {counts.reported[mutation]} "
                  f"| {counts.share(mutation):.3f} |")
        for name, some in (("all pages", whole),
                           (f"without {loud} that are reported with no change", silent)):
            precision, recall, f1 = some.overall()
            print(f"\n{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
        print()


def print_change(old, new, name):
    """The changed lines, a few of them."""
    lines = list(difflib.unified_diff(old.split("\n"), new.split("\n"), name, name, n=0,
                                      lineterm=""))[2:]
    for line in lines[:12]:
        print(f"  {name}: {line[:400]!r}" if line.endswith(("\r", " ")) else
              f"  {name}: {line[:400]}")
    if len(lines) > 12:
        print(f"  {name}: ... {len(lines) - 12} more lines")
