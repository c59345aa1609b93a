#!/usr/bin/python3
"""Measures l10n-drift against git, side by side, and prints the table of docs/performance.md.

    tests/bench/run.py --program build/release/l10n-drift

The exit status is 0 if every row that was measured holds, 1 if one does not, and 2 if something
went wrong. Rows that need the reference data are skipped, out loud, where there is none.
"""

import argparse
import pathlib
import subprocess
import sys

from measure import Failed
from repositories import Repositories
from rows import ONLY_IF_ASKED_FOR, QUICK, ROWS, Bench, Sizes, measure_rows
from table import phase_table, result_table

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUNDLE = ROOT.parent / "shared/corpora/kubernetes-website.bundle"


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="a release build of l10n-drift")
    parser.add_argument("--bundle", default=BUNDLE, help="the reference data (%(default)s)")
    parser.add_argument("--only", action="append", choices=ROWS, metavar="ROW",
                        help=f"this row alone, repeatable: {', '.join(ROWS)}")
    parser.add_argument("--quick", action="store_true",
                        help="short histories and few rounds, for a first impression")
    parser.add_argument("--cache", metavar="FOLDER",
                        help="keeps the repositories (default: bench, beside the program)")
    return parser.parse_args()


def run_rows(arguments):
    if not pathlib.Path(arguments.program).is_file():
        raise Failed(f"there is no program at '{arguments.program}'")
    cache = arguments.cache or pathlib.Path(arguments.program).resolve().parent / "bench"
    names = arguments.only or [name for name in ROWS if name not in ONLY_IF_ASKED_FOR]
    bench = Bench(arguments.program, arguments.bundle, Repositories(cache),
                  QUICK if arguments.quick else Sizes())
    lines = list(measure_rows(bench, names))
    if lines:
        print(result_table(lines))
    if bench.phases:
        print(phase_table(bench.phases))
    return 0 if all(line.holds() for line in lines) else 1


def main():
    try:
        return run_rows(parse_arguments())
    except (Failed, OSError, subprocess.CalledProcessError) as error:
        print(f"run.py: error: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
