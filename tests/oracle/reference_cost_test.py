#!/usr/bin/python3
"""What reports of the reference data cost: time, as a multiple of git log's, and memory.

One takes pages as wholes, and is held against the log that says which commits touched which page.
The other looks into them, and is held against the log with all that changed.

For a release build; under sanitizers or without optimisation the numbers mean nothing.
"""

import argparse
import os
import subprocess
import sys
import time
from typing import NamedTuple

from history import clean_environment
from reference_data import clone_of

MEGABYTE = 1024 * 1024
ROUNDS = 5


class Cost(NamedTuple):
    """A report, the arguments of the git log that it is held against, and its limits."""

    granularity: str
    log: tuple
    most_times_git_log: float
    most_memory: int


COSTS = (
    # On one core it is 1.6, on two 0.9: see docs/performance.md. The rest is for busy machines.
    Cost("file", ("--name-only", "main", "--", "content/ko"), 2.5, 100 * MEGABYTE),
    # On two cores it is 0.5, as docs/performance.md measures it; on one it is 1.0, since git uses no
    # more than that. The rest is for machines whose second core is busy.
    Cost("block", ("-p", "main", "--", "content/en", "content/ko"), 0.8, 300_000_000),
)


def measure(command):
    """Wall time in seconds and peak memory in bytes of one run, its output thrown away."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=clean_environment()) as process:
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit status {process.returncode}")
    return elapsed, usage.ru_maxrss * 1024


def holds(cost, program, clone):
    """Measures report and log by turns, and tells the figures."""
    revisions = ["--base", "main", "--branch", "main", "--lang", "ko"]
    report = [program, "-C", clone, *revisions, "--format", "json"]
    report += ["--granularity", cost.granularity]
    log = ["git", "-C", clone, "log", "--format=%H", *cost.log]
    rounds = [(measure(report), measure(log)) for _ in range(ROUNDS)]
    program_time = min(program[0] for program, _ in rounds)
    git_time = min(git[0] for _, git in rounds)
    memory = max(program[1] for program, _ in rounds)
    ratio = program_time / git_time
    print(f"{cost.granularity}: {program_time:.3f} s, git log {git_time:.3f} s, ratio {ratio:.2f}, "
          f"{memory / MEGABYTE:.1f} MB")
    return ratio <= cost.most_times_git_log and memory < cost.most_memory


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--bundle", required=True)
    arguments = parser.parse_args()
    with clone_of(arguments.bundle) as clone:
        verdicts = [holds(cost, arguments.program, clone) for cost in COSTS]
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
