#!/usr/bin/python3
"""Measures detection on the reference data, and prints whether its limits hold.

    tests/bench/detection.py --program build/release/l10n-drift

- What drift_eval.py measures, on the milestones below: of the pages that translators touched, the
  share that is no longer reported (settled), and of the changes that a touch elsewhere would hide,
  the share that is still reported (masked). Of what is still reported, docs/detection-complaints.md
  tells what is right; settled is given with and without it. What stands in neither of its tables
  is listed, to be judged.
- Two mechanical commits that touched many pages and made outdated ones look current: how many of
  those are reported all the same, and how many of the others.
- Three stale places that are known.

It takes two minutes on two cores. The exit status is 0 if all limits hold, 1 if one does not, 2 if
something went wrong, and 77 if there is no reference data to measure on.
"""

import argparse
import concurrent.futures
import functools
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from typing import NamedTuple, Optional

from complaints import judgement
from measure import Failed
from repositories import clean_environment, git
from table import to_markdown
from known_stale import (  # In tests/oracle, where `repositories` has us look.
    BEFORE, LANGUAGE, LEAST_OUTDATED, MECHANICAL, MOST_OTHERS, KnownStale)

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared"
SKIPPED = 77  # The exit status that CTest shows as skipped.
COMPLAINTS = ROOT / "docs/detection-complaints.md"
MILESTONES = ["dev-1.19-ko.4", *(f"dev-1.20-ko.{n}" for n in range(2, 8)),
              *(f"dev-1.21-ko.{n}" for n in range(1, 8)),
              *(f"dev-1.22-ko.{n}" for n in range(1, 4))]
LEAST_SETTLED, LEAST_MASKED = 0.93, 0.97
RESULT = re.compile(r"^\w+: (\d+)/(\d+) = ", re.MULTILINE)
STILL_REPORTED = re.compile(r"^ *still reported: (\S+) (\S+): ", re.MULTILINE)


class Skipped(Exception):
    """Data that is not part of the project, and not there."""


class Row(NamedTuple):
    """One figure; `holds` is None where there is no limit."""

    name: str
    figure: str
    limit: str = ""
    holds: Optional[bool] = None

    def cells(self):
        return self.name, self.figure, self.limit, {None: "", True: "yes", False: "no"}[self.holds]


class Bench(NamedTuple):
    program: str
    evaluation: str
    repository: pathlib.Path


# What drift_eval.py measures.


def evaluate(bench, measure):
    """What drift_eval.py prints of a measure, all failures named."""
    command = [sys.executable, "-B", bench.evaluation, "--program", bench.program,
               "--repo", bench.repository, "--lang", LANGUAGE, "--show", "1000", measure,
               *MILESTONES]
    done = subprocess.run(command, capture_output=True, text=True, env=clean_environment(),
                          check=False)
    if done.returncode or not RESULT.search(done.stdout):
        raise Failed(f"{bench.evaluation} {measure}: exit status {done.returncode}\n{done.stderr}")
    return done.stdout


def evaluate_both(bench):
    """What it prints of settled and of masked, measured at the same time."""
    with concurrent.futures.ThreadPoolExecutor() as pool:
        return tuple(pool.map(functools.partial(evaluate, bench), ("settled", "masked")))


def result_of(said):
    """The good ones and all."""
    return tuple(map(int, RESULT.search(said).groups()))


def still_reported(said):
    """Each milestone and page that is named as a failure."""
    return STILL_REPORTED.findall(said)


def share_row(name, good, of_all, least=None):
    share = good / of_all if of_all else 0
    if least is None:
        return Row(name, f"{good}/{of_all} = {share:.3f}")
    return Row(name, f"{good}/{of_all} = {share:.3f}", f"at least {least:.2f}", share >= least)


def evaluation_rows(settled, masked, judged):
    good, touched = result_of(settled)
    reported = still_reported(settled)
    right = sum(one in judged.right for one in reported)
    return [share_row("settled", good, touched),
            share_row("settled, complaints proved right left out", good, touched - right,
                      LEAST_SETTLED),
            share_row("masked", *result_of(masked), LEAST_MASKED),
            Row("reported, but not judged yet", str(len(unjudged(settled, judged))))]


def unjudged(settled, judged):
    return [one for one in still_reported(settled) if one not in judged.right | judged.wrong]


# What is known to be stale.


def mechanical_rows(known):
    """Pages that were outdated at one commit and look current after a mechanical one."""
    masked, others = known.mechanical()
    return [Row(f"outdated at {BEFORE}, touched by {MECHANICAL}, reported",
                f"{masked.reported} of {masked.of_all}", f"at least {LEAST_OUTDATED}",
                masked.reported >= LEAST_OUTDATED),
            Row(f"others that {MECHANICAL} made look current, reported",
                f"{others.reported} of {others.of_all}", f"at most {MOST_OTHERS}",
                others.reported <= MOST_OTHERS)]


def finding_rows(known):
    for finding, block in known.findings():
        yield Row(finding.name, place_of(block) if block else "not found", "found", bool(block))


def place_of(block):
    spans = (("source", block["source_lines"]), ("translation", block["translation_lines"]))
    return ", ".join(f"{name} {span[0]}-{span[1]}" for name, span in spans if span)


# The command.


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="a release build of l10n-drift")
    parser.add_argument("--bundle", default=SHARED / "corpora/kubernetes-website.bundle",
                        help="the reference data (%(default)s)")
    parser.add_argument("--eval", default=SHARED / "eval/drift_eval.py", dest="evaluation",
                        metavar="FILE", help="what measures settled and masked (%(default)s)")
    return parser.parse_args()


def check_that_all_is_there(arguments):
    if not pathlib.Path(arguments.program).is_file():
        raise Failed(f"there is no program at '{arguments.program}'")
    for what, path in (("reference data", arguments.bundle), ("evaluation", arguments.evaluation)):
        if not pathlib.Path(path).is_file():
            raise Skipped(f"there is no {what} at '{path}'")


def measure_all(arguments, scratch):
    bench = Bench(os.path.abspath(arguments.program), os.path.abspath(arguments.evaluation),
                  pathlib.Path(scratch) / "reference.git")
    git(".", "clone", "--quiet", "--bare", os.path.abspath(arguments.bundle), bench.repository)
    judged = judgement(COMPLAINTS.read_text())
    settled, masked = evaluate_both(bench)
    known = KnownStale(bench.program, bench.repository)
    rows = [*evaluation_rows(settled, masked, judged), *mechanical_rows(known),
            *finding_rows(known)]
    return rows, unjudged(settled, judged)


def print_results(rows, to_judge):
    print(to_markdown(("Measure", "Figure", "Limit", "Holds"), [row.cells() for row in rows]))
    for milestone, page in to_judge:
        print(f"not judged yet: {milestone} {page}")


def main():
    arguments = parse_arguments()
    try:
        check_that_all_is_there(arguments)
        with tempfile.TemporaryDirectory() as scratch:
            rows, to_judge = measure_all(arguments, scratch)
    except Skipped as reason:
        print(f"detection.py: skipped, as {reason}")
        return SKIPPED
    except (Failed, OSError, subprocess.CalledProcessError) as error:
        print(f"detection.py: error: {error}", file=sys.stderr)
        return 2
    print_results(rows, to_judge)
    return 1 if any(row.holds is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
