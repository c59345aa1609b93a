"""A scratch directory for the program, with a repository in it and nothing of the user's settings."""

import contextlib
import os
import subprocess
import tempfile

TIMEOUT_SECONDS = 120
PASSED_THROUGH = ("PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE")


class Failure(Exception):
    """Something is not as expected, or could not be set up."""


def neutral_environment(scratch, program_folder):
    """Only what git and the program need, fixed."""
    kept = {name: os.environ[name] for name in PASSED_THROUGH if name in os.environ}
    who = {"NAME": "Case", "EMAIL": "case@tidewater.example", "DATE": "2024-06-01T12:00:00 +0000"}
    return kept | {
        "PATH": f"{program_folder}:{kept.get('PATH', os.defpath)}",
        "HOME": f"{scratch}/home",
        "XDG_CONFIG_HOME": f"{scratch}/home/.config",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_CONFIG_NOSYSTEM": "1",
        # Newer git tidies up in the background, while the files are looked at.
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "maintenance.auto",
        "GIT_CONFIG_VALUE_0": "false",
        "LC_ALL": "C",
        "TZ": "UTC",
        "DIR": scratch,
    } | {f"GIT_{role}_{key}": value
         for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}


class Workbench:
    """`scratch` is the directory and `repo` the folder for a repository in it, where all runs."""

    def __init__(self, scratch, program_folder):
        self.scratch = os.path.realpath(scratch)
        self.repo = os.path.join(self.scratch, "repo")
        self.environment = neutral_environment(self.scratch, program_folder)
        os.makedirs(self.repo)
        os.makedirs(self.environment["HOME"])

    def run(self, *command, stdin=subprocess.DEVNULL, **variables):
        """What became of a command: its status and its outputs, as bytes."""
        try:
            return subprocess.run(command, cwd=self.repo, env=self.environment | variables,
                                  stdin=stdin, capture_output=True, timeout=TIMEOUT_SECONDS,
                                  check=False)
        except subprocess.TimeoutExpired as error:
            raise Failure(f"no end after {TIMEOUT_SECONDS} s: {command}") from error

    def shell(self, command, stdin=subprocess.DEVNULL):
        return self.run("/bin/sh", "-c", command, stdin=stdin)

    def output(self, *command, good=(0,), stdin=subprocess.DEVNULL):
        """The standard output of a command that has to end with one of these statuses."""
        done = self.run(*command, stdin=stdin)
        if done.returncode not in good:
            said = done.stderr.decode(errors="replace")
            raise Failure(f"{command} ends with status {done.returncode}\n{said}")
        return done.stdout

    def prepare(self, command, stdin=subprocess.DEVNULL):
        done = self.shell(command, stdin)
        if done.returncode:
            said = (done.stdout + done.stderr).decode(errors="replace")
            raise Failure(f"setup failed with status {done.returncode}: {command}\n{said}")

    def import_history(self, history):
        """A history in the format of `git fast-import`, with `main` checked out."""
        with open(history, "rb") as stream:
            self.prepare("git init -q -b main && git fast-import --quiet && git reset -q --hard",
                         stream)


@contextlib.contextmanager
def workbench(program, history=None):
    """One where `l10n-drift` is this program, for a `with` statement."""
    with tempfile.TemporaryDirectory(prefix="l10n-drift-test-") as scratch, \
            tempfile.TemporaryDirectory(prefix="l10n-drift-bin-") as program_folder:
        os.symlink(os.path.abspath(program), os.path.join(program_folder, "l10n-drift"))
        bench = Workbench(scratch, program_folder)
        if history:
            bench.import_history(history)
        yield bench
