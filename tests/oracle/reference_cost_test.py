#!/usr/bin/python3
"""What a whole report of the reference data costs: time, as a multiple of git log's, and memory.

For a release build; under sanitizers or without optimisation the numbers mean nothing.
"""

import argparse
import os
import subprocess
import sys
import time

from history import clean_environment
from reference_data import clone_of

# On one core it is 1.6, on two 0.9: see docs/performance.md. The rest is for busy machines.
MOST_TIMES_GIT_LOG = 2.5
MOST_MEMORY = 100 * 1024 * 1024
ROUNDS = 5


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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--bundle", required=True)
    arguments = parser.parse_args()
    with clone_of(arguments.bundle) as clone:
        revisions = ["--base", "main", "--branch", "main", "--lang", "ko"]
        report = [arguments.program, "-C", clone, *revisions, "--format", "json"]
        log = ["git", "-C", clone, "log", "--format=%H", "--name-only", "main", "--", "content/ko"]
        rounds = [(measure(report), measure(log)) for _ in range(ROUNDS)]
    program_time = min(program[0] for program, _ in rounds)
    git_time = min(git[0] for _, git in rounds)
    memory = max(program[1] for program, _ in rounds)
    ratio = program_time / git_time
    print(f"time: {program_time:.3f} s, git log {git_time:.3f} s, ratio {ratio:.2f}")
    print(f"memory: {memory / 1024 / 1024:.1f} MB")
    return 1 if ratio > MOST_TIMES_GIT_LOG or memory >= MOST_MEMORY else 0


if __name__ == "__main__":
    sys.exit(main())
