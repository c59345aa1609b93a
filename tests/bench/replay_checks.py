#!/usr/bin/python3
"""Replays the check over the pull requests of the reference data, and prints how many fail.

    tests/bench/replay_checks.py --program build/release/l10n-drift
    tests/bench/replay_checks.py --program build/release/l10n-drift --show

A pull request is a merge into `main` or into a milestone branch whose second parent changes Korean
pages since the two parents parted. It is checked as it would have been on the day of the merge: the
branch is the second parent, and the target the first. The newest sources are those of the target; of
a pull request into a milestone also, in rows of their own, those of `main` on that day.

docs/checking-replayed.md tells of twenty that fail and of twenty that pass whether that is right,
judged by the texts of both pages. They are drawn by a hash of the merge, so that the sample changes
no more than what the program says; what is not judged is listed, and counts as wrong. --show prints
what the program says of it.

It takes ten minutes on two cores. The exit status is 0 if all limits hold, 1 if one does not, 2 if
something went wrong, and 77 if there is no reference data to measure on.
"""

import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from typing import NamedTuple

from complaints import tables
from detection import LANGUAGE, ROOT, SHARED, SKIPPED
from repositories import clean_environment, git
from table import to_markdown

PAGES, SOURCES = f"content/{LANGUAGE}", "content/en"
JUDGED = ROOT / "docs/checking-replayed.md"
SAMPLE = 20
SEED = "1"
FEW_LINES = 6  # Changed in a pull request that mends a typo.
MANY_PAGES = 20
MOST_TYPO_FIXES, LEAST_USEFUL = 0.03, 0.85
KINDS = ("typo fix", "update", "new pages", "moved pages", "source, too", "many pages",
         "a milestone")
MILESTONE = re.compile(r"kubernetes[/:]dev-")


class Pull(NamedTuple):
    """A pull request, by its merge."""

    merge: str
    target: str  # The merge's first parent,
    head: str    # and its second.
    into: str    # "main" or "milestones".
    kind: str
    main: str    # The trunk as it was on that day.


class Checked(NamedTuple):
    """What the check says of a pull request."""

    pull: Pull
    base: str  # "target" or "main": whose sources count.
    report: dict

    def fails(self):
        return self.report["failures"] > 0

    def key(self):
        """What stands in the tables of the judgement."""
        return self.pull.merge[:12], self.base

    def rank(self):
        return hashlib.sha256("\0".join((SEED, *self.key())).encode()).hexdigest()


class Reference:
    """The history of the reference data."""

    def __init__(self, repository):
        self.repository = repository
        self._trunk = [line.split() for line in
                       self._lines("log", "--first-parent", "--format=%H %ct", "main")]
        self._on_trunk = {commit for commit, _ in self._trunk}

    def _lines(self, *arguments):
        return git(self.repository, *arguments).decode(errors="replace").splitlines()

    def pulls(self):
        """All pull requests, each once."""
        milestones = self._lines("for-each-ref", "--format=%(refname:short)", "refs/heads/dev-*")
        found = {}
        for into, commits in [("main", "main"), *(("milestones", f"cut/{name}..{name}")
                                                  for name in milestones)]:
            for line in self._lines("log", "--first-parent", "--merges",
                                    "--format=%H%x09%P%x09%ct%x09%s", commits):
                merge, parents, time, subject = line.split("\t", 3)
                is_trunks = into != "main" and merge in self._on_trunk
                if merge not in found and not is_trunks and len(parents.split()) == 2:
                    found[merge] = self._pull(merge, parents.split(), into, int(time), subject)
        return [pull for pull in found.values() if pull]

    def _pull(self, merge, parents, into, time, subject):
        changes = f"{parents[0]}...{parents[1]}"
        counts = [line.split("\t") for line in
                  self._lines("diff", "--numstat", "-M", changes, "--", PAGES)]
        if not counts:
            return None
        main = next(commit for commit, then in self._trunk if int(then) <= time)
        return Pull(merge, *parents, into, self._kind(changes, counts, subject), main)

    def _kind(self, changes, counts, subject):
        states = [line[0] for line in
                  self._lines("diff", "--name-status", "-M", changes, "--", PAGES)]
        lines = sum(int(count) for added, removed, _ in counts
                    for count in (added, removed) if count != "-")
        if MILESTONE.search(subject):
            return "a milestone"
        if len(counts) > MANY_PAGES:
            return "many pages"
        if self._lines("diff", "--name-only", changes, "--", SOURCES):
            return "source, too"
        if "A" in states:
            return "new pages"
        if set(states) & {"R", "D"}:
            return "moved pages"
        return "typo fix" if lines <= FEW_LINES else "update"


