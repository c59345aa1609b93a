"""Pages of Markdown in blocks, as far as mutations need to tell them apart."""

import re
from typing import NamedTuple

# Shortcodes that hold no prose: drawings, code, and what is rendered nowhere.
UNREAD = re.compile(r"\s*\{\{[<%]\s*(mermaid|highlight|comment)\b")
UNREAD_END = re.compile(r"\{\{[<%]\s*/\s*(mermaid|highlight|comment)\b")
FENCE = re.compile(r"\s*(`{3,}|~{3,})")
ITEM = re.compile(r"(\s*(?:[-*+]|\d+[.)])\s+)\S")
HEADING = re.compile(r"(#{1,6})\s+(.*)")
SHORTCODES = re.compile(r"\s*(\{\{[<%].*?[%>]\}\}\s*)+$")
DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
# What holds no words of its own: inline code, shortcodes, tags, targets, addresses and identifiers.
PROTECTED = re.compile(r"`+[^`]*`+|\{\{.*?\}\}|<[^>]*>|\]\([^)]*\)|\]\[[^\]]*\]|\{#[^}]*\}|"
                       r"https?://\S+|^\s*\[[^\]]*\]:.*$|&\w+;", re.MULTILINE)
WORD = re.compile(r"(?<![\w.&@/\\*_-])[^\W\d_]+(?![\w@/\\*_-]|\.\w)")
NUMBER = re.compile(r"(?<![\w.,:/#$-])\d+(?:\.\d+)?(?![\w,:/%-]|\.\w)")


class Block(NamedTuple):
    """Lines [start, end) of a page."""

    kind: str  # front matter, heading, paragraph, item, code, table or other.
    start: int
    end: int


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
    if UNREAD.match(line):
        return Block("other", at, find(lines, at, UNREAD_END.search) + 1)
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


def indent(line):
    return len(line) - len(line.lstrip())
