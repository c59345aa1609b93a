"""git's history simplification for a single path, written down from its documentation.

`git log -- PATH` drops a commit whose entry at PATH is that of a parent ("TREESAME"), and at a
merge that has such a parent it goes on from that parent alone, the first of several. An entry is a
mode and an object: a change of mode counts. See "History Simplification" in git-log(1).
"""


def last_change(history, tip, path):
    """The commit that `git log -1 --format=%H TIP -- PATH` prints; `path` is there at the tip.

    Up to the first commit that is printed there is always exactly one to go on from, so that
    dates have no say.
    """
    commit = tip
    while True:
        entry = history.entry(commit, path)
        same = [p for p in history.parents(commit) if history.entry(p, path) == entry]
        if not same:
            return commit
        commit = same[0]


def log_between(history, baseline, base, path):
    """The set of commits of `git log BASELINE..BASE -- PATH`.

    Parents on the other side of BASELINE are "irrelevant": a merge is not simplified to one of
    them, nor do they make it a change where it has relevant ones. BASELINE itself is relevant.
    """
    excluded = history.ancestors(baseline)
    listed = set()
    seen = set()
    pending = [base]
    while pending:
        commit = pending.pop()
        if commit in seen or commit in excluded:
            continue
        seen.add(commit)
        follow, changed = _simplify(history, commit, path, excluded - {baseline})
        if changed:
            listed.add(commit)
        pending.extend(follow)
    return listed


def _simplify(history, commit, path, irrelevant):
    """The parents to go on from, and whether the commit is listed."""
    entry = history.entry(commit, path)
    parents = history.parents(commit)
    if not parents:
        return [], entry is not None
    relevant = [p for p in parents if p not in irrelevant]
    for parent in relevant:
        if history.entry(parent, path) == entry:
            return [parent], False
    changed = any(history.entry(p, path) != entry for p in relevant or parents)
    return parents, changed
