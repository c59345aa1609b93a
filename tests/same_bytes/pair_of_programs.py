"""Two programs, each as `l10n-drift` in a folder of its own, and a place where both run."""

import contextlib
import os
import pathlib
import shlex
import shutil
import tempfile

import case_file
import workbench
from workbench import Workbench

workbench.TIMEOUT_SECONDS = 900  # The reference data is large, and a busy machine no difference.
OUT = "../out"  # Where a command line may write; it is empty before each run.


@contextlib.contextmanager
def pair_of_programs(old, new):
    """The two folders, for a `with` statement."""
    with tempfile.TemporaryDirectory(prefix="l10n-drift-bin-") as folder:
        folders = [pathlib.Path(folder, name) for name in ("old", "new")]
        for place, program in zip(folders, (old, new)):
            place.mkdir()
            (place / "l10n-drift").symlink_to(pathlib.Path(program).resolve())
        yield tuple(folders)


class Place:
    """A repository in which both programs run the same command lines, one after the other."""

    def __init__(self, name, bench, programs, tally):
        self.name = name
        self.bench = bench
        self._programs = programs
        self._tally = tally

    def compare(self, arguments):
        """Runs both and compares. Returns what the old program did."""
        old, new = (self._run(program, arguments) for program in self._programs)
        self._tally.compare(self.name, shlex.join(["l10n-drift", *arguments]), old, new)
        return old

    def run_old(self, arguments):
        """The same without the new program: what becomes the input of others."""
        return self._run(self._programs[0], arguments)

    def _run(self, program, arguments):
        out = pathlib.Path(self.bench.repo, OUT)
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        # Through PATH, as a program may print the name that it was called by.
        done = self.bench.run("l10n-drift", *arguments,
                              PATH=f"{program}:{self.bench.environment['PATH']}")
        files = {os.path.join(OUT, path.name): path.read_bytes()
                 for path in sorted(out.iterdir())}
        return case_file.Expectation(done.returncode, done.stdout, done.stderr, files)


@contextlib.contextmanager
def scratch_folder():
    with tempfile.TemporaryDirectory(prefix="l10n-drift-same-") as folder:
        yield os.path.join(os.path.realpath(folder), "scratch")


def fresh_bench(scratch, program):
    """A workbench at a path that both programs get in turn: paths stand in their outputs."""
    shutil.rmtree(scratch, ignore_errors=True)
    return Workbench(scratch, program)
