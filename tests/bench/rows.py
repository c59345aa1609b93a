"""What is measured: a function for each row of the table."""

import os
import statistics
import sys
from typing import NamedTuple

from measure import alternate, run, stats_of
from moving_site import MovingShape
from synthesize import Shape
from table import Line

FULL_REPORT = "full report"
GIT_LOG = "`git log --format=%H --name-only main -- content/ko`"
GIT_LOG_OF_PATCHES = "`git log -p --format=%H main -- content/en content/ko`"
MEGABYTE = 1_000_000
MEMORY_RUNS = 3


class Sizes(NamedTuple):
    """How large the synthetic histories are, in commits, and the seconds that one row may take."""

    site: int = 100_000
    languages: int = 50_000
    moving: int = 57_000
    seconds: float = 20


QUICK = Sizes(site=20_000, languages=10_000, moving=8_000, seconds=4)


class Skipped(Exception):
    """A row that needs data that is not there."""


class Bench:
    """The program, the data, and what has been learned on the way."""

    def __init__(self, program, bundle, repositories, sizes):
        self.program = os.path.abspath(program)
        self.bundle = bundle
        self.repositories = repositories
        self.sizes = sizes
        self.phases = {}  # Row to phases.

    def reference(self):
        if not os.path.isfile(self.bundle):
            raise Skipped(f"there is no reference data at '{self.bundle}'")
        return self.repositories.reference(self.bundle)

    def site(self, times=1):
        return self.repositories.synthetic(Shape(self.sizes.site * times))

    def moving(self):
        return self.repositories.moving(MovingShape(self.sizes.moving))

    def report(self, repository, base="main", languages="ko", since=()):
        """Of pages as wholes: the walk, and little else."""
        return [*self.report_of_blocks(repository, base, languages), "--granularity", "file",
                *since]

    def report_of_blocks(self, repository, base="main", languages="ko"):
        return [self.program, "-C", repository, "--base", base, "--branch", base,
                "--lang", languages, "--format", "json"]

    def compare(self, row, first, second):
        """Times two commands, of which the first is ours, and asks that for its phases."""
        comparison = alternate(first, second, self.sizes.seconds)
        phases = stats_of(first)
        if phases:
            self.phases[row] = phases
        return comparison


def git_log(repository):
    return ["git", "-C", repository, "log", "--format=%H", "--name-only", "main", "--",
            "content/ko"]


def ratio_line(row, work, against, comparison, limit):
    return Line(row, work, against, comparison.of_best(), comparison.of_medians(), limit,
                cpu=comparison.of_cpu())


def memory_line(row, work, command, limit):
    peaks = [run(command).peak_bytes / MEGABYTE for _ in range(MEMORY_RUNS)]
    return Line(row, work, "", max(peaks), statistics.median(peaks), limit, " MB")


def measure_reference(bench):
    repository = bench.reference()
    comparison = bench.compare("reference", bench.report(repository), git_log(repository))
    yield ratio_line("reference", f"{FULL_REPORT}, Korean, JSON, reference data", GIT_LOG,
                     comparison, 1.0)


def measure_blocks(bench):
    """Pages looked into, as is the default: against git's own reading of all that changed."""
    repository = bench.reference()
    ours = bench.report_of_blocks(repository)
    patches = ["git", "-C", repository, "log", "-p", "--format=%H", "main", "--", "content/en",
               "content/ko"]
    work = "default report, blocks included, Korean, JSON, reference data"
    yield ratio_line("blocks", work, GIT_LOG_OF_PATCHES,
                     bench.compare("blocks", ours, patches), 0.5)
    yield memory_line("blocks", "its peak memory", ours, 300)


def measure_site(bench):
    repository = bench.site()
    comparison = bench.compare("large-site", bench.report(repository), git_log(repository))
    yield ratio_line("large-site", f"the same on a large site, {bench.sizes.site:,} commits",
                     GIT_LOG, comparison, 1.2)


def measure_commit_graph(bench):
    plain = bench.site()
    graph = bench.repositories.with_commit_graph(plain)
    comparison = bench.compare("commit-graph", bench.report(graph), bench.report(plain))
    yield ratio_line("commit-graph", "the same with a commit-graph", "our own time without it",
                     comparison, 1.05)


def measure_milestone(bench):
    repository = bench.reference()
    since, base = "dev-1.19-ko.3", "cut/dev-1.19-ko.4"
    ours = bench.report(repository, base=base, since=("--since", since))
    diff = ["git", "-C", repository, "diff", "--numstat", "-M", since, base, "--", "content/en"]
    yield ratio_line("milestone", "milestone report, reference data",
                     "`git diff --numstat -M` of both `content/en`",
                     bench.compare("milestone", ours, diff), 1.5)


def measure_languages(bench):
    shape = Shape(bench.sizes.languages, languages=12, elsewhere=0.1, source=0.3)
    repository = bench.repositories.synthetic(shape)
    comparison = bench.compare("languages", bench.report(repository, languages="all"),
                               bench.report(repository))
    yield ratio_line("languages", f"12 languages in one run, {shape.commits:,} commits",
                     "one language", comparison, 2.5)


def measure_moving(bench):
    """One language of a site that is moved about, and then all."""
    repository = bench.moving()
    comparison = bench.compare("moving", bench.report(repository), git_log(repository))
    work = f"a site that is moved about, {bench.sizes.moving:,} commits"
    yield ratio_line("moving", work, GIT_LOG, comparison, 1.0)
    yield Line("moving", "its processor time", GIT_LOG, comparison.of_cpu(),
               comparison.of_median_cpu(), 1.5)
    comparison = bench.compare("moving, 16 languages", bench.report(repository, languages="all"),
                               bench.report(repository))
    yield ratio_line("moving", "its 16 languages in one run", "one language", comparison, 2.5)


def measure_twice(bench):
    """Time, and the objects read, which no other work on the machine can change."""
    work, against = f"twice the history, {2 * bench.sizes.site:,} commits", "the half"
    double, half = bench.report(bench.site(times=2)), bench.report(bench.site())
    yield ratio_line("twice", f"{work}: time", against, bench.compare("twice", double, half), 2.2)
    objects = [stats and stats["total"].objects() for stats in (stats_of(double), stats_of(half))]
    ratio = objects[0] / objects[1] if all(objects) else None
    yield Line("twice", f"{work}: objects read", against, ratio, ratio, 2.2)


def measure_memory_of(row, commits):
    def measure(bench):
        shape = Shape(commits, languages=4, pages=500, translated=500)
        command = bench.report(bench.repositories.synthetic(shape), languages="all")
        yield memory_line(row, f"peak memory, {commits:,} commits, 2,000 translations", command,
                          400)
    return measure


ROWS = {
    "reference": measure_reference,
    "blocks": measure_blocks,
    "large-site": measure_site,
    "commit-graph": measure_commit_graph,
    "milestone": measure_milestone,
    "languages": measure_languages,
    "moving": measure_moving,
    "twice": measure_twice,
    "memory": measure_memory_of("memory", 100_000),
    "million": measure_memory_of("million", 1_000_000),
}
ONLY_IF_ASKED_FOR = {"million"}  # Its history takes a quarter of an hour to make.


def measure_rows(bench, names):
    """The lines of the rows; one whose data is missing is left out, by name and out loud."""
    for name in names:
        try:
            for line in ROWS[name](bench):
                print(f"{line.row}: {line.number(line.best)} of {line.number(line.limit)}",
                      file=sys.stderr)
                yield line
        except Skipped as reason:
            print(f"{name}: skipped, as {reason}", file=sys.stderr)
