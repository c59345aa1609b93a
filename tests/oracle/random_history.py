"""A random history for a seed: branches, several roots and merges of every kind."""

import random

from history import When
from known_history import Commit, KnownHistory
from random_changes import Changes
from random_pages import LANGUAGES, NAMES

FIRST_SECOND = 1_500_000_000
ZONES = (0, 0, 60, -420, 330, 540)
CLOCKS = ("forward", "forward", "equal", "backward", "wild")


def random_history(seed):
    """The `KnownHistory` that `seed` stands for, and whether its clock was right throughout."""
    growth = _Growth(random.Random(seed))
    return KnownHistory(growth.commits, growth.named_heads()), growth.clock == "forward"


class _Growth:
    def __init__(self, rng):
        self._rng = rng
        self.commits = []
        self.clock = rng.choice(CLOCKS)
        languages = rng.sample(LANGUAGES, rng.randint(1, 3))
        names = rng.sample(NAMES, rng.randint(4, 13))
        self._changes = Changes(rng, languages, names)
        self._heads = []
        self._grow(rng.randint(10, 60))

    def named_heads(self):
        """Branches for the heads and some older commits: name to commit number."""
        others = self._heads[:-1] + self._rng.sample(range(len(self.commits)), 3)
        named = {f"dev-1.{number}-ko.1": commit for number, commit in enumerate(others, 1)}
        return {"main": self._heads[-1]} | named

    def _grow(self, count):
        self._add_root()
        kinds = (self._advance, self._fork, self._merge, self._criss_cross, self._add_root)
        while len(self.commits) < count:
            self._rng.choices(kinds, (62, 12, 20, 3, 2))[0]()
        while len(self._heads) > 4:
            self._merge()

    def _commit(self, parents, tree):
        self.commits.append(Commit(parents, tree, self._next_date()))
        return len(self.commits) - 1

    def _next_date(self):
        number = len(self.commits)
        distance = {
            "forward": 60 * number,
            "equal": 60 * (number // 7),
            "backward": -60 * number,
            "wild": self._rng.randrange(3600),
        }[self.clock]
        return When(FIRST_SECOND + distance, self._rng.choice(ZONES))

    def _child_of(self, parent, changes):
        tree = dict(self.commits[parent].tree)
        self._changes.apply(tree, changes)
        return self._commit([parent], tree)

    def _add_root(self):
        tree = {}
        self._changes.settle(tree)
        self._heads.append(self._commit([], tree))

    def _advance(self):
        which = self._rng.randrange(len(self._heads))
        changes = self._rng.choice((1, 1, 1, 2, 3))
        self._heads[which] = self._child_of(self._heads[which], changes)

    def _fork(self):
        parent = self._rng.randrange(len(self.commits))
        self._heads.append(self._child_of(parent, self._rng.randint(1, 3)))

    def _merge(self):
        """A merge of two heads, now and then three; some heads live on beside it."""
        if len(self._heads) < 2:
            return
        wanted = 3 if self._rng.random() < 0.15 else 2
        heads = self._rng.sample(self._heads, min(wanted, len(self._heads)))
        merge = self._commit(heads, self._merged(heads))
        self._heads = [h for h in self._heads if h not in heads or self._rng.random() < 0.2]
        self._heads.append(merge)

    def _criss_cross(self):
        if len(self._heads) < 2:
            return
        heads = self._rng.sample(self._heads, 2)
        crossed = [self._commit(pair, self._merged(pair)) for pair in (heads, heads[::-1])]
        self._heads = [h for h in self._heads if h not in heads] + crossed

    def _merged(self, heads):
        """A clean merge, one with changes of its own, one side's tree, or a patchwork of all."""
        kinds = ("clean", "evil", "ours", "theirs", "patchwork")
        kind = self._rng.choices(kinds, (40, 20, 10, 10, 20))[0]
        trees = [self.commits[head].tree for head in heads]
        if kind in ("ours", "theirs"):
            return dict(trees[0 if kind == "ours" else -1])
        if kind == "patchwork":
            return self._patchwork(trees)
        merged = dict(trees[0])
        for head, tree in zip(heads[1:], trees[1:]):
            merged = _three_way(self._merge_base(heads[0], head), merged, tree)
        if kind == "evil":
            self._changes.apply(merged, self._rng.randint(1, 4))
        return merged

    def _patchwork(self, trees):
        paths = sorted(set().union(*trees))
        chosen = {path: self._rng.choice(trees).get(path) for path in paths}
        return {path: entry for path, entry in chosen.items() if entry}

    def _merge_base(self, a, b):
        """The tree of the newest common ancestor; an empty one without any."""
        common = self._below(a) & self._below(b)
        return self.commits[max(common)].tree if common else {}

    def _below(self, number):
        seen, pending = {number}, [number]
        while pending:
            for parent in self.commits[pending.pop()].parents:
                if parent not in seen:
                    seen.add(parent)
                    pending.append(parent)
        return seen


def _three_way(base, ours, theirs):
    """Each path as the side has it that changed it; as ours in a conflict."""
    merged = {}
    for path in sorted(set(ours) | set(theirs)):
        unchanged = ours.get(path) == base.get(path)
        entry = (theirs if unchanged else ours).get(path)
        if entry:
            merged[path] = entry
    return merged
