#!/usr/bin/env python3
"""Renders Markdown as GitHub does and looks for anything that is not ours: inert_test.py FILE...

The files are bodies whose own structure is known: headings, one list a
section with lists of commits and folds in it, code, folds with what is left out
and what is done, and comments: those around each piece, and the marker.
Whatever else the HTML has, a link, a tag, a ticked box, another comment, a fold
that ends elsewhere, or text outside code that GitHub would act on, came from a
file's name or another foreign text.
"""

import html.parser
import json
import re
import shutil
import subprocess
import sys

EXTENSIONS = ("autolink", "footnotes", "strikethrough", "table", "tasklist")
OUR_TAGS = {"h1", "h2", "h3", "p", "ol", "ul", "li", "code", "pre", "input", "details", "summary",
            "a"}
# An item of a section, of a list below it, or of what is done.
OUR_ITEM = re.compile(r"^(?:[0-9]+\. | *- )", re.MULTILINE)
OUR_TICK = re.compile(r"^(?:[0-9]+\.|-) \[x\] ", re.MULTILINE)
OUR_FOLD = re.compile(r"^ {2,}<details><summary>[0-9]+ places? to look at</summary>$", re.MULTILINE)
OUR_TOP_FOLD = re.compile(r"^<details><summary>[0-9]+ (?:files? (?:done(?: \([0-9]+ more before\))?|left out of this report)"
                          r"(?: \(continued\))?|pages? that could not be compared block by block)"
                          r"</summary>$", re.MULTILINE)
OUR_COMMENT = re.compile(r"^<!--( l10n-drift(?:-begin: [\w-]+|-end|: .*) )-->$", re.MULTILINE)
MARKER = " l10n-drift: "
MARKER_KEYS = ["base", "branch", "language", "version", "part", "parts", "files", "highest", "ids"]
MAY_BE_MISSING = ("left_out", "all", "past", "lines")
# A link to a page of the repository, or to a pull request, and what may stand in it. Everything in
# an address that could mean something is encoded.
REPOSITORY = r"github\.com/[\w.-]+/[\w.-]+"
ENCODED = r"(?:[\w.~/-]|%[0-9A-F]{2})+"
OUR_PAGE = re.compile(rf"https://{REPOSITORY}/(?:commits|blob)/{ENCODED}(?:\?since=[0-9-]{{10}})?",
                      re.ASCII)
OUR_PULL = re.compile(rf"https://redirect\.{REPOSITORY}/pull/([1-9][0-9]*)", re.ASCII)

# GitHub makes links and pictures of these in text, but not in code.
TRIGGER = re.compile(
    r"@\w|#\d|\bgh-\d|\b[0-9a-f]{7,40}\b|://|\bwww\.|\$\S+\$|:\w+:|\bcve-\d|\bghsa-", re.IGNORECASE
)

PAGE = "https://github.com/o/r/blob/main/x"
PULL = "https://redirect.github.com/o/r/pull/12"

# Each of these has to be found, or the test would not find anything.
SPOILT = [
    "1. <b>x</b>\n",
    "1. **x**\n",
    "1. `x` [l](y)\n",
    "1. www.example.org\n",
    "1. @name\n",
    "1. &#64;name\n",
    "1. fixes \\#12\n",
    "1. 0123456789abcdef\n",
    "1. a\n\n> quote\n",
    "1. a\n\nb\n\n---\n",
    "1. [ ] `[x]`\n",
    "- [x] `a`\n- [x] `b`\n  - [x] `c`\n",
    "<details><summary>2 files done</summary>\n\n- [x] </details>\n\n</details>\n",
    "<details><summary>2 files done</summary>\n\n- [x] <details>\n\n</details>\n",
    "<details><summary>done</summary>\n\n- [x] M1. `a`\n\n</details>\n",
    "<!-- l10n-drift-begin: M -->\n1. x\n<!-- l10n-drift-end -->\n<!-- -->\n",
    "1. <!-- x -->\n",
    "1. # heading\n",
    "1. - x\n",
    "1. x\n   <details><summary>1 place to look at</summary>\n\n   - </details>\n\n   </details>\n",
    "1. x\n   <details><summary>1 place to look at</summary>\n\n   - x</li>\n\n   </details>\n",
    "1. x\n   <details><summary>1 place to look at</summary>\n\n   - <!-- x\n\n   </details>\n",
    "1. x\n   <details><summary>1 place to look at</summary>\n   - x\n\n   </details>\n",
    "1. x\n   <details><summary>1 place to look at</summary>\n\n   - x\n",
    "1. x\n\n  <details><summary>1 place to look at</summary>\n\n   - x\n\n  </details>\n",
    "1. <details open><summary>x</summary></details>\n",
    "1. 1. x\n",
    "<!-- l10n-drift: {} -->\n",
    f"1. [x]({PAGE})\n",
    f"1. [`x`]({PAGE}?a=b)\n",
    f"1. [`x`]({PAGE}#12)\n",
    f'1. [`x`]({PAGE} "title")\n',
    "1. [`x`](https://github.com/o/r/pull/12)\n",
    "1. [`x`](https://example.org/o/r/blob/main/x)\n",
    f"1. [#13]({PULL})\n",
    f"1. [#12]({PULL}0)\n",
    f"1. #12 [#12]({PULL})\n",
    f"1. [#12 x]({PULL})\n",
    f"1. [`x` y]({PAGE})\n",
]
INERT = [f"1. [`x`]({PAGE}), [translation]({PAGE}%20?since=2020-10-16)\n", f"1. a ([#12]({PULL}))\n"]


