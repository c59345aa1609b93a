#!/usr/bin/python3
"""Checks that the shells complete what the program has: completions_test.py ROOT PROGRAM

- Every option of `--help`, and of each subcommand's, stands in each of the completion files, and
  no other.
- bash, which is asked itself, offers exactly the options of the command on its line, the values of
  the options that have some, and the branches of the repository.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import docs_test

CHOICES = {"--format": {"issue", "text", "json", "csv"}, "--style": {"shortstat", "compact"},
           "--color": {"auto", "always", "never"}, "--granularity": {"block", "file"},
           "--links": {"none"},
           "--fail-on": {"lost", "forgotten", "left_behind", "copy", "orphaned", "was_behind",
                         "not_compared", "never", "unknown", "invalid_baseline", "outdated",
                         "partially_updated", "renamed", "deleted"},
           "--min-severity": {"cosmetic", "minor", "substantive"}}
BRANCHES = {"main", "dev-1.2-ko.1", "$(touch${IFS}touched)"}

ENVIRONMENT = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C",
               "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"}

ASK_BASH = r"""
source "$1" || exit
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
_l10n_drift
for word in "${COMPREPLY[@]}"; do
  eval "printf '%s\n' $word"
done
"""


def options_of_bash(text):
    """The words that the function which offers options prints."""
    body = re.search(r"^_l10n_drift_options\(\) \{\n(.*?)^\}", text, re.M | re.S)[1]
    return {name for line in body.replace("\\\n", " ").splitlines() if "[[ -n $1 ]] &&" not in line
            for name in docs_test.OPTION.findall(re.sub(r"\[\[.*?\]\]", "", line))}


def options_of_zsh(text):
    """The option specifications: `--base=[...]`, or `(-C --repo)'{-C,--repo=}'[...]`."""
    single = re.findall(r"'\*?(?:\([^)]*\))?(--?[a-z-]+)=?\[", text)
    pairs = re.findall(r"\{(-\w),(--[a-z-]+)=?\}'\[", text)
    return set(single).union(*pairs)


def options_of_fish(text):
    lines = [line for line in text.splitlines() if line.startswith("complete ")]
    long = {"--" + name for line in lines for name in re.findall(r" -l ([a-z-]+)", line)}
    return long | {"-" + name for line in lines for name in re.findall(r" -s (\w)", line)}


READERS = {"l10n-drift.bash": options_of_bash, "_l10n-drift": options_of_zsh,
           "l10n-drift.fish": options_of_fish}


def check_options(folder, options):
    for name, read in READERS.items():
        named = read((folder / name).read_text())
        yield from (f"{name}: lacks {option}" for option in sorted(options - named))
        yield from (f"{name}: the program has no option {option}"
                    for option in sorted(named - options))


def ask_bash(script, repository, *words):
    """What bash offers for the last of `words`, as the program would get it, and its complaints."""
    done = subprocess.run(["bash", "-c", ASK_BASH, "bash", str(script), "l10n-drift", *words],
                          cwd=repository, env=ENVIRONMENT, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=60, check=False)
    return set((done.stdout + done.stderr).splitlines())


def bash_questions(program):
    """What is on the line, and what bash has to offer."""
    helps = {name: docs_test.options_in_help(docs_test.help_text(program, name))
             for name in ((), ("report",), ("status",), ("check",), ("diff",), ("languages",),
                          ("init",))}
    for command, options in helps.items():
        yield (*command, "-"), options
        yield (*command, "-o", "report", "--"), {name for name in options if name[1] == "-"}
    yield ("",), {"report", "status", "check", "diff", "languages", "init", "pins",
                  "reviewed", "touches", "help"}
    for option, values in CHOICES.items():
        yield (option, ""), values
        yield (option, "=", ""), values
        yield (option, "="), values
    yield ("--format", "=", "j"), {"json"}
    yield ("check", "--format", ""), {"text", "json", "github"}
    yield ("languages", "--format", ""), {"text", "json"}
    yield ("status", "--format", ""), {"text", "json"}
    yield ("status", "--sort", ""), {"path", "age", "size", "severity"}
    yield ("languages", "--lang", ""), {"all"}
    yield ("languages", "--branch", ""), BRANCHES
    yield ("init", "--branch", ""), BRANCHES
    yield ("--base", ""), BRANCHES
    yield ("--branch", ""), BRANCHES | {"auto"}
    yield ("diff", "--since", "dev"), {"dev-1.2-ko.1"}
    yield ("-C", "..", "--base", ""), set()
    yield ("-C", "..", "--repo", "=", ".", "--base", "m"), {"main"}


def make_repository(path):
    git = ["git", "-C", str(path), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    commands = [["git", "init", "-q", "-b", "main", str(path)],
                [*git, "commit", "-q", "--allow-empty", "-m", "Start"],
                *([*git, "branch", branch] for branch in sorted(BRANCHES - {"main"}))]
    for command in commands:
        subprocess.run(command, env=ENVIRONMENT, check=True)


def check_bash(script, program):
    with tempfile.TemporaryDirectory() as scratch:
        repository = pathlib.Path(scratch) / "repo"
        make_repository(repository)
        for words, expected in bash_questions(program):
            offered = ask_bash(script, repository, *words)
            if offered != expected:
                yield f"bash: {words} is answered with {sorted(offered)}, not {sorted(expected)}"
        if (repository / "touched").exists():
            yield "bash: the name of a branch was run as a command"


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    folder, program = pathlib.Path(arguments[0]).resolve() / "docs/completions", arguments[1]
    problems = [*check_options(folder, docs_test.program_options(program)),
                *check_bash(folder / "l10n-drift.bash", program)]
    print("\n".join(problems) or "the shells complete what the program has")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
