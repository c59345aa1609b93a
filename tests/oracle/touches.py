"""The touches of a translation (docs/design.md): the commits that changed its content.

They are the commits of `git log BRANCH -- TRANSLATION`, but for those that changed its mode alone
or only moved it: from such a commit the search goes on, at the parent and the path that had the
same blob, wherever that was.
"""

import re
from typing import NamedTuple, Optional

TRANSLATION = re.compile(rb"content/([a-z]{2,3}(?:-[A-Za-z0-9]+)*)/(.+)", re.DOTALL)
SOURCE_FOLDER = b"content/en/"
ALL_FOLDER = b"content/"  # Of the sources and of every language.
EVERYWHERE = b""


class Touch(NamedTuple):
    commit: str
    path: bytes  # Of the translation, in the commit's tree.
    source: Optional[bytes] = None  # Of its source there, where `path` is no translation's.

    def source_then(self):
        return self.source or source_of(self.path)


def language_of(path):
    """The language of a translation's path; None for any other path."""
    match = TRANSLATION.fullmatch(path)
    return match[1].decode() if match and match[1] != b"en" else None


def source_of(translation):
    return SOURCE_FOLDER + TRANSLATION.fullmatch(translation)[2]


def translation_of(source, language):
    return b"content/%s/%s" % (language.encode(), source[len(SOURCE_FOLDER) :])


def file_name(path):
    return path.rsplit(b"/", 1)[-1]


def step_over(history, here):
    """Where the search goes on if a commit changed the page's mode alone or moved it; or None.

    The commit is one that git lists for the path, which it has.
    """
    commit, path, source = here
    blob = history.page(commit, path).oid
    parents = history.parents(commit)
    there = [(p, page) for p in parents if (page := history.page(p, path))]
    for parent, page in there:
        if page.oid == blob:
            return Touch(parent, path, source)
    if there:
        return None
    moves = [
        (not language_of(old), file_name(old) != file_name(path), old, number, parent)
        for number, parent in enumerate(parents)
        for old, oid in history.pages(parent, EVERYWHERE).items()
        if oid == blob and not history.entry(commit, old) and old != own_source(path)
    ]
    if not moves:
        return None
    *_, old, _, parent = min(moves)
    return came_from(history, here, parent, old)


def own_source(path):
    return source_of(path) if language_of(path) else None


def came_from(history, here, parent, old):
    """The page as it was in the parent, at `old`, with the source that it had there."""
    if language_of(old):
        return Touch(parent, old)
    return Touch(parent, old, source_before(history, here, parent, old))


def source_before(history, here, parent, old):
    """What moved to the source's place in the same commit; else the name that goes with `old`."""
    source = here.source_then()
    sibling = sibling_of(old, here.path, source)
    now = history.entry(here.commit, source)
    if now and not history.page(parent, source):
        moved = [
            (path != sibling, file_name(path) != file_name(source), path)
            for path, oid in history.pages(parent, EVERYWHERE).items()
            if oid == now.oid and path != old and not history.entry(here.commit, path)
        ]
        if moved:
            return min(moved)[-1]
    return sibling if sibling and history.page(parent, sibling) else source


def sibling_of(old, translation, source):
    """`old` with the one folder's name replaced that tells the two names of the pair apart."""
    ours, theirs, names = (path.split(b"/") for path in (translation, source, old))
    different = [pair for pair in zip(ours, theirs) if pair[0] != pair[1]]
    if len(ours) != len(theirs) or len(different) != 1 or names.count(different[0][0]) != 1:
        return None
    return b"/".join(different[0][1] if name == different[0][0] else name for name in names)


def before_edited_move(history, here, renames_between):
    """Where a page was that a commit moved and edited: a `Touch`, None or UNCLEAR.

    `renames_between` gives the `Renames` of all that is no source between two commits.
    """
    for parent in history.parents(here.commit):
        found = renames_between(parent, here.commit).earlier(here.path)
        if found:
            return found if not hasattr(found, "path") else came_from(
                history, here, parent, found.path)
    return None


def last_touch(history, tip, path):
    """The newest touch of the translation that `tip` has at `path`."""
    touch = Touch(history.last_change(tip, path), path)
    while step := step_over(history, touch):
        touch = step._replace(commit=history.last_change(step.commit, step.path))
    return touch


def newest_touches_with(history, tip, path, has_source, renames_between):
    """The newest touches for which `has_source(touch)` holds; nothing at all where it is UNCLEAR
    whether a commit moved and edited the page.

    Usually there is one or none. Where history forks below a merge that is a touch, there may be
    several of which none is an ancestor of another: nothing but dates could tell which is newer.
    """
    found = []
    seen = set()
    pending = [Touch(tip, path)]
    while pending:
        here = pending.pop()
        if here in seen:
            continue
        seen.add(here)
        step = same_below(history, here)
        if step:
            pending.append(step)
        elif history.page(*here[:2]) and has_source(here):
            found.append(here)
        else:
            onward = [here._replace(commit=parent) for parent in history.parents(here.commit)]
            is_new = history.page(*here[:2]) and not any(
                history.entry(parent, here.path) for parent in history.parents(here.commit))
            old = is_new and before_edited_move(history, here, renames_between)
            if old and not isinstance(old, Touch):
                return None
            pending.extend([old] if old else onward)
    return [touch for touch in found if not _is_below_another(history, touch, found)]


def all_sources(history, tip, path, renames_between):
    """All names that the source has had by the names of its translation, back to the first."""
    names = set()

    def never(touch):
        names.add(touch.source_then())
        return False

    newest_touches_with(history, tip, path, never, renames_between)
    return names


def same_below(history, here):
    """The parent where the page is the same, as git simplifies it or by the steps over."""
    page = history.page(*here[:2])
    for parent in history.parents(here.commit):
        if history.page(parent, here.path) == page:
            return here._replace(commit=parent)
    return step_over(history, here) if page else None


def _is_below_another(history, touch, touches):
    return any(
        other.commit != touch.commit and history.is_ancestor(touch.commit, other.commit)
        for other in touches
    )
