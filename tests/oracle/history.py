"""What the oracles know of a repository: commits, their parents, trees and dates.

Paths are bytes, as in git. A tree entry is a pair (mode, object id); a *page* is the entry of a
regular file, so symlinks and submodules are none.
"""

import datetime
import os
import subprocess
from typing import NamedTuple

REGULAR_MODES = frozenset((0o100644, 0o100755))


class Entry(NamedTuple):
    mode: int
    oid: str


class When(NamedTuple):
    """A committer date: seconds since 1970 and the zone's distance from UTC in minutes."""

    seconds: int
    zone: int

    def iso(self):
        """As `git log --format=%cI` prints it; UTC is `+00:00`."""
        zone = datetime.timezone(datetime.timedelta(minutes=self.zone))
        return datetime.datetime.fromtimestamp(self.seconds, zone).isoformat()


def clean_environment():
    """The environment of every child: no configuration but the repository's own."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "LC_", "LANG"))}
    return kept | {
        "HOME": "/nonexistent",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "LC_ALL": "C.UTF-8",
    }


def git(repo, *arguments, stdin=None):
    """The standard output of one git command, as bytes."""
    command = ["git", "-C", os.fspath(repo), "--literal-pathspecs", *arguments]
    done = subprocess.run(
        command, input=stdin, stdout=subprocess.PIPE, check=True, env=clean_environment()
    )
    return done.stdout


class History:
    """Commits and trees; how they are got at is left to the two kinds below."""

    def parents(self, commit):
        raise NotImplementedError

    def when(self, commit):
        raise NotImplementedError

    def entry(self, commit, path):
        """The entry at `path`, of whatever kind; None if there is none."""
        raise NotImplementedError

    def entries(self, commit, folder):
        """All entries below `folder`, which ends in a slash, but trees: path to entry."""
        raise NotImplementedError

    def blob(self, oid):
        raise NotImplementedError

    def last_change(self, tip, path):
        """What `git log -1 --format=%H TIP -- PATH` prints."""
        raise NotImplementedError

    def page(self, commit, path):
        """The entry at `path` if that is a page."""
        entry = self.entry(commit, path)
        return entry if entry and entry.mode in REGULAR_MODES else None

    def pages(self, commit, folder):
        """The pages below `folder`: path to object id."""
        found = self.entries(commit, folder)
        return {path: entry.oid for path, entry in found.items() if entry.mode in REGULAR_MODES}

    def ancestors(self, commit):
        """The commit and everything that can be reached from it."""
        seen = {commit}
        pending = [commit]
        while pending:
            for parent in self.parents(pending.pop()):
                if parent not in seen:
                    seen.add(parent)
                    pending.append(parent)
        return seen

    def is_ancestor(self, ancestor, commit):
        """Whether `ancestor` is `commit` or can be reached from it."""
        return ancestor in self.ancestors(commit)
