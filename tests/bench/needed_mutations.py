"""Mutations of a page that need a translator.

Each takes a page and a random generator, and gives the page's new lines, or None where it does not
apply.
"""

import re

from bank import SENTENCE_END
from pages import HEADING, ITEM, NUMBER, WORD, Block, free_matches, indent, replace

LONGEST_SECTION = 0.4  # That is lost, in parts of the page.
INLINE_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


def pick(rng, things):
    """One of them, or None."""
    return rng.choice(things) if things else None


def sentence_spans(text):
    """Start and end of each sentence of a paragraph."""
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(text))]
    ends = [*(match.start() for match in SENTENCE_END.finditer(text)), len(text)]
    return list(zip(starts, ends))


def add_sentence(page, rng):
    paragraphs = [block for block in page.of_kind("paragraph") if page.text(block)[-1] in ".!?"]
    if block := pick(rng, paragraphs):
        text = page.text(block)
        _, end = rng.choice(sentence_spans(text))
        return page.with_block(block, f"{text[:end]} {page.bank.sentence(page, rng)}{text[end:]}")
    return None


def rewrite(text, page, rng, fewest):
    """The text with about half of its words replaced, or None where it has too few."""
    words = [match for match in free_matches(WORD, text) if len(match[0]) >= 4]
    if len(words) < fewest:
        return None
    count = max(min(fewest, 3), len(words) // 2)
    others = page.words()
    for match in sorted(rng.sample(words, count), key=lambda match: -match.start()):
        word = another_word(match[0], others, rng)
        if not word:
            return None
        text = replace(text, match, word)
    return text


def rewrite_any(page, rng, places, fewest):
    """The lines with one of these (block, span of its text) rewritten."""
    for block, span in rng.sample(places, len(places)):
        text = page.text(block)
        part = text[slice(*span)]
        if new := rewrite(part, page, rng, fewest):
            return page.with_block(block, text[:span[0]] + new + text[span[0] + len(part):])
    return None


def another_word(word, others, rng):
    """One of the others that is no form of the same word, with its capital; None without any."""
    new = pick(rng, [other for other in others if other[:3] != word[:3].lower()])
    return new.capitalize() if new and word[0].isupper() else new


def rewrite_sentence(page, rng):
    return rewrite_any(page, rng, [(block, span) for block in page.of_kind("paragraph")
                                   for span in sentence_spans(page.text(block))], 6)


def lose_sentence(page, rng):
    found = [(block, span) for block in page.of_kind("paragraph")
             if len(spans := sentence_spans(page.text(block))) > 1
             for span in spans if len(page.text(block)[slice(*span)].split()) >= 5]
    if not found:
        return None
    block, (start, end) = rng.choice(found)
    text = page.text(block)
    kept = (text[:start].rstrip(), text[end:].lstrip())
    return page.with_block(block, " ".join(part for part in kept if part))


def new_paragraph(page, rng):
    return " ".join(page.bank.sentence(page, rng) for _ in range(rng.randint(2, 3)))


def add_paragraph(page, rng):
    if block := pick(rng, page.standing_alone()):
        return page.with_after(block, [new_paragraph(page, rng)])
    return None


def rewrite_paragraph(page, rng):
    """A paragraph of another page in the place of one."""
    block = pick(rng, [block for block in page.standing_alone()
                       if len(free_matches(WORD, page.text(block))) >= 8])
    return page.with_block(block, new_paragraph(page, rng)) if block else None


def lose_paragraph(page, rng):
    block = pick(rng, [block for block in page.standing_alone()
                       if len(free_matches(WORD, page.text(block))) >= 8])
    return page.without(block) if block else None


def add_item(page, rng):
    if block := pick(rng, page.of_kind("item")):
        marker = ITEM.match(page.lines[block.start])[1]
        item = marker + page.bank.sentence(page, rng)
        return [*page.lines[:block.end], item, *page.lines[block.end:]]
    return None


def lose_item(page, rng):
    """An item without others below it."""
    def is_leaf(block):
        after = page.lines[min(block.end, len(page.lines) - 1)]
        after = after or page.lines[min(block.end + 1, len(page.lines) - 1)]
        return indent(after) <= indent(page.lines[block.start])
    found = [block for block in page.of_kind("item")
             if is_leaf(block) and len(free_matches(WORD, page.text(block))) >= 2]
    return page.with_block(rng.choice(found), None) if found else None


def rewrite_item(page, rng):
    return rewrite_any(page, rng, [(block, (0, None)) for block in page.of_kind("item")], 3)


def add_code(page, rng):
    if block := pick(rng, page.standing_alone()):
        return page.with_after(block, page.bank.lend(page.bank.code, page, rng))
    return None


def change_code(page, rng):
    """A word in a line that is no comment becomes another word of the page's code."""
    inside = [(block, at) for block in page.of_kind("code")
              for at in range(block.start + 1, block.end - 1)]
    words = [word for _, at in inside for word in re.findall(r"[A-Za-z]{3,}", page.lines[at])]
    found = [(at, match) for _, at in inside
             if not re.match(r"\s*(#|//)", page.lines[at])
             for match in re.finditer(r"[A-Za-z]{3,}", page.lines[at])]
    if not found:
        return None
    at, match = rng.choice(found)
    other = [word for word in words if word != match[0]] or [match[0] + "Other"]
    return page.with_block(Block("code", at, at + 1),
                           replace(page.lines[at], match, rng.choice(other)))


def change_inline_code(page, rng):
    """A flag or another piece of inline code becomes another one of the page."""
    found = [(block, match) for block in page.of_kind("paragraph", "item")
             for match in INLINE_CODE.finditer(page.text(block))]
    if not found:
        return None
    block, match = rng.choice(found)
    other = [one[1] for _, one in found if one[1] != match[1]] or [match[1] + "Other"]
    return page.with_block(block, replace(page.text(block), match, f"`{rng.choice(other)}`"))


def change_number(page, rng):
    found = [(block, match) for block in page.of_kind("paragraph", "item")
             for match in free_matches(NUMBER, page.text(block))
             if match.start() > indent(page.text(block))]
    if not found:
        return None
    block, match = rng.choice(found)
    whole, dot, part = match[0].partition(".")
    number = f"{whole}.{int(part) + 1}" if dot else str(int(whole) + rng.randint(1, 9))
    return page.with_block(block, replace(page.text(block), match, number))


def change_heading(page, rng):
    found = [(block, match) for block in page.of_kind("heading")
             for match in free_matches(WORD, page.text(block)) if len(match[0]) >= 4]
    if not found:
        return None
    block, match = rng.choice(found)
    word = another_word(match[0], page.words(), rng)
    return page.with_block(block, replace(page.text(block), match, word)) if word else None


def add_section(page, rng):
    if block := pick(rng, page.standing_alone()):
        heading = "## " + page.bank.lend(page.bank.headings, page, rng).lstrip("# ")
        return page.with_after(block, [heading, "", new_paragraph(page, rng)])
    return None


def lose_section(page, rng):
    """A heading with all below it, some prose at least and not too much of the page."""
    found = []
    headings = page.of_kind("heading")
    for i, block in enumerate(headings):
        depth = len(HEADING.match(page.lines[block.start])[1])
        end = next((other.start for other in headings[i + 1:]
                    if len(HEADING.match(page.lines[other.start])[1]) <= depth), len(page.lines))
        prose = any(block.start < other.start < end
                    for other in page.of_kind("paragraph", "item"))
        if prose and end - block.start < LONGEST_SECTION * len(page.lines):
            found.append(Block("section", block.start, end))
    return page.with_block(rng.choice(found), None) if found else None


def table_rows(page):
    return [Block("row", at, at + 1) for block in page.of_kind("table")
            for at in range(block.start + 2, block.end)]


def add_row(page, rng):
    """A row with other first cells and a sentence in the last."""
    block = pick(rng, table_rows(page))
    if not block:
        return None
    cells = page.lines[block.start].strip().strip("|").split("|")
    words = page.words() or ["other"]
    new = [rng.choice(words) for _ in cells[1:]] + [page.bank.sentence(page, rng)]
    return [*page.lines[:block.end], f"| {' | '.join(new)} |", *page.lines[block.end:]]


def lose_row(page, rng):
    tables = [block for block in page.of_kind("table") if block.end - block.start > 3]
    if not tables:
        return None
    table = rng.choice(tables)
    at = rng.randrange(table.start + 2, table.end)
    return page.lines[:at] + page.lines[at + 1:]


def change_row(page, rng):
    return rewrite_any(page, rng, [(block, (0, None)) for block in table_rows(page)], 2)
