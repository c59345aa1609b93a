"""Grafts and replace refs: history is read as it was committed, and a warning says so."""

import os
import subprocess

from clones import Clone, bare_clone, clone, ensure
from history import clean_environment, git
from touches import ALL_FOLDER, SOURCE_FOLDER, language_of

AS_COMMITTED = {"GIT_NO_REPLACE_OBJECTS": "1", "GIT_GRAFT_FILE": os.devnull}
OF_GRAFTS = "l10n-drift: warning: grafts are left aside: history is read as it was committed"
OF_REPLACE_REFS = "l10n-drift: warning: {} left aside: history is read as it was committed"
FEATURES = ("grafts", "replace refs")


def _tip(origin):
    """The commit that is to lose its parents."""
    commit = origin.history.resolve(origin.head)
    ensure(origin.history.parents(commit), f"{origin.head} is a single commit: take another seed")
    return commit


def _last_change(repo, tip, path, environment=None):
    """What `git log -1` prints, with or without what was put in the history's place."""
    command = ["git", "-c", "advice.graftFileDeprecated=false", "-C", repo]
    command += ["--literal-pathspecs", "log", "-1", "--format=%H", tip, "--", path]
    environment = clean_environment() | (environment or {})
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=environment)
    return done.stdout.decode().strip()


def _check_last_changes(made, origin):
    """Git reads the origin's history once it is told to look away, and another one without."""
    tip = _tip(origin)
    misled = 0
    for path in filter(language_of, origin.history.pages(tip, ALL_FOLDER)):
        real = origin.history.last_change(tip, path)
        ensure(_last_change(made.path, tip, path, AS_COMMITTED) == real, "its history is another")
        misled += _last_change(made.path, tip, path) != real
    ensure(misled, "git is not misled")


def _check(made, origin, program, warnings):
    """The reports are the origin's, with exactly these warnings, each with a hint."""
    for run in origin.runs:
        outcome = program.run(made.path, run.named(made.named), "--untranslated")
        outcome.report()
        if outcome.stdout != origin.report_named(run, made.named):
            outcome.fail(f"not the report of the origin:\n{outcome.stdout.decode()}")
        lines = outcome.stderr.splitlines()
        about = [row for row in lines if "left aside" in row]
        after = [lines[lines.index(row) + 1 :] for row in about]
        have_hints = all(rows and rows[0].startswith("l10n-drift: hint: ") for rows in after)
        if sorted(about) != warnings or not have_hints:
            outcome.fail(f"expected {warnings}, each with a hint, got {lines}")
    if warnings:
        _check_last_changes(made, origin)


def _graft(repo, common_dir, origin):
    """Cuts off the parents of the tip: every page looks as if it came with that commit."""
    tip = _tip(origin)
    (common_dir / "info").mkdir(exist_ok=True)
    (common_dir / "info/grafts").write_text(f"{tip}\n")
    command = ["git", "-c", "advice.graftFileDeprecated=false", "-C", repo, "rev-list", tip]
    listed = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=clean_environment())
    ensure(listed.stdout.decode().split() == [tip], "the graft has no effect")


def _replace(repo, origin):
    """A commit by one without parents, and a source by another text."""
    tip = _tip(origin)
    git(repo, "replace", "--graft", tip)
    sources = origin.history.pages(origin.history.resolve(origin.runs[0].base), SOURCE_FOLDER)
    other = git(repo, "hash-object", "-w", "--stdin", stdin=b"another text\n").decode().strip()
    source = sources[min(sources)]
    git(repo, "replace", source, other)
    ensure(git(repo, "rev-list", tip).decode().split() == [tip], "the commit is not replaced")
    ensure(git(repo, "cat-file", "blob", source) == b"another text\n", "nor is the source")


def grafts(origin, folder, program, met):
    path = bare_clone(origin, folder)
    _check(Clone(path), origin, program, [])
    _graft(path, path, origin)
    _check(Clone(path), origin, program, [OF_GRAFTS])
    met["grafts"] += 1


def grafts_of_linked(origin, folder, program, _):
    """In a linked work tree they are those of the repository that it is linked to."""
    main = clone(origin, folder)
    git(main, "worktree", "add", "--quiet", "--detach", folder / "linked")
    _graft(folder / "linked", main / ".git", origin)
    _check(Clone(folder / "linked", "origin/", origin.head), origin, program, [OF_GRAFTS])


def replace_refs(origin, folder, program, met):
    """Loose and packed ones."""
    path = bare_clone(origin, folder)
    _replace(path, origin)
    _check(Clone(path), origin, program, [OF_REPLACE_REFS.format("2 replace refs are")])
    git(path, "pack-refs", "--all")
    ensure(not list(path.glob("refs/replace/*")), "the replace refs are loose")
    _check(Clone(path), origin, program, [OF_REPLACE_REFS.format("2 replace refs are")])
    met["replace refs"] += 1


def both(origin, folder, program, _):
    path = bare_clone(origin, folder)
    _replace(path, origin)
    git(path, "replace", "--delete", origin.history.resolve(origin.head))
    _graft(path, path, origin)
    warnings = sorted([OF_GRAFTS, OF_REPLACE_REFS.format("1 replace ref is")])
    _check(Clone(path), origin, program, warnings)


CHECKS = (grafts, grafts_of_linked, replace_refs, both)
