"""Whether an issue is open, and what is said when that changes: pure functions.

Each change of state is a mail to everybody, and so is each comment. An edit mails nobody. So this
is what there is:

- Without work, the issue is closed in the second run in a row that finds none. Each such run is
  counted in the marker of the issue, as `quiet`, up to 2.
- Closed after that, it is opened again as soon as there is work.
- Closed by somebody while there is work, it is opened again once. Who closes it once more is heeded,
  until more needs work than at that time. That number is kept in the comment that we wrote when we
  opened it, for people to read, too.

A run may be cut off between a comment and the change that it tells of. So a comment that is younger
than the closing that we find is about that closing, and the change is made without another one.
"""

import dataclasses

QUIET_RUNS = 2


@dataclasses.dataclass
class Note:
    """The last comment in which we told of a change, `closed`, `reopened` or `overruled`."""
    kind: str
    number: int | None  # What needed work when somebody closed the issue once more.
    is_older: bool = True  # Than the present closing, if the issue is closed.
    id: int | None = None
    text: str = ""


def count_quiet(before, work):
    """The runs in a row without work, this one included."""
    return 0 if work else min(before + 1, QUIET_RUNS)


def change(is_open, work, quiet, note):
    """What to do: `closed`, `reopened` or `overruled` are changes, with a note of that kind;
    `remember` to leave it closed, and to keep the number; None for no change at all. `quiet` is
    that of the run before; `work` is how much there is.

    >>> overruled = Note("overruled", None)
    >>> [change(True, 0, quiet, None) for quiet in (0, 1, 2)]
    [None, 'closed', 'closed']
    >>> change(True, 3, 2, Note("closed", None))
    >>> [change(False, 3, quiet, None) for quiet in (0, 1, 2)]
    ['overruled', 'overruled', 'reopened']
    >>> change(False, 3, 0, Note("reopened", None))
    'overruled'
    >>> change(False, 3, 0, overruled), change(False, 3, 2, overruled)
    ('remember', 'reopened')
    >>> [change(False, work, 0, Note("overruled", 3)) for work in (0, 2, 3, 4)]
    [None, None, None, 'overruled']
    >>> change(False, 3, 0, Note("overruled", None, is_older=False))
    'overruled'
    """
    if is_open:
        return "closed" if count_quiet(quiet, work) == QUIET_RUNS else None
    if not work:
        return None
    if quiet == QUIET_RUNS or (note and note.kind == "closed"):
        return "reopened"
    if not note or note.kind != "overruled" or not note.is_older:
        return "overruled"
    if note.number is None:
        return "remember"
    return "overruled" if work > note.number else None


def is_told(kind, is_open, note):
    """Whether a note that was posted before tells of this change."""
    if not note or note.kind != kind or note.number is not None:
        return False
    return is_open or not note.is_older
