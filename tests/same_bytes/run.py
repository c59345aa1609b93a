#!/usr/bin/python3
"""Compares what two programs print, byte for byte: a change that users must not see.

    tests/same_bytes/run.py OLD build/dev/l10n-drift

Both get the same command lines in the same repositories: every case of testdata/cases/ and what it
makes of its repository, every branch of testdata/histories/, and the milestones of the reference
data. Exit status, standard output, standard error and files have to be equal. The last line says how
many outputs were. The exit status is 0 if all of them are, 1 if not, and 2 if something went wrong.
"""

import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path += [str(HERE.parent / "cmd"), str(HERE.parent / "support")]
from case_file import FormatError  # noqa: E402
from pair_of_programs import pair_of_programs  # noqa: E402
from places import Comparison, case_jobs, history_jobs, reference_jobs  # noqa: E402
from tally import Tally  # noqa: E402
from workbench import Failure  # noqa: E402

BUNDLE = ROOT.parent / "shared/corpora/kubernetes-website.bundle"
PARTS = ("cases", "histories", "reference")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("old", help="the program as it was")
    parser.add_argument("new", help="the program as it is")
    parser.add_argument("--bundle", default=BUNDLE, help="the reference data (%(default)s)")
    parser.add_argument("--expect", action="append", default=[], metavar="REGEX",
                        help="what may differ: it is cut out of both outputs; repeatable")
    parser.add_argument("--only", action="append", choices=PARTS, metavar="PART",
                        help=f"this part alone, repeatable: {', '.join(PARTS)}")
    parser.add_argument("--quick", action="store_true",
                        help="the cases, the demo and one milestone, for a first impression")
    parser.add_argument("--testdata", default=ROOT / "testdata", type=pathlib.Path,
                        help="the folder with cases and histories (%(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N",
                        help="how many repositories to look at side by side (%(default)s)")
    return parser.parse_args()


def run_job(name, job, tally):
    try:
        job()
    except (Failure, FormatError, OSError) as error:
        tally.fail(name, error)


def clone_of(bundle, folder):
    clone = os.path.join(folder, "reference.git")
    subprocess.run(["git", "clone", "--quiet", "--bare", bundle, clone], check=True)
    return clone


def jobs_of(arguments, comparison, folder):
    parts = arguments.only or PARTS
    if "reference" in parts:
        if pathlib.Path(arguments.bundle).is_file():
            yield from reference_jobs(comparison, clone_of(arguments.bundle, folder))
        else:
            comparison.tally.note(f"left out: there is no reference data at '{arguments.bundle}'")
    if "histories" in parts:
        yield from history_jobs(comparison, sorted(arguments.testdata.glob("histories/*.fi")))
    if "cases" in parts:
        yield from case_jobs(comparison, sorted(arguments.testdata.glob("cases/*.case")))


def run(arguments):
    for program in (arguments.old, arguments.new):
        if not pathlib.Path(program).is_file():
            raise Failure(f"there is no program at '{program}'")
    tally = Tally(arguments.expect)
    with pair_of_programs(arguments.old, arguments.new) as programs, \
            tempfile.TemporaryDirectory(prefix="l10n-drift-reference-") as folder, \
            concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        comparison = Comparison(programs, tally, arguments.quick)
        jobs = list(jobs_of(arguments, comparison, folder))
        futures = [pool.submit(run_job, *job, tally) for job in jobs]
        for count, future in enumerate(futures, 1):
            future.result()
            print(f"{count} of {len(jobs)}: {jobs[count - 1][0]}", file=sys.stderr, flush=True)
    print(tally.summary())
    return 1 if tally.different else 0


def main():
    arguments = parse_arguments()
    try:
        return run(arguments)
    except (Failure, FormatError, OSError, subprocess.CalledProcessError) as error:
        print(f"run.py: error: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
