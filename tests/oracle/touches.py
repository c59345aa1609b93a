"""The touches of a translation (docs/design.md): the commits that changed its content.

They are the commits of `git log BRANCH -- TRANSLATION`, but for those that changed its mode alone
or only moved it: from such a commit the search goes on, at the parent and the path that had the
same blob.
"""

import re
from typing import NamedTuple

TRANSLATION = re.compile(rb"content/([a-z]{2,3}(?:-[A-Za-z0-9]+)*)/(.+)", re.DOTALL)
SOURCE_FOLDER = b"content/en/"
ALL_FOLDER = b"content/"  # Of the sources and of every language.


class Touch(NamedTuple):
    commit: str
    path: bytes  # Of the translation, in the commit's tree.


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


def step_over(history, commit, path):
    """Where the search goes on if `commit` changed the page's mode alone or moved it; or None.

    `commit` is one that git lists for `path`, which it has.
    """
    blob = history.page(commit, path).oid
    parents = history.parents(commit)
    there = [(p, page) for p in parents if (page := history.page(p, path))]
    for parent, page in there:
        if page.oid == blob:
            return Touch(parent, path)
    if there:
        return None
    moves = [
        (file_name(old) != file_name(path), old, number, parent)
        for number, parent in enumerate(parents)
        for old, oid in history.pages(parent, ALL_FOLDER).items()
        if oid == blob and language_of(old) and not history.page(commit, old)
    ]
    if not moves:
        return None
    _, old, _, parent = min(moves)
    return Touch(parent, old)


def last_touch(history, tip, path):
    """The newest touch of the translation that `tip` has at `path`."""
    touch = Touch(history.last_change(tip, path), path)
    while step := step_over(history, *touch):
        touch = Touch(history.last_change(*step), step.path)
    return touch


def newest_touches_with(history, tip, path, has_source):
    """The newest touches for which `has_source(touch)` holds.

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
        elif history.page(*here) and has_source(here):
            found.append(here)
        else:
            pending.extend(Touch(parent, here.path) for parent in history.parents(here.commit))
    return [touch for touch in found if not _is_below_another(history, touch, found)]


def all_names(history, tip, path):
    """All paths that the translation has had, back to its first touch."""
    names = set()

    def never(touch):
        names.add(touch.path)
        return False

    newest_touches_with(history, tip, path, never)
    return names


def same_below(history, here):
    """The parent where the page is the same, as git simplifies it or by the steps over."""
    page = history.page(*here)
    for parent in history.parents(here.commit):
        if history.page(parent, here.path) == page:
            return Touch(parent, here.path)
    return step_over(history, *here) if page else None


def _is_below_another(history, touch, touches):
    return any(
        other.commit != touch.commit and history.is_ancestor(touch.commit, other.commit)
        for other in touches
    )
