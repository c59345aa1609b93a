"""A repository that is repacked while the program runs: every run has to give the same report."""

import contextlib
import itertools
import os
import shutil
import subprocess
import threading

from clones import bare_clone, counts, ensure
from history import git

RUNS = 100
FEATURES = ("rounds", "reports")


class _Repacker(threading.Thread):
    """Packs, packs anew, collects garbage and unpacks, over and over."""

    def __init__(self, repo):
        super().__init__()
        self._repo = repo
        self._loose = repo.with_name("loose")
        self._has_to_stop = threading.Event()
        self.rounds = 0
        self.error = None
        self._prepare_loose_objects()

    def _prepare_loose_objects(self):
        """Every object as a file, in a repository beside the one that is repacked."""
        git(self._repo.parent, "init", "--quiet", "--bare", self._loose)
        for pack in self._repo.glob("objects/pack/*.pack"):
            git(self._loose, "unpack-objects", "-q", stdin=pack.read_bytes())
        ensure(counts(self._loose)["count"] != "0", "nothing was unpacked")

    def run(self):
        packing = (
            ("repack", "-q", "-a", "-d"),
            ("repack", "-q", "-a", "-d", "-f"),
            ("gc", "--quiet", "--prune=now"),
        )
        try:
            for command in itertools.cycle(packing):
                if self._has_to_stop.is_set():
                    return
                git(self._repo, *command)
                self._unpack()
                self.rounds += 1
        except (OSError, subprocess.CalledProcessError) as error:  # For the thread that waits.
            self.error = error

    def _unpack(self):
        """Puts the loose objects in place, each at once, and only then takes the packs away."""
        objects = self._repo / "objects"
        for source in self._loose.glob("objects/??/*"):
            target = objects / source.parent.name / source.name
            target.parent.mkdir(exist_ok=True)
            with contextlib.suppress(FileExistsError):
                os.link(source, target)
        for ending in ("idx", "pack"):
            for path in objects.glob(f"pack/*.{ending}"):
                path.unlink()

    def stop(self):
        self._has_to_stop.set()
        self.join()
        shutil.rmtree(self._loose)
        if self.error:
            raise self.error


def repacked_meanwhile(origin, folder, program, met):
    path = bare_clone(origin, folder)
    repacker = _Repacker(path)
    repacker.start()
    failures = []
    try:
        for run in itertools.islice(itertools.cycle(origin.runs), RUNS):
            outcome = program.run(path, run, "--untranslated")
            if outcome.stdout != origin.report(run):
                failures.append(outcome)
    finally:
        repacker.stop()
    if failures:
        messages = sorted({f"exit status {o.status}: {o.stderr!r}" for o in failures})
        failures[0].fail(f"{len(failures)} of {RUNS} runs gave another report", *messages)
    met["rounds"] += repacker.rounds
    met["reports"] += RUNS


CHECKS = (repacked_meanwhile,)
