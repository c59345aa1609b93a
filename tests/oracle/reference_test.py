#!/usr/bin/python3
"""Holds l10n-drift against the known answers of the reference data, and against git there.

Arguments: the program, the bundle and, if it is built, the probe of the rename detection, which is
called as `PROBE REPO REV_A REV_B SOURCE_ROOT` and prints a line `SIMILARITY<tab>FROM<tab>TO` for
each rename.
"""

import argparse
import contextlib
import datetime
import json
import re
import subprocess
import sys

import looked_into
from comparison import Comparison
from history import clean_environment, git
from known_answers import CUT, KNOWN_ANSWERS, misfits
from known_stale import LEAST_OUTDATED, MOST_OTHERS, KnownStale
from reference_data import add_path_filters, clone_of
from repository_history import RepositoryHistory
from rule import Rule

RENAMES_OF_GIT = 114  # By `git diff -z -M50% -l0` between the consecutive cuts.
RENAMES_TO_FIND = 110
HEADER_LINES = 4  # Of a diff: "diff", "index", "---" and "+++".
DIFF_STEP = 8  # Each diff walks the history, so that not all are looked at.


def run(command):
    """The standard output of a program that has to succeed."""
    done = subprocess.run(command, stdout=subprocess.PIPE, env=clean_environment(), check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit status {done.returncode}")
    return done.stdout


def as_listed(commit, date, subject):
    """A commit of a list. Dates are compared as instants: git has two ways to write UTC."""
    return commit, datetime.datetime.fromisoformat(date), subject


class ReferenceTest:
    def __init__(self, program, clone):
        self._clone = clone
        self._known_stale = KnownStale(program, clone)
        self._program = [program, "-C", clone, "--lang", "ko", "--format", "json"]
        self.failures = []

    def report_text(self, base, branch, *options):
        return run([*self._program, "--base", base, "--branch", branch, *options])

    def report(self, base, branch, *options):
        """The report that takes pages as wholes, as the rule does."""
        return json.loads(self.report_text(base, branch, "--granularity", "file", *options))

    def report_of_blocks(self, base, branch, *options):
        return json.loads(self.report_text(base, branch, *options))

    def fail(self, what, lines):
        self.failures += [f"{what}: {line}" for line in lines]

    def known_answers(self):
        for known in KNOWN_ANSWERS:
            base, branch, since = known["revisions"]
            report = self.report(base, branch, *(["--since", since] if since else []))
            self.fail(f"known answers, {known['revisions']}", misfits(known, report))

    def every_field(self, history, base, branch):
        """All of a report against the rule, with git's own last changes and counts."""
        rule = Rule(history, history.resolve(base), history.resolve(branch))
        report = self.report(base, branch, "--untranslated")
        comparison = Comparison(self._clone, history, rule, report)
        self.fail(f"--base {base} --branch {branch}", comparison.run())

    def look_into_pages(self, *revisions):
        """It changes nothing but what is found in pages."""
        by_file, by_block = self.report(*revisions), self.report_of_blocks(*revisions)
        self.fail(f"looked into, {revisions}", looked_into.misfits(by_file, by_block))
        found = [one for one in by_block["files"] if one["status"] == "partially_updated"]
        if not found:
            self.fail(f"looked into, {revisions}", ["no page is partially updated"])

    def known_stale(self):
        """What mechanical commits hide is found, and so are places that are known."""
        masked, others = self._known_stale.mechanical()
        print(f"made look current: {masked.reported} of {masked.of_all} that were outdated are "
              f"reported, and {others.reported} of {others.of_all} others")
        if masked.reported < LEAST_OUTDATED or others.reported > MOST_OTHERS:
            self.fail("mechanical commits", [f"{masked}, others {others}"])
        missed = [finding.name for finding, block in self._known_stale.findings() if not block]
        self.fail("known to be stale, but not found", missed)

    def commits(self, base, branch):
        """The lists of commits of all outdated files against git log, order included."""
        report = self.report(base, branch, "--commits")
        outdated = [f for f in report["files"] if f["status"] in ("outdated", "renamed")]
        for record in outdated:
            span = f"{record['baseline']['commit']}..{report['base']['commit']}"
            real = git(self._clone, "log", "--format=%H%x09%cI%x09%s", span, "--", record["source"])
            expected = [as_listed(*line.split("\t", 2)) for line in real.decode().splitlines()]
            got = [as_listed(c["commit"], c["date"], c["subject"]) for c in record["commits"]]
            if expected != got:
                self.fail("commits", [f"git log {span} -- {record['source']}: got {got}"])
        if not any(f["behind_since"] for f in outdated):
            self.fail("commits", ["no file is behind"])

    def same_bytes(self):
        """The same commits give the same bytes, run after run and for any number of threads."""
        for granularity in ("file", "block"):
            options = ("--granularity", granularity, "--threads")
            one, again, eight = (
                self.report_text("main", "main", *options, threads) for threads in ("1", "1", "8")
            )
            if one != again:
                self.fail("same bytes", [f"{granularity}: two runs differ"])
            if one != eight:
                self.fail("same bytes", [f"{granularity}: --threads 1 and --threads 8 differ"])

    def diffs(self, base, branch):
        """What `diff` prints below its header is what git prints for the two blobs."""
        report = self.report(base, branch)
        outdated = [f for f in report["files"] if f["status"] == "outdated" and not f["binary"]]
        command = [*self._program[:3], "diff", "--base", base, "--branch", branch]
        command += ["--granularity", "file"]  # Else what older touches left open comes first.
        for record in outdated[::DIFF_STEP]:
            entry = git(self._clone, "rev-parse", f"{base}:{record['source']}").decode().strip()
            expected = git(self._clone, "diff", record["baseline"]["blob"], entry)
            got = run([*command, record["translation"]])
            if got.split(b"\n", HEADER_LINES)[HEADER_LINES:] != \
                    expected.split(b"\n", HEADER_LINES)[HEADER_LINES:]:
                self.fail("diff", [record["translation"]])

    def renames(self, probe):
        """Nearly all renames that git finds between consecutive cuts are found."""
        of_git, common = 0, 0
        cuts = cuts_in_order(self._clone)
        for older, newer in zip(cuts, cuts[1:]):
            expected = renames_by_git(self._clone, older, newer)
            rows = run([probe, self._clone, older, newer, "content/en"]).splitlines()
            found = {tuple(row.split(b"\t")[1:]) for row in rows}
            of_git += len(expected)
            common += len(expected & found)
        print(f"renames: {common} of the {of_git} that git finds")
        if of_git != RENAMES_OF_GIT or common < RENAMES_TO_FIND:
            self.fail("renames", [f"{common} of {of_git}"])

    def sample(self):
        with contextlib.closing(RepositoryHistory(self._clone)) as history:
            self.every_field(history, CUT, CUT)
        self.look_into_pages(CUT, CUT)
        self.commits(CUT, CUT)

    def whole(self, rename_probe):
        self.known_answers()
        with contextlib.closing(RepositoryHistory(self._clone)) as history:
            for revisions in (("main", "main"), (CUT, CUT), ("main", "dev-1.21-ko.4")):
                self.every_field(history, *revisions)
                self.look_into_pages(*revisions)
        self.known_stale()
        self.commits("main", "main")
        self.diffs("main", "main")
        self.same_bytes()
        if rename_probe:
            self.renames(rename_probe)


def cuts_in_order(clone):
    """The tags of the milestones' cuts, by version and number."""
    tags = git(clone, "tag", "--list", "cut/*").decode().split()
    return sorted(tags, key=lambda tag: [int(number) for number in re.findall(r"\d+", tag)])


def renames_by_git(clone, older, newer):
    """The pairs of paths that git takes for renamed."""
    options = ("-z", "--name-status", "-M50%", "-l0", "--diff-filter=R")
    fields = git(clone, "diff", *options, older, newer, "--", "content/en").split(b"\0")
    return set(zip(fields[1::3], fields[2::3]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--bundle", required=True)
    parser.add_argument("--rename-probe")
    parser.add_argument("--sample", action="store_true",
                        help="only the reports of one milestone")
    arguments = parser.parse_args()
    with clone_of(arguments.bundle) as clone:
        add_path_filters(clone)
        test = ReferenceTest(arguments.program, clone)
        if arguments.sample:
            test.sample()
        else:
            test.whole(arguments.rename_probe)
    print("\n".join(test.failures) or "everything agrees")
    return 1 if test.failures else 0


if __name__ == "__main__":
    sys.exit(main())
