"""The program under test: which reports it is asked for, and what it says."""

import json
import subprocess
from typing import NamedTuple, Optional

from history import clean_environment
from touches import SOURCE_FOLDER, language_of

CONFIG = {"layout": {"source": "content/en/{path}", "translation": "content/{lang}/{path}"}}


class Failure(Exception):
    """Something that the program said, or failed to say; the text shows it."""


class Run(NamedTuple):
    """The revisions that a report is made of, whether it lists commits, and how closely it looks.

    The rule is about pages as wholes; looking into them is the program's default.
    """

    base: str
    branch: str
    since: Optional[str] = None
    with_commits: bool = False
    granularity: str = "file"

    def named(self, name_of):
        """The same report where revisions go by other names."""
        since = self.since and name_of(self.since)
        return self._replace(base=name_of(self.base), branch=name_of(self.branch), since=since)

    def names(self):
        return {self.base, self.branch, self.since} - {None}

    def arguments(self):
        arguments = ["--base", self.base, "--branch", self.branch]
        if self.since:
            arguments += ["--since", self.since]
        if self.granularity != "block":
            arguments += ["--granularity", self.granularity]
        return arguments + (["--commits"] if self.with_commits else [])

    def looking_into_pages(self):
        return self._replace(granularity="block")


def choose_runs(history, rng):
    """Some reports of a random history; none where there is nothing to compare."""

    def pages(name):
        return history.pages(history.resolve(name), b"content/")

    names = list(history.refs)
    bases = [n for n in names if any(p.startswith(SOURCE_FOLDER) for p in pages(n))]
    branches = [n for n in names if any(map(language_of, pages(n)))]
    if bases and branches:
        chosen = rng.choice(names)
        for since, with_commits in ((None, False), (None, True), (chosen, False)):
            yield Run(rng.choice(bases), rng.choice(branches), since, with_commits)


class Outcome(NamedTuple):
    """What one run of the program came to."""

    command: str
    status: int
    stdout: bytes
    stderr: str

    def report(self):
        if self.status:
            self.fail(f"exit status {self.status}: {self.stderr!r}")
        try:
            return json.loads(self.stdout)
        except ValueError as error:
            raise Failure(f"{self.command}\n    no JSON: {error}") from error

    def expect_error(self, *lines):
        """An error of exactly these lines, and nothing on standard output."""
        got = (self.status, self.stdout, self.stderr.splitlines())
        if got != (2, b"", list(lines)):
            self.fail(f"expected the error {lines}, got {got}")

    def fail(self, *lines):
        raise Failure("\n    ".join([self.command, *lines]))


class Program:
    """The program, with a configuration; else one that knows the layout of the random histories."""

    def __init__(self, path, folder, config=None):
        self._path = path
        self._config = folder / "config.json"
        self._config.write_text(json.dumps(config or CONFIG))

    def run(self, repo, run, *options, environment=None):
        """Asks for the JSON report of all languages."""
        command = [self._path, "-C", repo, "--config", self._config, "--lang", "all"]
        command += ["--format", "json", *run.arguments(), *options]
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=clean_environment() | (environment or {}),
            check=False,
        )
        words = " ".join(str(word) for word in command)
        return Outcome(words, done.returncode, done.stdout, done.stderr.decode(errors="replace"))
