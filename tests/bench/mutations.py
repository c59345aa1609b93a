#!/usr/bin/python3
"""Measures detection on changes of which it is known whether a translator is needed.

    tests/bench/mutations.py --program build/release/l10n-drift
    tests/bench/mutations.py --program build/release/l10n-drift --pages FOLDER

A pair of pages that are in step is the first commit. The second changes the source by one mutation:
a needed one, as a sentence more, or a cosmetic one, as other line ends. Then the program is asked,
in three ways:

  touched   A third commit changes one word of the translation, in a line of prose whose place in
            the page, from 0 to 1, is far from that of the change: a quarter, or what there is down
            to a seventh, and never less than three blocks. A page that is outdated or partially
            updated counts as reported.
  behind    There is no third commit. The page is outdated either way, and counts as reported if the
            severity is substantive.
  squashed  One commit holds all, so that only whole blocks more or less can be told. Reported is
            what is outdated or partially updated; the figures overall leave other mutations out.

The pages are those of the reference data that no source has overtaken, or those of a folder with
content/en/... and content/LANGUAGE/...; a page that the program reports without any mutation tells
nothing, so the figures overall are given with and without such pages. All pages of a language share
one repository, with a branch for each mutation and way. The same pages and seed give the same
mutations.
"""

import argparse
import collections
import difflib
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import textwrap
from typing import Callable, NamedTuple

from repositories import clean_environment, git

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUNDLE = ROOT.parent / "shared/corpora/kubernetes-website.bundle"
WAYS = ("touched", "behind", "squashed")
REPORTED = ("outdated", "partially_updated")
ATTEMPTS = 30  # At borrowing what the page does not have.
NEAREST, FAR = 1 / 7, 1 / 4  # Of a touch from the change, in parts of the page.
BLOCKS_BETWEEN = 3  # At least, where the page had blocks of one size.
LONGEST_SECTION = 0.4  # That is lost, in parts of the page.

DRAWING = re.compile(r"\s*\{\{[<%]\s*(mermaid|highlight)\b")
DRAWING_END = re.compile(r"\{\{[<%]\s*/\s*(mermaid|highlight)\b")
FENCE = re.compile(r"\s*(`{3,}|~{3,})")
ITEM = re.compile(r"(\s*(?:[-*+]|\d+[.)])\s+)\S")
HEADING = re.compile(r"(#{1,6})\s+(.*)")
SHORTCODES = re.compile(r"\s*(\{\{[<%].*?[%>]\}\}\s*)+$")
DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
PLAIN_SENTENCE = re.compile(r"[A-Z][A-Za-z ,'()-]+\.$")
INLINE_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
# What holds no words of its own: inline code, shortcodes, tags, targets, addresses and identifiers.
PROTECTED = re.compile(r"`+[^`]*`+|\{\{.*?\}\}|<[^>]*>|\]\([^)]*\)|\]\[[^\]]*\]|\{#[^}]*\}|"
                       r"https?://\S+|^\s*\[[^\]]*\]:.*$|&\w+;", re.MULTILINE)
WORD = re.compile(r"(?<![\w.&@/\\*_-])[^\W\d_]+(?![\w@/\\*_-]|\.\w)")
NUMBER = re.compile(r"(?<![\w.,:/#$-])\d+(?:\.\d+)?(?![\w,:/%-]|\.\w)")
STARTS_A_BLOCK = re.compile(r"\s*([-+*>#|:=]|\d+[.)]|```|~~~|\{\{|<)")


class Block(NamedTuple):
    """Lines [start, end) of a page."""

    kind: str  # front matter, heading, paragraph, item, code, table or other.
    start: int
    end: int


class Pair(NamedTuple):
    """A source and its translation, both as text."""

    path: str  # Below the language's folder.
    source: str
    translation: str


class Mutation(NamedTuple):
    name: str
    change: Callable  # Of a page to its new lines, or None where that does not apply.
    needed: bool
    whole: bool = False  # Whole blocks come or go, which shows without any history.

    def branch(self, way):
        return f"mutation-{self.name.replace(' ', '-')}-{way}"


