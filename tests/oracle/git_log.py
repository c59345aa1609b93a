"""A `git` that comes first in PATH, keeps a record of how it is called, and is the real one."""

import os
import shutil
from typing import NamedTuple

from history import clean_environment

SCRIPT = """#!/bin/sh
call={folder}/$$
printf '%s\\n' "$@" >"$call.arguments"
cat >"$call.input"
exec {git} "$@" <"$call.input"
"""


class Call(NamedTuple):
    arguments: list
    lines: list  # Of its standard input.

    def is_fetch(self):
        return "fetch" in self.arguments and "--stdin" in self.arguments


class GitLog:
    def __init__(self, folder):
        self._folder = folder
        program = folder / "bin/git"
        program.parent.mkdir(parents=True)
        program.write_text(SCRIPT.format(folder=folder, git=shutil.which("git")))
        program.chmod(0o755)
        path = clean_environment()["PATH"]
        self.environment = {"PATH": f"{program.parent}{os.pathsep}{path}"}

    def take_calls(self):
        """The calls since this was last asked, the first one first."""
        calls = []
        paths = self._folder.glob("*.arguments")
        for path in sorted(paths, key=lambda path: path.stat().st_mtime_ns):
            lines = path.with_suffix(".input")
            calls.append(Call(path.read_text().splitlines(), lines.read_text().splitlines()))
            path.unlink()
            lines.unlink()
        return calls
