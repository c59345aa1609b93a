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

It takes some minutes on two cores. The exit status is 0 if all limits hold, 1 if one does not, and
2 if something is missing or went wrong.
"""

import argparse
import concurrent.futures
import functools
import json
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

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SHARED = ROOT.parent / "shared"
COMPLAINTS = ROOT / "docs/detection-complaints.md"
LANGUAGE = "ko"
MILESTONES = ["dev-1.19-ko.4", *(f"dev-1.20-ko.{n}" for n in range(2, 8)),
              *(f"dev-1.21-ko.{n}" for n in range(1, 8)),
              *(f"dev-1.22-ko.{n}" for n in range(1, 4))]
BEFORE, MECHANICAL = "1a907680a", "eaa71b597"  # The second commit touched the translations.
REPORTED = ("outdated", "partially_updated")
LEAST_SETTLED, LEAST_MASKED = 0.90, 0.92
LEAST_OUTDATED, MOST_OTHERS = 33, 13
FOUND_AT = "dev-1.21-ko.3"
REFERENCE = "docs/reference/command-line-tools-reference"
RESULT = re.compile(r"^\w+: (\d+)/(\d+) = ", re.MULTILINE)
STILL_REPORTED = re.compile(r"^ *still reported: (\S+) (\S+): ", re.MULTILINE)


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


class Finding(NamedTuple):
    """A known stale place, known by what stands in the lines of the block."""

    name: str
    page: str
    source: str = ""
    translation: Optional[str] = ""  # None: there are no lines in the translation.


FINDINGS = (
    Finding("feature-gates.md lacks `SizeMemoryBackedVolumes`", f"{REFERENCE}/feature-gates.md",
            source="`SizeMemoryBackedVolumes`", translation=None),
    Finding("feature-gates.md has `ExperimentalHostUserNamespaceDefaultingGate`",
            f"{REFERENCE}/feature-gates.md",
            translation="`ExperimentalHostUserNamespaceDefaultingGate`"),
    Finding("kube-proxy.md says `float32`", f"{REFERENCE}/kube-proxy.md",
            source="--kube-api-qps float"),
)


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


# What the program says of single commits.


def ask(bench, commit, *options):
    """What the program says of each Markdown page of a commit, by path."""
    command = [bench.program, "-C", os.fspath(bench.repository), "--base", commit,
               "--branch", commit, "--lang", LANGUAGE, "--format", "json", *options]
    done = subprocess.run(command, capture_output=True, text=True, env=clean_environment(),
                          check=False)
    if done.returncode:
        raise Failed(f"{' '.join(command)}: exit status {done.returncode}\n{done.stderr}")
    return {one["translation"]: one for one in json.loads(done.stdout)["files"]
            if one["translation"].endswith(".md")}


def of_status(said, *statuses):
    return {path for path, one in said.items() if one["status"] in statuses}


def mechanical_rows(bench):
    """Pages that were outdated at one commit and look current after a mechanical one."""
    def outdated(commit):
        return of_status(ask(bench, commit, "--granularity", "file"), "outdated")
    current = of_status(ask(bench, MECHANICAL, "--granularity", "file"), "in_sync")
    reported = of_status(ask(bench, MECHANICAL), *REPORTED)
    masked = outdated(BEFORE) & current
    others = (outdated(f"{MECHANICAL}^") & current) - masked
    caught, noise = len(masked & reported), len(others & reported)
    return [Row(f"outdated at {BEFORE}, touched by {MECHANICAL}, reported",
                f"{caught} of {len(masked)}", f"at least {LEAST_OUTDATED}",
                caught >= LEAST_OUTDATED),
            Row(f"others that {MECHANICAL} made look current, reported",
                f"{noise} of {len(others)}", f"at most {MOST_OTHERS}", noise <= MOST_OTHERS)]


def finding_rows(bench):
    said = ask(bench, FOUND_AT)
    for finding in FINDINGS:
        found = [block for block in said[f"content/{LANGUAGE}/{finding.page}"].get("stale", ())
                 if is_found(bench, finding, block)]
        yield Row(finding.name, place_of(found[0]) if found else "not found", "found", bool(found))


def is_found(bench, finding, block):
    source = lines_of(bench, "en", finding.page, block["source_lines"])
    if finding.translation is None:
        return finding.source in source and block["translation_lines"] is None
    return finding.source in source and finding.translation in lines_of(
        bench, LANGUAGE, finding.page, block["translation_lines"])


def lines_of(bench, language, page, span):
    """The text of lines [first, last] of a page, or none."""
    if span is None:
        return ""
    text = git(bench.repository, "show", f"{FOUND_AT}:content/{language}/{page}").decode()
    return "\n".join(text.split("\n")[span[0] - 1:span[1]])


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
    for what, path in (("program", arguments.program), ("reference data", arguments.bundle),
                       ("drift_eval.py", arguments.evaluation)):
        if not pathlib.Path(path).is_file():
            raise Failed(f"no {what}: there is no file '{path}'")


def measure_all(arguments, scratch):
    bench = Bench(os.path.abspath(arguments.program), os.path.abspath(arguments.evaluation),
                  pathlib.Path(scratch) / "reference.git")
    git(".", "clone", "--quiet", "--bare", os.path.abspath(arguments.bundle), bench.repository)
    judged = judgement(COMPLAINTS.read_text())
    settled, masked = evaluate_both(bench)
    rows = [*evaluation_rows(settled, masked, judged), *mechanical_rows(bench),
            *finding_rows(bench)]
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
    except (Failed, OSError, subprocess.CalledProcessError) as error:
        print(f"detection.py: error: {error}", file=sys.stderr)
        return 2
    print_results(rows, to_judge)
    return 1 if any(row.holds is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