class Case(NamedTuple):
    """A pair and one mutation of it."""

    pair: Pair
    mutated: str
    touched: str  # The translation with one word changed.


# Reading pages.


def split_blocks(lines):
    """The blocks of a page, as far as mutations need to tell them apart."""
    blocks = []
    at = 0
    while at < len(lines):
        if lines[at].strip():
            block = read_block(lines, at)
            blocks.append(block)
            at = block.end
        else:
            at += 1
    return blocks


def read_block(lines, at):
    """The block that starts at this line, which is not blank."""
    line = lines[at]
    if at == 0 and line.rstrip() == "---":
        return Block("front matter", 0, find(lines, 1, lambda other: other.rstrip() == "---") + 1)
    if fence := FENCE.match(line):
        mark = fence[1]
        return Block("code", at, find(lines, at + 1, lambda other: closes(other, mark)) + 1)
    if line.lstrip().startswith("<!--"):
        return Block("other", at, find(lines, at, lambda other: "-->" in other) + 1)
    if DRAWING.match(line):
        return Block("other", at, find(lines, at, DRAWING_END.search) + 1)
    if SHORTCODES.match(line):
        return Block("other", at, at + 1)
    if HEADING.match(line):
        return Block("heading", at, at + 1)
    if line.lstrip()[:1] in ("<", ">", ":"):
        return Block("other", at, find(lines, at, lambda other: not other.strip()))
    if "|" in line and at + 1 < len(lines) and "|" in lines[at + 1] and DELIMITER_ROW.match(
            lines[at + 1]):
        return Block("table", at, find(lines, at, lambda other: "|" not in other))
    end = find(lines, at + 1, ends_prose)
    if ITEM.match(line):
        return Block("item", at, end)
    plain = not line.startswith((" ", "\t")) and not any(
        re.match(r"(=+|-+)\s*$", other) for other in lines[at:end])
    return Block("paragraph" if plain else "other", at, end)


def find(lines, at, wanted):
    """The first line from `at` on that is wanted, or the end."""
    return next((i for i in range(at, len(lines)) if wanted(lines[i])), len(lines))


def closes(line, mark):
    text = line.strip()
    return len(text) >= len(mark) and set(text) == {mark[0]}


def ends_prose(line):
    return not line.strip() or bool(
        FENCE.match(line) or ITEM.match(line) or HEADING.match(line) or SHORTCODES.match(line)
        or line.lstrip().startswith(("<!--", ">", "|")))


class Bank:
    """What other pages lend to a mutation."""

    def __init__(self, pages):
        self.sentences, self.headings, self.code = [], [], []
        for page in pages:
            self.sentences += [(page.path, one) for block in page.of_kind("paragraph")
                               for one in SENTENCE_END.split(page.text(block).replace("\n", " "))
                               if PLAIN_SENTENCE.match(one) and 7 <= len(one.split()) <= 25]
            self.headings += [(page.path, page.lines[block.start])
                              for block in page.of_kind("heading")
                              if re.match(r"#+ [A-Z][a-z A-Z]+$", page.lines[block.start])]
            self.code += [(page.path, page.lines[block.start:block.end])
                          for block in page.of_kind("code")
                          if block.end - block.start <= 12 and page.lines[block.start][:1] == "`"]

    @staticmethod
    def lend(kept, page, rng):
        """Something that is neither of the page nor in it."""
        for _ in range(ATTEMPTS):
            path, thing = rng.choice(kept)
            text = thing if isinstance(thing, str) else "\n".join(thing[1:-1])
            if path != page.path and text not in page.whole:
                return thing
        raise LookupError("the pages are too few to lend each other anything")

    def sentence(self, page, rng):
        return self.lend(self.sentences, page, rng)


