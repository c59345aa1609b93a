"""What there is to look at in a repository: its languages, its pages and its revisions."""

import json
import os

from command_lines import View

MOST_PAGES = 6


def languages_of(place, revisions):
    old = place.run_old(["languages", "--format", "json", *revisions])
    listed = json.loads(old.stdout)["languages"] if old.status == 0 else []
    listed.sort(key=lambda one: -one["files"])
    return tuple(one["language"] for one in listed) or ("ko",)


def pages_of(place, revisions):
    """A few translations of every status."""
    old = place.run_old(["--lang", "all", "--format", "json", "--granularity", "file",
                         "--untranslated", *revisions])
    files = json.loads(old.stdout)["files"] if old.status == 0 else []
    by_status = {}
    for file in files:
        if file["translation"] and file["status"] != "untranslated":
            by_status.setdefault(file["status"], []).append(file)
    some = [file for rank in range(MOST_PAGES) for files in by_status.values()
            for file in files[rank:rank + 1]]
    return some[:MOST_PAGES]


def view_of(place, revisions=(), since=("auto",)):
    pages = pages_of(place, revisions)
    sources = [file["source"] for file in pages if file["source"]]
    globs = tuple(sorted({os.path.basename(source) for source in sources})[:1])
    return View(tuple(revisions), tuple(since), languages_of(place, revisions),
                tuple(file["translation"] for file in pages), globs or ("*.md",))


def names_of(bench, *patterns):
    """The short names of references, in git's order of versions; none if there is no repository."""
    done = bench.run("git", "for-each-ref", "--sort=version:refname", "--format=%(refname:short)",
                     *patterns)
    return os.fsdecode(done.stdout).split("\n")[:-1] if done.returncode == 0 else []


def ancestors_of(bench, revision, generations):
    """`revision~N` for each of these generations that there is."""
    names = (f"{revision}~{count}" for count in generations)
    return [name for name in names
            if bench.run("git", "rev-parse", "-q", "--verify", f"{name}^0").returncode == 0]
