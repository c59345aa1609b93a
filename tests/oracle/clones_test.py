#!/usr/bin/python3
"""Holds l10n-drift against git in every kind of clone: clones_test.py --program PROGRAM GROUP.

For every seed a random history is drawn and imported into a repository, the origin. Its reports
have to agree with the rule in every field. Clones are made of it by git, over `file://`, and the
reports in them have to be those of the origin, byte for byte but for the names of revisions; what
cannot be had in a clone has to be refused in the words that tell how to mend it. A failure names
the seed, the kind of clone and the command that repeats it.
"""

import argparse
import collections
import pathlib
import subprocess
import sys
import tempfile

import clones
import left_aside
import partial_clones
import refused_clones
import repacking
import shallow_clones
from comparison import Comparison
from origin import Origin
from program import Failure, Program
from repository_history import RepositoryHistory
from rule import Rule


def check_reports(clone, origin, program):
    """Every report of the origin, in a clone that has all of its objects."""
    for run in origin.runs:
        outcome = program.run(clone.path, run.named(clone.named), "--untranslated")
        outcome.report()
        if outcome.stdout != origin.report_named(run, clone.named):
            outcome.fail(f"not the report of the origin:\n{outcome.stdout.decode()}")


def check_against_git(clone, origin, program):
    """One report against the rule, on top of what git reads in this very clone."""
    run = origin.runs[0].named(clone.named)
    outcome = program.run(clone.path, run, "--untranslated")
    history = RepositoryHistory(clone.path)
    try:
        rule = Rule(history, history.resolve(run.base), history.resolve(run.branch))
        differences = Comparison(clone.path, history, rule, outcome.report()).run()
    finally:
        history.close()
    if differences:
        outcome.fail(*differences)


def works(make):
    """The check that everything works in the clones that `make` makes."""

    def check(origin, folder, program, met):
        clone = make(origin, folder)
        check_reports(clone, origin, program)
        check_against_git(clone, origin, program)
        met["reports"] += len(origin.runs) + 1

    check.__name__ = make.__name__
    return check


# A group of checks, each a function of an origin, a folder, the program and a counter of what it
# met; the number of histories; and what a whole run of the group must have met, lest it tests
# nothing.
GROUPS = {
    "every_kind": ([works(make) for make in clones.KINDS], 4, ("reports",)),
    "repacking": (repacking.CHECKS, 1, repacking.FEATURES),
    "partial": (partial_clones.CHECKS, 6, partial_clones.FEATURES),
    "shallow": (shallow_clones.CHECKS, 12, shallow_clones.FEATURES),
    "left_aside": (left_aside.CHECKS, 6, left_aside.FEATURES),
    "refused": (refused_clones.CHECKS, 1, refused_clones.FEATURES),
}


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--seed", type=int, help="only this one")
    parser.add_argument("--kind", help="only this kind of clone")
    parser.add_argument("--keep", type=pathlib.Path, help="folder to leave the clones in")
    parser.add_argument("group", choices=GROUPS)
    return parser.parse_args()


def check_seed(seed, checks, folder, arguments, met):
    """The number of checks that failed; each says why and how to repeat it."""
    program = Program(arguments.program, folder)
    origin = Origin(seed, folder, program)
    failures = 0
    for check in checks:
        own_folder = folder / check.__name__
        own_folder.mkdir()
        try:
            check(origin, own_folder, program, met)
        except (Failure, subprocess.CalledProcessError) as failure:
            failures += 1
            print(f"seed {seed}, {check.__name__}: {failure}")
            words = (sys.argv[0], "--program", arguments.program, "--seed", seed)
            print("    again:", *words, "--kind", check.__name__, arguments.group, "--keep DIR")
            sys.stdout.flush()
    return failures


def check_group(arguments, scratch):
    checks, histories, features = GROUPS[arguments.group]
    seeds = [arguments.seed] if arguments.seed else range(1, histories + 1)
    chosen = [check for check in checks if arguments.kind in (None, check.__name__)]
    met = collections.Counter()
    failures = 0
    for seed in seeds:
        folder = scratch / f"seed-{seed}"
        folder.mkdir()
        failures += check_seed(seed, chosen, folder, arguments, met)
    print(f"{len(seeds)} histories, {len(chosen)} kinds, {failures} failed; {dict(met)}")
    missing = [feature for feature in features if not met[feature]]
    if missing and len(chosen) == len(checks) and not arguments.seed:
        print(f"the histories lack {missing}")
        return 1
    return 1 if failures or not chosen else 0


def main():
    arguments = parse_arguments()
    if arguments.keep:
        arguments.keep.mkdir(parents=True)
        return check_group(arguments, arguments.keep.resolve())
    with tempfile.TemporaryDirectory() as scratch:
        return check_group(arguments, pathlib.Path(scratch).resolve())


if __name__ == "__main__":
    sys.exit(main())
