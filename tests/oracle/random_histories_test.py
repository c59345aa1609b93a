#!/usr/bin/python3
"""Holds l10n-drift against an independent reading of its specification, over random histories.

For every seed a history is drawn and imported into a repository. The model of git's history
simplification is held against git itself, and for several pairs of base and branch every field of
the JSON report against the rule. What a look into pages adds is held against that report, and has
to be the same bytes for any number of threads; so is what globs leave of it. A failure names the
seed and the commands that repeat it.
"""

import argparse
import collections
import pathlib
import random
import shutil
import sys
import tempfile

import looked_into
import selection
from comparison import Comparison, path_of
from history import git
from program import Failure, Program, choose_runs
from random_history import random_history
from rule import Rule
from simplification import last_change
from touches import language_of, source_of

THOROUGH_EVERY = 4  # One history of so many has every file's last change checked against git.
LOGS_CHECKED = 2  # Files of a run whose list of commits is checked against git.

# What a test of this many histories must have met, lest it tests nothing.
ENOUGH_HISTORIES = 200
FEATURES = (
    *("in_sync", "outdated", "renamed", "deleted", "unpaired", "unknown", "untranslated"),
    *("history", "since", "content", "first_version"),
    *("verbatim", "binary", "renamed_from", "behind_since", "partially_updated"),
)
MOST_UNCLEAR = 0.02


class Case:
    """One random history in a repository of its own."""

    def __init__(self, seed, folder, template, program, met):
        self._thorough = seed % THOROUGH_EVERY == 0
        self._rng = random.Random(f"choices {seed}")
        self._globs_rng = random.Random(f"globs {seed}")
        self._history, self._has_right_clock = random_history(seed)
        self._repo = folder / "repo.git"
        self._program = Program(program, folder)
        self._met = met
        shutil.copytree(template, self._repo)
        self._history.write(self._repo)

    def check_model(self):
        """The model of `git log -1` against git: all of main now and then, a page of each branch."""
        for name in sorted(self._history.refs):
            tip = self._history.resolve(name)
            paths = sorted(p for p in self._history.pages(tip, b"content/") if language_of(p))
            if not (self._thorough and name == "main"):
                paths = self._rng.sample(paths, min(1, len(paths)))
            for path in paths:
                real = git(self._repo, "log", "-1", "--format=%H", tip, "--", path).decode().strip()
                if real != last_change(self._history, tip, path):
                    raise Failure(f"git log -1 {name} -- {path!r} prints {real}, not the model's")

    def check_program(self):
        """Runs the program with several bases and branches."""
        for run in choose_runs(self._history, self._rng):
            outcome = self._program.run(self._repo, run, "--untranslated")
            resolve = self._history.resolve
            if outcome.status == 2 and "no sources on" in outcome.stderr:
                if self._history.pages(resolve(run.base), b"content/en/"):
                    outcome.fail("there are sources")
                continue
            report = outcome.report()
            since = run.since and resolve(run.since)
            rule = Rule(self._history, resolve(run.base), resolve(run.branch), since)
            comparison = Comparison(self._repo, self._history, rule, report)
            differences = comparison.run(run.with_commits)
            if run.with_commits:
                differences += self._check_logs(report)
            if differences:
                outcome.fail(*differences)
            self._note(report, comparison.unclear)
            self._check_look_into_pages(run.looking_into_pages(), report)
            self._check_selection(run, report)

    def _check_selection(self, run, report):
        options, lets_in = selection.draw(self._globs_rng)
        outcome = self._program.run(self._repo, run, "--untranslated", *options)
        if selection.is_left_nothing(outcome):
            if selection.expected_of(report, lets_in):
                outcome.fail("there is something left")
            return
        differences = list(selection.misfits(report, outcome.report(), lets_in))
        if differences:
            outcome.fail(*differences)

    def _check_look_into_pages(self, run, by_file):
        outcome = self._program.run(self._repo, run, "--untranslated", "--threads", "8")
        differences = list(looked_into.misfits(by_file, outcome.report()))
        if differences:
            outcome.fail(*differences)
        in_turn = self._program.run(self._repo, run, "--untranslated", "--threads", "1")
        if in_turn.stdout != outcome.stdout:
            in_turn.fail("not the report of 8 threads")
        statuses = [record["status"] for record in outcome.report()["files"]]
        self._met["partially_updated"] += statuses.count("partially_updated")

    def _check_logs(self, report):
        """Some lists of commits against git log, in order where no clock was wrong."""
        records = [r for r in report["files"] if r["status"] in ("outdated", "renamed")]
        differences = []
        for record in self._rng.sample(records, min(LOGS_CHECKED, len(records))):
            path = path_of(record, "translation")
            span = f"{record['baseline']['commit']}..{report['base']['commit']}"
            arguments = ("log", "--format=%H %s", span, "--", source_of(path))
            real = git(self._repo, *arguments).decode().splitlines()
            got = [f"{commit['commit']} {commit['subject']}" for commit in record["commits"]]
            if self._has_right_clock and got != real:
                differences.append(f"{path!r} git log {span}: expected {real}, got {got}")
        return differences

    def _note(self, report, unclear):
        self._met["files"] += len(report["files"])
        self._met["unclear"] += unclear
        for record in report["files"]:
            self._met[record["status"]] += 1
            self._met[record["baseline"] and record["baseline"]["method"]] += 1
            for feature in ("verbatim", "binary", "renamed_from", "behind_since"):
                self._met[feature] += bool(record[feature])


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", help="l10n-drift; without it, only the model is tested")
    parser.add_argument("--histories", type=int, default=ENOUGH_HISTORIES)
    parser.add_argument("--seed", type=int, default=1, help="of the first history")
    parser.add_argument("--keep", type=pathlib.Path, help="folder to leave the repositories in")
    return parser.parse_args()


def check_seeds(arguments, scratch, met):
    """The number of seeds that failed; each says why and how to repeat it."""
    template = scratch / "template.git"
    git(scratch, "init", "--quiet", "--bare", "--initial-branch=main", template)
    failures = 0
    for seed in range(arguments.seed, arguments.seed + arguments.histories):
        folder = scratch / f"seed-{seed}"
        folder.mkdir()
        try:
            case = Case(seed, folder, template, arguments.program, met)
            case.check_model()
            if arguments.program:
                case.check_program()
        except Failure as failure:
            failures += 1
            again = f"{sys.argv[0]} --program {arguments.program} --seed {seed} --histories 1"
            print(f"seed {seed}: {failure}\n    again: {again} --keep DIR", flush=True)
        if not arguments.keep:
            shutil.rmtree(folder)
    return failures


def lacks(met):
    """The features that never occurred, or too many files of which the rule cannot tell."""
    missing = [feature for feature in FEATURES if not met[feature]]
    if met["unclear"] > MOST_UNCLEAR * met["files"]:
        missing.append(f"a clear answer for {met['unclear']} files")
    return missing


def main():
    arguments = parse_arguments()
    met = collections.Counter()
    if arguments.keep:
        arguments.keep.mkdir(parents=True)
        failures = check_seeds(arguments, arguments.keep.resolve(), met)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            failures = check_seeds(arguments, pathlib.Path(scratch), met)
    print(f"{arguments.histories} histories, {failures} failed; {dict(met)}")
    if arguments.program and not failures and arguments.histories >= ENOUGH_HISTORIES:
        missing = lacks(met)
        if missing:
            print(f"the histories lack {missing}")
            return 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