class Page:
    """A source in lines and blocks, with what a mutation may take from elsewhere."""

    def __init__(self, path, text):
        self.path = path
        self.whole = text
        self.lines = text.split("\n")
        self.blocks = split_blocks(self.lines)
        self.bank = None

    def of_kind(self, *kinds):
        return [block for block in self.blocks if block.kind in kinds]

    def text(self, block):
        return "\n".join(self.lines[block.start:block.end])

    def with_block(self, block, text):
        """The lines with another text of this block; none at all if that is None."""
        new = [] if text is None else text.split("\n")
        return [*self.lines[:block.start], *new, *self.lines[block.end:]]

    def without(self, block):
        """The lines without this block, nor the blank ones that follow it."""
        end = find(self.lines, block.end, lambda line: line.strip())
        return self.lines[:block.start] + self.lines[end:]

    def with_after(self, block, lines):
        """The lines with new ones after the block, blank lines around them."""
        after = self.lines[block.end:]
        gap = [""] if after and after[0].strip() else []
        return [*self.lines[:block.end], "", *lines, *gap, *after]

    def words(self):
        """Words of the prose, each once, in order."""
        prose = " ".join(self.text(block) for block in self.of_kind("paragraph", "item"))
        return list(dict.fromkeys(word[0].lower() for word in free_matches(WORD, prose)
                                  if len(word[0]) >= 4))

    def standing_alone(self):
        """Paragraphs between blank lines or edges of the page."""
        def blank(at):
            return not 0 <= at < len(self.lines) or not self.lines[at].strip()
        return [block for block in self.of_kind("paragraph")
                if blank(block.start - 1) and blank(block.end)]


def free_matches(pattern, text):
    """Matches in the text's prose: what is protected is left out."""
    taken = [match.span() for match in PROTECTED.finditer(text)]
    return [match for match in pattern.finditer(text)
            if not any(start < match.end() and match.start() < end for start, end in taken)]


def replace(text, match, new):
    return text[:match.start()] + new + text[match.end():]


def pick(rng, things):
    """One of them, or None."""
    return rng.choice(things) if things else None


# Mutations that need a translator. Each takes a page and a random generator, and gives new lines.


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


def indent(line):
    return len(line) - len(line.lstrip())


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


# Cosmetic mutations.


def map_prose(page, change, *kinds):
    """The lines with each block of prose changed by a function of its text."""
    lines = list(page.lines)
    for block in reversed(page.of_kind(*(kinds or ("paragraph", "item")))):
        lines[block.start:block.end] = change(page.text(block)).split("\n")
    return lines


STAR = re.compile(r"(?<![\w*\\])\*(?![\s*])([^*_\n]+)(?<![\s*\\])\*(?![\w*])")
UNDERSCORE = re.compile(r"(?<![\w_\\])_(?![\s_])([^*_\n]+)(?<![\s_\\])_(?![\w_])")


def swap_emphasis(page, _):
    def swapped(text):
        found = [(match, "_") for match in free_matches(STAR, text)]
        found += [(match, "*") for match in free_matches(UNDERSCORE, text)]
        for match, mark in sorted(found, key=lambda one: -one[0].start()):
            text = replace(text, match, f"{mark}{match[1]}{mark}")
        return text
    return map_prose(page, swapped)


def add_strong(page, rng):
    """Two asterisks around a word that stands between spaces, away from other emphasis."""
    found = [(block, match) for block in page.of_kind("paragraph", "item")
             if not re.search(r"[*_\[]", page.text(block)[indent(page.text(block)) + 1:])
             for match in free_matches(re.compile(r"(?<=[a-z] )[a-z]{4,}(?= [a-z])"),
                                       page.text(block))]
    if not found:
        return None
    block, match = rng.choice(found)
    return page.with_block(block, replace(page.text(block), match, f"**{match[0]}**"))


def make_links_absolute(page, _):
    return map_prose(page, lambda text: text.replace("](/docs/", "](https://example.org/docs/"))


def swap_shortcodes(page, _):
    def swapped(text):
        def other(match):
            mark = "%<"[match[1] == "%"], "%>"[match[1] == "%"]
            return "{{" + mark[0] + match[2] + mark[1] + "}}"
        return re.sub(r"\{\{([<%])(.*?)[>%]\}\}", other, text)
    return map_prose(page, swapped, "paragraph", "item", "other", "heading", "table")


