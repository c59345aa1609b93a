"""Touches of a translation, far from where its source changed."""

from pages import WORD, Page, free_matches, replace

NEAREST, FAR = 1 / 7, 1 / 4  # Of a touch from the change, in parts of the page.
BLOCKS_BETWEEN = 3  # At least, where the page had blocks of one size.


def changed_part(old, new):
    """Where two lists of lines differ, start and end in parts of the old one; None if nowhere."""
    if old == new:
        return None
    start = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
    back = next((i for i, (a, b) in enumerate(zip(reversed(old), reversed(new))) if a != b),
                min(len(old), len(new)))
    return start / len(old), max(start, len(old) - back) / len(old)


def touch(translation, where, rng):
    """The translation with two letters of a word swapped far from the change, or None."""
    page = Page("", translation)
    lines = list(page.lines)
    nearest = max(NEAREST, BLOCKS_BETWEEN / max(len(page.blocks), 1))
    spots = []
    for block in page.of_kind("paragraph", "item"):
        for at in range(block.start, block.end):
            words = [match for match in free_matches(WORD, lines[at]) if can_be_touched(match[0])]
            if len(lines[at]) >= 20 and words:
                spots.append((distance(at / len(lines), where), at, rng.choice(words)))
    far = [spot for spot in spots if spot[0] >= max(FAR, nearest)]
    if not far:
        far = [max(spots, key=lambda spot: spot[0])] if spots else []
    if not far or far[0][0] < nearest:
        return None
    _, at, word = rng.choice(far)
    text = word[0]
    lines[at] = replace(lines[at], word, text[:-2] + text[-1] + text[-2])
    return "\n".join(lines)


def can_be_touched(word):
    return (len(word) >= 4 or ord(word[0]) > 0x2000 and len(word) >= 2) and word[-1] != word[-2]


def distance(at, where):
    """From a place in the page to a part of it, all in parts of the page."""
    if where is None:
        return 1
    start, end = where
    return max(start - at, at - end, 0)
