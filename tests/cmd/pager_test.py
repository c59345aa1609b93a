#!/usr/bin/env python3
"""Looks at the diff at a terminal: pager_test.py PROGRAM HISTORY

It goes through the pager that git would take, but for the one that a repository names: nobody starts
a program by being cloned. Elsewhere, and for other commands, none is started. Each pager here is a
script that notes that it ran, and what it was given.
"""

import os
import pathlib
import re
import shutil
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from terminal_test import at_terminal  # noqa: E402
from workbench import workbench  # noqa: E402

COLOR = re.compile(r"\x1b\[[0-9;]*m")
DIFF = ("l10n-drift", "diff", "content/ko")
LINES_OF_A_LONG_PAGE = 20000  # More than a pipe takes.


class Pagers:
    """Scripts named after what names them, and what became of them."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir()

    def make(self, name, body="cat", file=None):
        """A pager that shows all, or does what `body` says, and notes it."""
        script = self.folder / (file or name)
        script.write_text(f'#!/bin/sh\nprintf %s "$LESS" > "{self.folder}/{name}.ran"\n{body}\n')
        script.chmod(0o755)
        return str(script)

    def take(self):
        """The names of those that ran since the last time, each with its LESS."""
        notes = sorted(self.folder.glob("*.ran"))
        ran = {note.stem: note.read_text() for note in notes}
        for note in notes:
            note.unlink()
        return ran


class Trial:
    """The program with pagers at hand, and what was wrong with it."""

    def __init__(self, bench):
        self.bench = bench
        self.pagers = Pagers(f"{bench.scratch}/pagers")
        self.plain = bench.output(*DIFF).decode()
        self.problems = []

    def expect(self, what, is_met):
        if not is_met:
            self.problems.append(what)

    def show(self, what, expected, *options, command=DIFF, is_remark_expected=False, **variables):
        """What a terminal shows; `expected` are the pagers that have to run."""
        shown = at_terminal(self.bench, [*command, *options], 80, is_remark_expected, **variables)
        ran = sorted(self.pagers.take())
        self.expect(f"{what}: these ran: {ran}", ran == sorted(expected))
        return shown


def try_choices(trial):
    """Which pager it is."""
    bench, pagers = trial.bench, trial.pagers
    of_git = {"GIT_PAGER": pagers.make("git")}
    of_all = {"PAGER": pagers.make("all")}
    bench.output("git", "config", "core.pager", pagers.make("repository"))
    bench.output("git", "config", "pager.diff", pagers.make("command"))
    user = pathlib.Path(bench.scratch, "user.config")
    user.write_text(f'[core]\n\tpager = "{pagers.make("user")} | tr a-z A-Z"\n')
    of_user = {"GIT_CONFIG_GLOBAL": str(user)}
    system = pathlib.Path(bench.scratch, "system.config")
    system.write_text(f'[core]\n\tpager = {pagers.make("system")}\n')
    of_system = {"GIT_CONFIG_SYSTEM": str(system), "GIT_CONFIG_NOSYSTEM": "0"}

    trial.show("GIT_PAGER is first", ["git"], **of_git, **of_user, **of_all)
    shown = trial.show("then the user's core.pager", ["user"], **of_user, **of_system, **of_all)
    trial.expect("it is a command of the shell", shown == shown.upper())
    trial.show("then the system's", ["system"], **of_system, **of_all)
    trial.show("then PAGER, and never the repository's", ["all"], **of_all)
    for way_off in ("", "cat"):
        shown = trial.show(f"GIT_PAGER={way_off!r} is none", [], GIT_PAGER=way_off, **of_user)
        trial.expect("and there are colours", COLOR.sub("", shown) == trial.plain != shown)
    trial.show("PAGER=cat is none", [], PAGER="cat")
    trial.show("--no-pager is none", [], "--no-pager", **of_git)


def try_home(trial):
    """The files that git finds by itself."""
    home = pathlib.Path(trial.bench.environment["HOME"])
    found = {name: value for name, value in trial.bench.environment.items()
             if name != "GIT_CONFIG_GLOBAL"}
    trial.bench.environment, kept = found, trial.bench.environment
    (home / ".config/git").mkdir(parents=True)
    (home / ".config/git/config").write_text(f'[core]\n\tpager = {trial.pagers.make("xdg")}\n')
    trial.show("~/.config/git/config", ["xdg"])
    (home / ".gitconfig").write_text(f'[core]\n\tpager = {trial.pagers.make("home")}\n')
    trial.show("~/.gitconfig is before it", ["home"])
    trial.bench.environment = kept


def try_less(trial):
    """What there is without any choice."""
    program = shutil.which("l10n-drift", path=trial.bench.environment["PATH"])
    command = (program, *DIFF[1:])
    trial.pagers.make("less", body='while IFS= read -r line; do echo "$line"; done')
    shown = trial.show("less", ["less"], command=command, PATH=str(trial.pagers.folder))
    trial.expect("less shows all", COLOR.sub("", shown).count("\n") == trial.plain.count("\n"))
    empty = pathlib.Path(trial.bench.scratch, "empty")
    empty.mkdir()
    shown = trial.show("no less", [], command=command, PATH=str(empty))
    trial.expect("without less, it is all there", COLOR.sub("", shown) == trial.plain)


def try_text(trial):
    """What the pager is given, and what it makes of that."""
    pagers = trial.pagers
    all_of_it = {"GIT_PAGER": pagers.make("all")}
    shown = trial.show("colours", ["all"], **all_of_it)
    trial.expect("a pager gets colours", COLOR.sub("", shown) == trial.plain != shown)
    trial.expect("words are marked", "\x1b[7;32mWith more\x1b[0m" in shown)
    shown = trial.show("NO_COLOR", ["all"], NO_COLOR="1", **all_of_it)
    trial.expect("NO_COLOR is kept to", shown == trial.plain)
    shown = trial.show("--color never", ["all"], "--color", "never", **all_of_it)
    trial.expect("--color is kept to", shown == trial.plain)
    shown = trial.show("--stat", ["all"], "--stat", **all_of_it)
    trial.expect("--stat is paged", " 1 file changed" in shown)

    at_terminal(trial.bench, DIFF, 80, **all_of_it)
    trial.expect("LESS is git's", pagers.take() == {"all": "FRX"})
    at_terminal(trial.bench, DIFF, 80, LESS="S", **all_of_it)
    trial.expect("LESS is the user's", pagers.take() == {"all": "S"})

    shown = trial.show("a way out", ["short"], GIT_PAGER=pagers.make("short", "head -n 1"))
    trial.expect("a pager shows what it likes", COLOR.sub("", shown) == "# content/ko/_index.md\n")
    trial.show("a pager that fails", ["bad"], GIT_PAGER=pagers.make("bad", "cat; exit 1"))
    shown, said = trial.show("no such pager", [], GIT_PAGER="no-such-pager",
                             is_remark_expected=True)
    trial.expect("then it is printed", COLOR.sub("", shown) == trial.plain)
    trial.expect(f"the shell says why: {said}", "no-such-pager" in said)


def try_elsewhere(trial):
    """Where there is nothing for a pager to do."""
    pager = trial.pagers.make("all")
    bench = trial.bench
    bench.environment["GIT_PAGER"] = pager
    bench.output(*DIFF)
    bench.output(*DIFF, "-o", f"{bench.scratch}/out.diff")
    trial.show("-o FILE", [], "-o", f"{bench.scratch}/out.diff")
    trial.show("other commands", [], command=("l10n-drift", "status", "--lang", "ko"))
    trial.show("nothing to show", [], command=("l10n-drift", "diff", "content/ko/docs/community"),
               is_remark_expected=True)


def try_long_page(trial):
    """A pager that leaves early has us write into a pipe that nobody reads."""
    page = pathlib.Path(trial.bench.repo, "content/en/_index.md")
    page.write_text("".join(f"Line {i} of many.\n\n" for i in range(LINES_OF_A_LONG_PAGE)))
    trial.bench.output("git", "commit", "-qam", "en: much")
    trial.show("a long page", ["none"], GIT_PAGER=trial.pagers.make("none", "exit 0"))


def main():
    program, history = sys.argv[1:3]
    with workbench(program, history) as bench:
        trial = Trial(bench)
        for attempt in (try_choices, try_home, try_less, try_text, try_long_page, try_elsewhere):
            attempt(trial)
    if trial.problems:
        sys.exit("\n".join(trial.problems))


if __name__ == "__main__":
    os.environ.pop("LESS", None)
    main()