def rewrap(page, rng):
    width = rng.choice((60, 72, 90, 110))
    return map_prose(page, lambda text: rewrapped(text, width), "paragraph")


def rewrapped(text, width):
    """The paragraph in lines of this width; as it is, where a line would then mean something."""
    if re.search(r"( {2}|\\)\n|<br|^\[[^\]]*\]:", text, re.MULTILINE):
        return text
    kept = re.sub(r"`+[^`]*`+|\{\{.*?\}\}|<[^>]*>|\[[^\]]*\]\([^)]*\)",
                  lambda match: re.sub(r"\s", "\0", match[0]), text)
    lines = textwrap.wrap(" ".join(kept.split()), width,
                          break_long_words=False, break_on_hyphens=False)
    if any(STARTS_A_BLOCK.match(line) for line in lines[1:]):
        return text
    return "\n".join(lines).replace("\0", " ")


def add_comments(page, rng):
    """A comment of its own before some headings or paragraphs."""
    found = [block for block in page.blocks
             if block.kind in ("heading", "paragraph") and block.start
             and not page.lines[block.start - 1].strip()]
    if not found:
        return None
    lines = list(page.lines)
    for block in sorted(rng.sample(found, min(len(found), 2)), key=lambda one: -one.start):
        lines[block.start:block.start] = ["<!-- Check this with the authors. -->", ""]
    return lines


def change_reviewers(page, rng):
    if not page.blocks or page.blocks[0].kind != "front matter":
        return None
    name = f"- reviewer-{rng.randint(1, 99)}"
    lines = list(page.lines)
    at = find(lines, 1, lambda line: line.startswith("reviewers:"))
    if at >= page.blocks[0].end:
        lines[1:1] = ["reviewers:", name]
    elif rng.random() < 0.5 and lines[at + 1].startswith("- "):
        lines[at + 1] = name
    else:
        lines.insert(at + 1, name)
    return lines


def add_trailing_blanks(page, rng):
    """One blank at the end of some lines, which makes no hard break."""
    outside = {at for block in page.of_kind("code", "other", "front matter")
               for at in range(block.start, block.end)}
    return [line + " " if at not in outside and not line.endswith((" ", "\\", "\t"))
            and rng.random() < 0.3 else line for at, line in enumerate(page.lines)]


def double_blank_lines(page, _):
    inside = {at for block in page.of_kind("code", "other", "front matter")
              for at in range(block.start, block.end)}
    lines = page.lines
    return [more for at, line in enumerate(lines)
            for more in [line] * (1 if line or at in inside or is_in_code(lines, at) else 2)]


def is_in_code(lines, at):
    """Whether the lines around a blank one are indented, and may be code or not."""
    return any(re.match(r" {4}|\t", line) for line in lines[max(at - 1, 0):at + 2])


def end_lines_in_crlf(page, _):
    if "\r" in page.whole:
        return None
    return [line + "\r" for line in page.lines[:-1]] + page.lines[-1:]


def combine(page, rng):
    """Two or three other cosmetic mutations, line ends last: a blank would go behind them."""
    wanted = rng.randint(2, 3)
    done = []
    for change in rng.sample(SIMPLE, len(SIMPLE)):
        lines = change(page, rng)
        if len(done) < wanted and lines and lines != page.lines:
            done.append(change)
    for change in sorted(done, key=lambda one: one is end_lines_in_crlf):
        page = Page(page.path, "\n".join(change(page, rng) or page.lines))
    return page.lines if len(done) > 1 else None


SIMPLE = (swap_emphasis, add_strong, make_links_absolute, swap_shortcodes, rewrap, add_comments,
          change_reviewers, add_trailing_blanks, double_blank_lines, end_lines_in_crlf)
