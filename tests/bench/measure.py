"""Runs of commands: seconds, peak memory, and what l10n-drift itself says about its phases."""

import functools
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

from repositories import clean_environment

FEWEST_ROUNDS, MOST_ROUNDS = 3, 40
STATS_LINE = re.compile(r"^l10n-drift: stats: (?P<phase>\S+)\s+(?P<seconds>[\d.]+) s(?P<rest>.*)$",
                        re.MULTILINE)
COUNT = re.compile(r"([\d,]*\d) ([a-z]+)")


class Failed(Exception):
    """A command that does not do what it is asked to."""


class Run(NamedTuple):
    seconds: float
    cpu_seconds: float  # Of all threads, in the kernel too.
    peak_bytes: int
    stderr: str


class Phase(NamedTuple):
    seconds: float
    counts: dict  # Kind ("commits", "trees", "blobs") to how many were read.

    def objects(self):
        return sum(self.counts.values())


def run(command):
    """One run of the command, its output thrown away.

    The peak is wait4's ru_maxrss, the most that was ever resident, mapped files included. Linux
    keeps it in the same counter as VmHWM of /proc/PID/status, which is gone once a process ends.
    """
    with tempfile.TemporaryFile("w+", errors="replace") as stderr:
        start = time.perf_counter()
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=stderr, env=clean_environment()) as process:
            _, status, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
        stderr.seek(0)
        said = stderr.read()
    if process.returncode:
        raise Failed(f"{' '.join(map(str, command))}: exit status {process.returncode}\n{said}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, said)


class Comparison(NamedTuple):
    """The runs of two commands, by turns."""

    first: list
    second: list

    def of_best(self):
        return self.ratio(min, lambda one: one.seconds)

    def of_medians(self):
        return self.ratio(statistics.median, lambda one: one.seconds)

    def of_cpu(self):
        return self.ratio(min, lambda one: one.cpu_seconds)

    def of_median_cpu(self):
        return self.ratio(statistics.median, lambda one: one.cpu_seconds)

    def ratio(self, choose, what):
        return choose(map(what, self.first)) / choose(map(what, self.second))


def alternate(first, second, budget):
    """Runs both by turns for about `budget` seconds, so that a busy machine slows both alike. The
    first run of each warms the caches and does not count."""
    run(first)
    run(second)
    comparison = Comparison([], [])
    end = time.perf_counter() + budget
    while len(comparison.first) < FEWEST_ROUNDS or (
            time.perf_counter() < end and len(comparison.first) < MOST_ROUNDS):
        comparison.first.append(run(first))
        comparison.second.append(run(second))
    return comparison


def parse_stats(text):
    """Phase to Phase, in the order of the lines; whatever else stands in `text` is passed over."""
    return {line["phase"]: Phase(float(line["seconds"]),
                                 {kind: int(number.replace(",", ""))
                                  for number, kind in COUNT.findall(line["rest"])})
            for line in STATS_LINE.finditer(text)}


@functools.cache
def has_stats(program):
    done = subprocess.run([program, "--help"], capture_output=True, text=True, check=True)
    if "--stats" in done.stdout:
        return True
    print(f"{program} has no --stats: phases and objects stay unknown", file=sys.stderr)
    return False


def stats_of(command):
    """The phases of the command, or None if this program does not tell them."""
    if not has_stats(command[0]):
        return None
    said = run([*command, "--stats"]).stderr
    phases = parse_stats(said)
    if "total" not in phases:
        raise Failed(f"{command[0]} --stats: no total in\n{said}")
    return phases
