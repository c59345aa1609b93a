"""Mutations of a page that need no translator, called like those that do."""

import re
import textwrap

from pages import Page, find, free_matches, indent, replace

STARTS_A_BLOCK = re.compile(r"\s*([-+*>#|:=]|\d+[.)]|```|~~~|\{\{|<)")
STAR = re.compile(r"(?<![\w*\\])\*(?![\s*])([^*_\n]+)(?<![\s*\\])\*(?![\w*])")
UNDERSCORE = re.compile(r"(?<![\w_\\])_(?![\s_])([^*_\n]+)(?<![\s_\\])_(?![\w_])")


def map_prose(page, change, *kinds):
    """The lines with each block of prose changed by a function of its text."""
    lines = list(page.lines)
    for block in reversed(page.of_kind(*(kinds or ("paragraph", "item")))):
        lines[block.start:block.end] = change(page.text(block)).split("\n")
    return lines


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
