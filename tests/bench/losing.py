"""Histories in which a translation loses what it had, and others that only look like it.

Each way takes both pages and a random generator, and gives the versions of both after the start, a
commit each, or None where it does not apply. A page of None is deleted.
"""

from typing import Callable, NamedTuple

import needed_mutations as needed
from far_touches import touch
from pages import find


class Losing(NamedTuple):
    name: str
    play: Callable
    needed: bool

    def branch(self):
        return f"losing-{self.name.replace(' ', '-')}"


def lose(mutation):
    """The translation alone is changed by this mutation."""
    def play(source, translation, rng):
        lines = mutation(translation, rng)
        return lines and [(source.whole, "\n".join(lines))]
    return play


def lose_code(page, rng):
    block = needed.pick(rng, page.of_kind("code"))
    return page.without(block) if block else None


def cut_in_half(page, _):
    """What stands above the middle of its headings."""
    headings = page.of_kind("heading")
    return page.lines[:headings[len(headings) // 2].start] if len(headings) > 3 else None


def empty(page, _):
    """Front matter alone."""
    front = page.of_kind("front matter")
    return page.lines[:front[0].end] if front and len(page.blocks) > 2 else None


def updated(source, translation, rng):
    """Both pages after an update of one paragraph, or None. It is told by its place."""
    ours, theirs = source.of_kind("paragraph"), translation.of_kind("paragraph")
    if len(ours) != len(theirs) or not ours:
        return None
    at = rng.randrange(len(ours))
    new = needed.rewrite(source.text(ours[at]), source, rng, 6)
    there = needed.rewrite(translation.text(theirs[at]), translation, rng, 3)
    if not new or not there:
        return None
    return ("\n".join(source.with_block(ours[at], new)),
            "\n".join(translation.with_block(theirs[at], there)))


def revert(source, translation, rng):
    both = updated(source, translation, rng)
    return both and [both, (both[0], translation.whole)]


def revert_a_part(source, translation, rng):
    """A word that was mended meanwhile stays."""
    both = updated(source, translation, rng)
    mended = both and touch(translation.whole, None, rng)
    return mended and [both, (both[0], mended)]


def bring_back(source, translation, rng):
    both = updated(source, translation, rng)
    return both and [both, (both[0], None), (both[0], translation.whole)]


def revert_both(source, translation, rng):
    both = updated(source, translation, rng)
    return both and [both, (source.whole, translation.whole)]


def revert_the_revert(source, translation, rng):
    both = updated(source, translation, rng)
    return both and [both, (both[0], translation.whole), both]


def join_paragraphs(page, _):
    """Two paragraphs side by side become one."""
    alone = page.standing_alone()
    for one, other in zip(alone, alone[1:]):
        if find(page.lines, one.end, lambda line: line.strip()) == other.start:
            joined = page.text(one) + " " + page.text(other)
            return [*page.lines[:one.start], *joined.split("\n"), *page.lines[other.end:]]
    return None


def mend(source, translation, rng):
    mended = touch(translation.whole, None, rng)
    return mended and [(source.whole, mended)]


LOSING = (
    Losing("paragraph lost", lose(needed.lose_paragraph), True),
    Losing("item lost", lose(needed.lose_item), True),
    Losing("code lost", lose(lose_code), True),
    Losing("row lost", lose(needed.lose_row), True),
    Losing("section lost", lose(needed.lose_section), True),
    Losing("cut in half", lose(cut_in_half), True),
    Losing("emptied", lose(empty), True),
    Losing("reverted", revert, True),
    Losing("reverted in part", revert_a_part, True),
    Losing("deleted and brought back", bring_back, True),
    Losing("mended", mend, False),
    Losing("paragraphs joined", lose(join_paragraphs), False),
    Losing("reverted with the source", revert_both, False),
    Losing("revert reverted", revert_the_revert, False),
)
