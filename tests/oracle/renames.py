"""Renames of sources between two revisions, as far as they are beyond doubt.

A rename leads from a path that the newer revision lacks to one that the older lacks, and no path
has a part in two; a link is no page, but its path is not free. Those of the same blob come first;
where several could be paired, the ones of the same file name, then in the order of paths. What is
left is a rename if it is at least half alike; as no two programs measure that the same way, the
oracle commits itself only where one candidate is far above half and every other far below, and says
`UNCLEAR` elsewhere.
"""

import collections
from typing import NamedTuple

from history import REGULAR_MODES
from touches import file_name

SURELY_ALIKE = 0.80
SURELY_DIFFERENT = 0.25
EXACT = (100, 100)
MEASURED = (50, 100)


class Rename(NamedTuple):
    path: bytes
    similarity: tuple  # The least and the greatest percentage to accept.


class _Unclear:
    def __repr__(self):
        return "UNCLEAR"


UNCLEAR = _Unclear()


def similarity(a, b):
    """The share of the larger text's bytes that stand in lines common to both."""
    lines_a = collections.Counter(a.splitlines(keepends=True))
    lines_b = collections.Counter(b.splitlines(keepends=True))
    common = sum(len(line) * count for line, count in (lines_a & lines_b).items())
    return common / max(len(a), len(b), 1)


def _pages_outside(entries, others):
    """The pages whose path is none of `others`: path to blob."""
    return {
        path: entry.oid
        for path, entry in entries.items()
        if path not in others and entry.mode in REGULAR_MODES
    }


def _may_be_one(a, b):
    """Whether the names let two files be versions of one: a picture is no page."""
    return a.endswith(b".png") == b.endswith(b".png")


class Renames:
    """The renames between the sources of two trees, each given as path to `Entry`."""

    def __init__(self, history, older, newer):
        self._history = history
        self._gone = _pages_outside(older, newer)
        self._come = _pages_outside(newer, older)
        self._all_come = dict(self._come)
        self._exact = self._pair_same_blobs()
        self._exact_back = {new: old for old, new in self._exact.items()}
        for old, new in self._exact.items():
            del self._gone[old], self._come[new]

    def _pair_same_blobs(self):
        possible = [
            (file_name(old) != file_name(new), old, new)
            for old, old_blob in self._gone.items()
            for new, new_blob in self._come.items()
            if old_blob == new_blob
        ]
        pairs = {}
        for _, old, new in sorted(possible):
            if old not in pairs and new not in pairs.values():
                pairs[old] = new
        return pairs

    def step(self, path):
        """What one commit made of `path`, by these two trees: a `Rename`, None or UNCLEAR."""
        if path in self._exact:
            return Rename(self._exact[path], EXACT)
        return self._alike(path, self._gone, self._come)

    def earlier(self, path):
        """What the newer revision's `path` was called in the older: a `Rename`, None or UNCLEAR."""
        if path in self._exact_back:
            return Rename(self._exact_back[path], EXACT)
        return self._alike(path, self._come, self._gone)

    def later(self, path, blob, is_taken):
        """Where `blob`, the older revision's `path`, lives on: a `Rename`, None or UNCLEAR.

        Every new path of the same blob will do, even of one that stayed; those for which `is_taken`
        holds come last.
        """
        same = [new for new, oid in self._all_come.items() if oid == blob]
        if same:
            wanted = file_name(path)
            best = min(same, key=lambda new: (is_taken(new), file_name(new) != wanted, new))
            return Rename(best, EXACT)
        return self._alike(path, self._gone, self._come)

    def _alike(self, path, side, other_side):
        """The one file of the other side that is like `path`, and like no other of its side."""
        if path not in side:
            return None
        other_side = {p: oid for p, oid in other_side.items() if _may_be_one(path, p)}
        side = {p: oid for p, oid in side.items() if _may_be_one(path, p)}
        near = self._near(side[path], other_side)
        if not near:
            return None
        (found, measure), *more = near.items()
        if more or measure < SURELY_ALIKE or len(self._near(other_side[found], side)) > 1:
            return UNCLEAR
        return Rename(found, MEASURED)

    def _near(self, blob, files):
        """Those of `files` that cannot be called different: path to similarity."""
        text = self._history.blob(blob)
        measures = {path: similarity(text, self._history.blob(oid)) for path, oid in files.items()}
        return {path: value for path, value in measures.items() if value > SURELY_DIFFERENT}