MUTATIONS = (
    Mutation("sentence added", add_sentence, True),
    Mutation("sentence rewritten", rewrite_sentence, True),
    Mutation("sentence lost", lose_sentence, True),
    Mutation("paragraph added", add_paragraph, True, True),
    Mutation("paragraph lost", lose_paragraph, True, True),
    Mutation("item added", add_item, True, True),
    Mutation("item lost", lose_item, True, True),
    Mutation("item rewritten", rewrite_item, True),
    Mutation("code added", add_code, True, True),
    Mutation("code changed", change_code, True),
    Mutation("inline code changed", change_inline_code, True),
    Mutation("number changed", change_number, True),
    Mutation("heading changed", change_heading, True),
    Mutation("section added", add_section, True, True),
    Mutation("section lost", lose_section, True, True),
    Mutation("row added", add_row, True, True),
    Mutation("row lost", lose_row, True, True),
    Mutation("row changed", change_row, True),
    Mutation("nothing", lambda page, _: page.lines, False),
    Mutation("emphasis swapped", swap_emphasis, False),
    Mutation("strong added", add_strong, False),
    Mutation("links absolute", make_links_absolute, False),
    Mutation("shortcodes swapped", swap_shortcodes, False),
    Mutation("rewrapped", rewrap, False),
    Mutation("comments added", add_comments, False),
    Mutation("reviewers changed", change_reviewers, False),
    Mutation("trailing blanks", add_trailing_blanks, False),
    Mutation("blank lines doubled", double_blank_lines, False),
    Mutation("crlf", end_lines_in_crlf, False),
    Mutation("combined", combine, False),
    Mutation("combined again", combine, False),
)
NOTHING = next(mutation for mutation in MUTATIONS if mutation.name == "nothing")


# Touching translations.


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


# Histories and what the program says of them.


def make_cases(mutation, pages, pairs, seed):
    """The pairs that the mutation applies to."""
    cases = []
    for page, pair in zip(pages, pairs):
        rng = random.Random(f"{pair.path} {mutation.name} {seed}")
        lines = mutation.change(page, rng)
        if lines is None or lines == page.lines and mutation is not NOTHING:
            continue
        where = changed_part(page.lines, lines) if mutation.needed else None
        touched = touch(pair.translation, where, rng)
        if touched is not None:
            cases.append(Case(pair, "\n".join(lines), touched))
    return cases


class Stream:
    """Commits for git fast-import."""

    def __init__(self, language):
        self.language = language
        self.parts = []
        self.time = 1_600_000_000

    def path(self, language, pair):
        return f"content/{language}/{pair.path}"

    def commit(self, branch, start, files):
        """A commit with these (path, text), after `start` if that is not None."""
        self.time += 3600
        self.parts.append(f"commit refs/heads/{branch}\nmark :{self.time}\n"
                          f"committer A Writer <writer@site.example> {self.time} +0000\n"
                          f"data 7\nChange\n\n".encode())
        if start:
            self.parts.append(f"from :{start}\n".encode())
        for path, text in files:
            data = text.encode()
            self.parts.append(f'M 100644 inline "{path}"\ndata {len(data)}\n'.encode() + data)
            self.parts.append(b"\n")
        return self.time

    def start(self, pairs):
        return self.commit("start", None, [
            (self.path(language, pair), text) for pair in pairs
            for language, text in (("en", pair.source), (self.language, pair.translation))])

    def mutate(self, mutation, start, cases, pairs):
        """The mutation's branches, one for each way."""
        mutated = [(self.path("en", case.pair), case.mutated) for case in cases]
        touched = [(self.path(self.language, case.pair), case.touched) for case in cases]
        behind = self.commit(mutation.branch("behind"), start, mutated)
        self.commit(mutation.branch("touched"), behind, touched)
        paths = {case.pair.path for case in cases}
        rest = [(self.path(self.language, pair), pair.translation) for pair in pairs
                if pair.path in paths]
        self.commit(mutation.branch("squashed"), None, mutated + rest)

    def write(self, repository):
        git(".", "init", "--quiet", "--bare", "--initial-branch=start", repository)
        git(repository, "fast-import", "--quiet", stdin=b"".join(self.parts))