class Inspector(html.parser.HTMLParser):
    """Collects what is not ours, and counts items, folds and comments."""

    def __init__(self):
        super().__init__()
        self.problems = []
        self.items = 0
        self.headings = 0
        self.folds = 0
        self.top_folds = 0
        self.ticks = 0
        self.comments = []
        self.open_tags = []
        self.link = None  # Where the link that is open leads to.
        self.link_text = ""

    def handle_starttag(self, tag, attrs):
        if tag not in OUR_TAGS:
            self.problems.append(f"tag <{tag}>")
        self.ticks += tag == "input" and "checked" in dict(attrs)
        if tag == "details" and (attrs or self.open_tags[-1:] not in ([], ["li"])):
            self.problems.append("a fold that is open, or in something else than an item")
        self.top_folds += tag == "details" and not self.open_tags
        if tag == "a":
            self.start_link(attrs)
        self.items += tag == "li"
        self.folds += tag == "details"
        self.headings += tag in ("h1", "h2", "h3")
        if tag != "input":
            self.open_tags.append(tag)

    def start_link(self, attrs):
        self.link = dict(attrs).get("href", "")
        self.link_text = ""
        if list(dict(attrs)) != ["href"]:
            self.problems.append(f"a link with {attrs}")

    def end_link(self):
        pull = OUR_PULL.fullmatch(self.link)
        # What stands in code is left out.
        expected = ["#" + pull[1]] if pull else ["", "translation"]
        if not pull and not OUR_PAGE.fullmatch(self.link):
            self.problems.append(f"a link to {self.link}")
        if self.link_text not in expected:
            self.problems.append(f"a link with the text {self.link_text!r}")
        self.link = None

    def handle_endtag(self, tag):
        if tag == "input":
            return
        if tag == "a":
            self.end_link()
        if not self.open_tags or self.open_tags.pop() != tag:
            self.problems.append(f"</{tag}> ends something else")

    def handle_data(self, data):
        if "code" in self.open_tags:
            return
        # GitHub does nothing to what stands in a link.
        self.link_text += data
        found = TRIGGER.search(data) if self.link is None else None
        if found:
            self.problems.append(f"{found.group()!r} outside code")

    def handle_comment(self, data):
        self.comments.append(data)


def render(markdown):
    program = shutil.which("cmark-gfm")
    if program is None:
        sys.exit("this test needs the program cmark-gfm (Debian's package cmark-gfm)")
    command = [program, "--unsafe"]
    for extension in EXTENSIONS:
        command += ["-e", extension]
    done = subprocess.run(command, input=markdown.encode(), stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


def comment_problems(comments, markdown):
    """Each of our lines is a comment, and nothing else is one; the marker is whole."""
    if comments != OUR_COMMENT.findall(markdown):
        yield f"comments {comments}"
    for comment in comments:
        if comment.startswith(MARKER):
            keys = list(json.loads(comment[len(MARKER) :]))
            if [key for key in keys if key not in MAY_BE_MISSING] != MARKER_KEYS:
                yield f"marker has {keys}"


def problems_of(markdown):
    """Foreign text has no line ends, so that our structure can be read off the lines."""
    inspector = Inspector()
    inspector.feed(render(markdown))
    inspector.close()
    problems = inspector.problems
    items = len(OUR_ITEM.findall(markdown))
    headings = len(re.findall(r"^#+ ", markdown, re.MULTILINE))
    if inspector.items != items:
        problems.append(f"{inspector.items} items instead of {items}")
    if inspector.headings != headings:
        problems.append(f"{inspector.headings} headings instead of {headings}")
    ticks = len(OUR_TICK.findall(markdown))
    if inspector.ticks != ticks:
        problems.append(f"{inspector.ticks} ticked boxes instead of {ticks}")
    top_folds = len(OUR_TOP_FOLD.findall(markdown))
    folds = len(OUR_FOLD.findall(markdown)) + top_folds
    if (inspector.folds, inspector.top_folds) != (folds, top_folds):
        problems.append(f"{inspector.folds} folds instead of {folds}")
    if inspector.open_tags:
        problems.append(f"{inspector.open_tags} never end")
    return problems + list(comment_problems(inspector.comments, markdown))


def main():
    failures = []
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as stream:
            failures += [f"{path}: {problem}" for problem in problems_of(stream.read())]
    failures += [f"not found in {text!r}" for text in SPOILT if not problems_of(text)]
    failures += [f"{problem} in {text!r}" for text in INERT for problem in problems_of(text)]
    print("\n".join(failures) or f"foreign text is inert in {len(sys.argv) - 1} files")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