def check(program, repository, pull, base):
    command = [program, "check", "-C", os.fspath(repository), "--branch", pull.head, "--format",
               "json", "--target", pull.target,
               "--base", pull.target if base == "target" else pull.main]
    done = subprocess.run(command, capture_output=True, env=clean_environment(), check=False)
    if done.returncode not in (0, 1):
        raise subprocess.CalledProcessError(done.returncode, command, done.stdout, done.stderr)
    return Checked(pull, base, json.loads(done.stdout))


def check_all(program, reference):
    asked = [(pull, base) for pull in reference.pulls()
             for base in (("target",) if pull.into == "main" else ("target", "main"))]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda ask: check(program, reference.repository, *ask), asked))


def rate(checked):
    failed = sum(one.fails() for one in checked)
    return failed, len(checked), failed / len(checked) if checked else 0


def rate_rows(checked):
    """For each kind of pull request, where it goes and whose sources count."""
    groups = collections.defaultdict(list)
    for one in checked:
        groups[KINDS.index(one.pull.kind), one.pull.into, one.base].append(one)
    for (kind, into, base), members in sorted(groups.items()):
        failed, count, part = rate(members)
        yield KINDS[kind], into, base, str(count), str(failed), f"{100 * part:.1f} %"


def draw(checked, fails):
    return sorted((one for one in checked if one.fails() == fails), key=Checked.rank)[:SAMPLE]


def judgements(text):
    """Merge and base to whether the outcome is right, out of all tables that tell of that."""
    return {tuple(row[:2]): row[3] == "right" for rows in tables(text) for row in rows
            if len(row) == 5}


def limit_rows(checked, judged):
    """What is measured against a limit; the last cell tells whether it holds."""
    failed, count, part = rate([one for one in checked if one.pull.kind == "typo fix"])
    yield ("typo fixes that fail", f"{failed}/{count} = {part:.3f}",
           f"at most {MOST_TYPO_FIXES:.2f}", "yes" if part <= MOST_TYPO_FIXES else "no")
    for fails, name, least in ((True, "failures that the author would act on", LEAST_USEFUL),
                               (False, "passes that are right", None)):
        sample = draw(checked, fails)
        right = sum(judged.get(one.key(), False) for one in sample)
        part = right / len(sample) if sample else 1
        holds = "" if least is None else "yes" if part >= least else "no"
        yield (name, f"{right}/{len(sample)} = {part:.3f}",
               "" if least is None else f"at least {least:.2f}", holds)


def describe(one):
    lines = [f"not judged yet: {one.pull.merge[:12]} {one.base} ({one.pull.kind}, into "
             f"{one.pull.into}), {'fails' if one.fails() else 'passes'}"]
    for finding in one.report["findings"]:
        lines.append(f"  {finding['level']} {finding['kind']} {finding['translation']}")
        for place, stale in zip(finding["places"], finding["stale"]):
            lines.append(f"    {place} {stale['change']} {stale['kind']} source "
                         f"{stale['source_lines']} translation {stale['translation_lines']}")
    return "\n".join(lines)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="a release build of l10n-drift")
    parser.add_argument("--bundle", default=SHARED / "corpora/kubernetes-website.bundle",
                        help="the reference data (%(default)s)")
    parser.add_argument("--show", action="store_true",
                        help="print what is said of what is not judged")
    parser.add_argument("--json", help="write all that the check says to this file")
    return parser.parse_args()


def measure(arguments):
    with tempfile.TemporaryDirectory() as scratch:
        repository = pathlib.Path(scratch) / "reference.git"
        git(".", "clone", "--quiet", "--bare", os.path.abspath(arguments.bundle), repository)
        return check_all(os.path.abspath(arguments.program), Reference(repository))


def main():
    arguments = parse_arguments()
    if not pathlib.Path(arguments.bundle).is_file():
        print(f"replay_checks.py: skipped, as there is no reference data at '{arguments.bundle}'")
        return SKIPPED
    try:
        checked = measure(arguments)
        judged = judgements(JUDGED.read_text()) if JUDGED.is_file() else {}
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"replay_checks.py: error: {error}", file=sys.stderr)
        return 2
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps(
            [{**one.pull._asdict(), "base": one.base, "report": one.report} for one in checked]))
    print(to_markdown(("Pull request", "Into", "Sources of", "Checked", "Fail", "Rate"),
                      rate_rows(checked)))
    limits = list(limit_rows(checked, judged))
    print(to_markdown(("Measure", "Figure", "Limit", "Holds"), limits))
    for one in draw(checked, True) + draw(checked, False):
        if one.key() not in judged:
            print(describe(one) if arguments.show else describe(one).splitlines()[0])
    return 1 if any(row[3] == "no" for row in limits) else 0


if __name__ == "__main__":
    sys.exit(main())
