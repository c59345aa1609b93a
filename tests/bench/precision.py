#!/usr/bin/python3
"""Measures how many of the entries of partially updated pages are right.

    tests/bench/precision.py --program build/release/l10n-drift
    tests/bench/precision.py --program build/release/l10n-drift --show

An entry is a block that the program says is open. From those of all partially updated pages at the
milestones below, 60 are drawn: each distinct entry, told by its page and the texts of both sides,
has a hash, and those with the smallest are taken, three of a page at most. So the sample changes no
more than what the program says. docs/detection-complaints.md tells of each whether it is right,
judged by both texts; one that is of wording alone is right if the program calls it minor. What
stands there in no row is listed, and counts as wrong. --show prints the texts of all that is not
right, for whoever judges them or looks for the cause.

The exit status is 0 if the limit holds, 1 if it does not, 2 if something went wrong, and 77 if there
is no reference data to measure on.
"""

import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from typing import NamedTuple

from complaints import FOLDER, sample_verdicts
from detection import COMPLAINTS, LANGUAGE, MILESTONES, SHARED, SKIPPED
from repositories import clean_environment, git
from table import to_markdown

SAMPLE = 60
SEED = "1"
OF_ONE_PAGE = 3  # Two pages have most of all entries.
FEW = 10  # Entries of a page that people read one by one.
LEAST = 0.90


class Entry(NamedTuple):
    page: str
    revision: str
    change: str
    severity: str
    source_lines: str
    translation_lines: str
    source: str
    translation: str
    of_page: int  # How many entries its page has.

    def key(self):
        """What stands in the table."""
        return self.page, self.revision, self.change, self.source_lines, self.translation_lines

    def rank(self):
        said = "\0".join((SEED, self.page, self.change, self.source, self.translation))
        return hashlib.sha256(said.encode()).hexdigest()


def lines_text(lines):
    if not lines:
        return "-"
    return str(lines[0]) if lines[0] == lines[1] else f"{lines[0]}-{lines[1]}"


class Reference:
    """The reference data, and what a program says of it."""

    def __init__(self, program, repository):
        self._program = program
        self._repository = repository

    def _text(self, revision, path, lines):
        if not lines:
            return ""
        blob = git(self._repository, "show", f"{revision}:{path}").decode(errors="replace")
        return "\n".join(blob.split("\n")[lines[0] - 1:lines[1]])

    def entries_at(self, revision):
        command = [self._program, "-C", os.fspath(self._repository), "--base", revision,
                   "--branch", revision, "--lang", LANGUAGE, "--format", "json"]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=clean_environment())
        return [self._entry(revision, file, block) for file in json.loads(done.stdout)["files"]
                if file["status"] == "partially_updated" for block in file["stale"]]

    def _entry(self, revision, file, block):
        source_lines, translation_lines = block["source_lines"], block["translation_lines"]
        return Entry(file["translation"].removeprefix(FOLDER), revision, block["change"],
                     block["severity"], lines_text(source_lines), lines_text(translation_lines),
                     self._text(revision, file["source"], source_lines),
                     self._text(revision, file["translation"], translation_lines),
                     len(file["stale"]))


def draw(reference):
    """The sample, each entry at the first revision that has it."""
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        found = list(pool.map(reference.entries_at, [*MILESTONES, "main"]))
    by_rank = {}
    for entry in (entry for entries in found for entry in entries):
        by_rank.setdefault(entry.rank(), entry)
    sample = []
    of_page = collections.Counter()
    for rank in sorted(by_rank):
        entry = by_rank[rank]
        of_page[entry.page] += 1
        if of_page[entry.page] <= OF_ONE_PAGE:
            sample.append(entry)
    return sample[:SAMPLE]


def is_right(entry, verdicts):
    verdict = verdicts.get(entry.key())
    return verdict == "right" or (verdict == "wording" and entry.severity == "minor")


def share(entries, verdicts):
    right = sum(is_right(entry, verdicts) for entry in entries)
    return right, len(entries), right / len(entries) if entries else 1.0


def rows(sample, verdicts):
    few = [entry for entry in sample if entry.of_page <= FEW]
    for name, entries, least in (("all entries of the sample", sample, None),
                                 (f"of pages with at most {FEW} entries", few, LEAST)):
        right, count, part = share(entries, verdicts)
        yield (name, f"{right}/{count} = {part:.3f}", "" if least is None else f"at least {least:.2f}",
               "" if least is None else "yes" if part >= least else "no")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="a release build of l10n-drift")
    parser.add_argument("--bundle", default=SHARED / "corpora/kubernetes-website.bundle",
                        help="the reference data (%(default)s)")
    parser.add_argument("--show", action="store_true", help="print the texts of what is not right")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    if not pathlib.Path(arguments.bundle).is_file():
        print(f"precision.py: skipped, as there is no reference data at '{arguments.bundle}'")
        return SKIPPED
    try:
        with tempfile.TemporaryDirectory() as scratch:
            repository = pathlib.Path(scratch) / "reference.git"
            git(".", "clone", "--quiet", "--bare", os.path.abspath(arguments.bundle), repository)
            sample = draw(Reference(os.path.abspath(arguments.program), repository))
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"precision.py: error: {error}", file=sys.stderr)
        return 2
    verdicts = sample_verdicts(COMPLAINTS.read_text())
    cells = list(rows(sample, verdicts))
    print(to_markdown(("Measure", "Figure", "Limit", "Holds"), cells))
    for entry in sample:
        is_judged = entry.key() in verdicts
        if is_right(entry, verdicts) or (is_judged and not arguments.show):
            continue
        said = "not right" if is_judged else "not judged yet"
        print(f"{said}, {entry.severity}: " + " | ".join(entry.key()))
        if arguments.show:
            print(f"  source:\n{entry.source}\n  translation:\n{entry.translation}\n")
    return 1 if any(row[3] == "no" for row in cells) else 0


if __name__ == "__main__":
    sys.exit(main())