def ask(program, repository, language, branch):
    """What the program says of each translation, by path."""
    command = [program, "-C", os.fspath(repository), "--base", branch, "--branch", branch,
               "--lang", language, "--format", "json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, env=clean_environment())
    return {one["translation"]: one for one in json.loads(done.stdout)["files"]}


def is_reported(way, said):
    if way == "behind":
        return said["status"] in REPORTED and said["severity"] == "substantive"
    return said["status"] in REPORTED


class Counts:
    """Pages that are reported, of how many, by mutation."""

    def __init__(self):
        self.reported = collections.Counter()
        self.asked = collections.Counter()

    def add(self, mutation, reported):
        self.asked[mutation] += 1
        self.reported[mutation] += reported

    def share(self, mutation):
        return self.reported[mutation] / self.asked[mutation]

    def overall(self):
        """Precision, recall and F1."""
        right = sum(self.reported[one] for one in self.asked if one.needed)
        said = sum(self.reported.values())
        needed = sum(count for one, count in self.asked.items() if one.needed)
        precision, recall = right / max(said, 1), right / max(needed, 1)
        return precision, recall, 2 * right / max(said + needed, 1)


class Language:
    """All mutations of the pairs of one language, in a repository of its own."""

    def __init__(self, arguments, language, pairs, repository):
        self.arguments = arguments
        self.language = language
        self.pairs = pairs
        self.repository = repository
        pages = [Page(pair.path, pair.source) for pair in pairs]
        bank = Bank(pages)
        for page in pages:
            page.bank = bank
        self.cases = {mutation: cases for mutation in arguments.mutations
                      if (cases := make_cases(mutation, pages, pairs, arguments.seed))}

    def make(self):
        stream = Stream(self.language)
        start = stream.start(self.pairs)
        for mutation, cases in self.cases.items():
            stream.mutate(mutation, start, cases, self.pairs)
        stream.write(self.repository)

    def measure(self, way):
        """Prints what one way gives, failures first."""
        counts, whole, silent = Counts(), Counts(), Counts()
        loud = self.loud_pages(way)
        shown = 0
        for mutation, cases in self.cases.items():
            said = ask(self.arguments.program, self.repository, self.language,
                       mutation.branch(way))
            for case in cases:
                answer = said[f"content/{self.language}/{case.pair.path}"]
                reported = is_reported(way, answer)
                counts.add(mutation, reported)
                if way != "squashed" or mutation.whole or not mutation.needed:
                    whole.add(mutation, reported)
                    if case.pair.path not in loud:
                        silent.add(mutation, reported)
                        shown += self.show(way, mutation, case, answer, shown)
        self.print_table(way, counts, whole, silent, len(loud))

    def loud_pages(self, way):
        """Pages that are reported though nothing changes."""
        if NOTHING not in self.cases:
            return set()
        said = ask(self.arguments.program, self.repository, self.language, NOTHING.branch(way))
        return {case.pair.path for case in self.cases[NOTHING]
                if is_reported(way, said[f"content/{self.language}/{case.pair.path}"])}

    def show(self, way, mutation, case, answer, shown):
        """Prints a failure, if this is one and there is room: how many were printed."""
        if is_reported(way, answer) == mutation.needed or shown >= self.arguments.show:
            return 0
        print(f"--- {way}: {mutation.name}: content/{self.language}/{case.pair.path}")
        print_change(case.pair.source, case.mutated, "source")
        if way == "touched":
            print_change(case.pair.translation, case.touched, "translation")
        said = {key: answer.get(key) for key in ("status", "severity", "alignment", "stale")}
        print(f"  said: {json.dumps(said, ensure_ascii=False)}\n")
        return 1

    def print_table(self, way, counts, whole, silent, loud):
        print(f"## {self.language}, {way}, {len(self.pairs)} pages\n")
        print("| Mutation | Needed | Pages | Reported | Share |\n| --- | --- | --- | --- | --- |")
        for mutation in self.cases:
            print(f"| {mutation.name} | {'yes' if mutation.needed else 'no'} "
                  f"| {counts.asked[mutation]} | {counts.reported[mutation]} "
                  f"| {counts.share(mutation):.3f} |")
        for name, some in (("all pages", whole),
                           (f"without {loud} that are reported with no change", silent)):
            precision, recall, f1 = some.overall()
            print(f"\n{name}: precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}")
        print()


def print_change(old, new, name):
    """The changed lines, a few of them."""
    lines = list(difflib.unified_diff(old.split("\n"), new.split("\n"), name, name, n=0,
                                      lineterm=""))[2:]
    for line in lines[:12]:
        print(f"  {name}: {line[:400]!r}" if line.endswith(("\r", " ")) else
              f"  {name}: {line[:400]}")
    if len(lines) > 12:
        print(f"  {name}: ... {len(lines) - 12} more lines")


# Where pages come from.


def reference_pairs(arguments, scratch):
    """Language to pairs: those of the reference data that no source has overtaken."""
    repository = scratch / "reference.git"
    git(".", "clone", "--quiet", "--bare", os.path.abspath(arguments.bundle), repository)
    said = ask(arguments.program, repository, "ko", "main").values()
    found = [one for one in said if one["status"] in ("in_sync", "partially_updated")
             and one["translation"].endswith(".md") and one["baseline"]["method"] == "history"]
    step = max(1, len(found) / arguments.count)
    chosen = [found[int(i * step)] for i in range(min(len(found), arguments.count))]
    return {"ko": [Pair(one["translation"].removeprefix("content/ko/"),
                        git(repository, "show", f"main:{one['source']}").decode(),
                        git(repository, "show", f"main:{one['translation']}").decode())
                   for one in chosen]}


def folder_pairs(folder):
    """Language to pairs: all pages below content/ with an English one."""
    content = pathlib.Path(folder) / "content"
    found = collections.defaultdict(list)
    for page in sorted(content.glob("*/**/*.md")):
        language, *parts = page.relative_to(content).parts
        source = content.joinpath("en", *parts)
        if language != "en" and source.is_file():
            found[language].append(Pair("/".join(parts), *(
                one.read_bytes().decode() for one in (source, page))))
    return found


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="a release build of l10n-drift")
    parser.add_argument("--bundle", default=BUNDLE, help="the reference data (%(default)s)")
    parser.add_argument("--count", type=int, default=150, metavar="N",
                        help="pages of the reference data (%(default)s)")
    parser.add_argument("--pages", metavar="FOLDER", help="takes pages from here instead")
    parser.add_argument("--way", action="append", choices=WAYS, help="this alone, repeatable")
    parser.add_argument("--only", action="append", metavar="MUTATION", dest="mutations",
                        choices=[mutation.name for mutation in MUTATIONS],
                        help="this alone, repeatable")
    parser.add_argument("--seed", type=int, default=1, metavar="N",
                        help="other mutations of the same pages (%(default)s)")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="failures to print")
    parser.add_argument("--keep", metavar="FOLDER",
                        help="keeps the repositories here, in a new folder")
    arguments = parser.parse_args()
    names = arguments.mutations
    arguments.mutations = [one for one in MUTATIONS
                           if not names or one.name in names or one is NOTHING]
    return arguments


def measure(arguments, scratch):
    pairs_of = folder_pairs(arguments.pages) if arguments.pages else reference_pairs(
        arguments, scratch)
    for language, pairs in pairs_of.items():
        measured = Language(arguments, language, pairs, scratch / f"{language}.git")
        measured.make()
        for way in arguments.way or WAYS:
            measured.measure(way)


def main():
    arguments = parse_arguments()
    with tempfile.TemporaryDirectory() as scratch:
        try:
            folder = pathlib.Path(arguments.keep or scratch)
            folder.mkdir(parents=True, exist_ok=not arguments.keep)
            measure(arguments, folder)
        except (LookupError, OSError, subprocess.CalledProcessError) as error:
            print(f"mutations.py: error: {error}", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
