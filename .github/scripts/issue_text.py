"""What is written in an issue of ours: pure functions of text."""

import hashlib
import json
import re

import markdown_text

MARKER = re.compile(r"^<!-- l10n-drift: (\{.*?\}) -->", re.M)
# What stands around each piece of a report.
PIECE = re.compile(r"^<!-- l10n-drift-begin: ", re.M)
NOTE = re.compile(r"^<!-- l10n-drift-note: (closed|reopened) -->$", re.M)
LONGEST_TITLE = 256


def plain(text):
    """The text as it was written: GitHub's pages send CRLF, and blanks at the end come and go."""
    return (text or "").replace("\r\n", "\n").rstrip() + "\n"


def digest(text):
    return hashlib.sha256(plain(text).encode()).hexdigest()


def markers(text):
    """The markers of reports in a text, as dictionaries with a `language`."""
    found = []
    for match in MARKER.finditer(plain(text)):
        try:
            content = json.loads(match[1])
        except ValueError:
            continue
        if isinstance(content, dict) and isinstance(content.get("language"), str):
            found.append(content)
    return found


def languages(text):
    return {marker["language"] for marker in markers(text)}


def part_number(text, language):
    """Which further part of the language's report a comment is; None for any other comment."""
    for marker in markers(text):
        number = marker.get("part")
        if marker["language"] == language and isinstance(number, int) and number > 1:
            return number
    return None


def as_only_part(text):
    """The first part as if it were all, which it is until the others are posted."""
    return MARKER.sub(lambda match: re.sub(r'"parts":\d+', '"parts":1', match[0]), text)


def count_left_out(texts):
    """The files that a report leaves out, and whose boxes nobody has ticked; `texts` are its parts.

    Each marker counts them all, unless there are none. Older versions of the program did not count
    them there; so where the marker says nothing, the boxes are counted.

    >>> box = "<!-- l10n-drift-begin: left-out -->\\n1. [ ] M1. `a`\\n<!-- l10n-drift-end -->\\n"
    >>> count_left_out([box, box])
    2
    >>> count_left_out([box + '<!-- l10n-drift: {"language":"ko","left_out":7} -->'])
    7
    """
    for marker in markers(texts[0]):
        if isinstance(marker.get("left_out"), int):
            return marker["left_out"]
    return sum(map(count_left_out_boxes, texts))


def count_left_out_boxes(text):
    pieces = re.findall(r"^<!-- l10n-drift-begin: left-out -->$.*?^<!-- l10n-drift-end -->$",
                        plain(text), re.M | re.S)
    return sum(len(re.findall(r"^\d+\. \[ \] ", piece, re.M)) for piece in pieces)


def claimed_parts(text):
    """How many parts there are, as a part says."""
    claimed = [marker.get("parts") for marker in markers(text)]
    return claimed[0] if claimed and isinstance(claimed[0], int) else 1


def missing_parts(texts):
    """The numbers of the parts that others count, and that are not there. `texts` is by number.

    >>> text = '<!-- l10n-drift: {"language":"ko","parts":%d} -->'
    >>> missing_parts({1: text % 2, 4: text % 5})
    [2, 3, 5]
    """
    total = max([*texts, *map(claimed_parts, texts.values())], default=0)
    return [number for number in range(1, total + 1) if number not in texts]


def empty_part(first, number):
    """A part with nothing in it for the place of a missing one; `first` is the first part."""
    content = {**markers(first)[0], "part": number, "highest": {}, "ids": {}}
    content.pop("elsewhere", None)
    marker = json.dumps(content, separators=(",", ":"))
    for character in "<>&-":
        marker = marker.replace(character, f"\\u{ord(character):04x}")
    return ("<!-- l10n-drift-begin: rest -->\nNothing is known of this part.\n"
            f"<!-- l10n-drift-end -->\n\n<!-- l10n-drift: {marker} -->\n")


def is_spoilt(text):
    """Whether it is a report that has lost its marker."""
    return not markers(text) and bool(PIECE.search(plain(text)))


def title(marker):
    words = f"[{marker['language']}] Outdated files in the {marker['branch']} branch"
    return words[:LONGEST_TITLE]


def followed_title(present, old, new):
    """The present title for the marker `new`: people's words stay, the name of the branch follows.

    Where that would be too long for a title, it stays as it is.

    >>> old, new = {"branch": "dev-1.9-ko.1"}, {"branch": "dev-1.10-ko.1"}
    >>> followed_title("dev-1.9-ko.1 (Kim leads), after dev-1.9-ko.10", old, new)
    'dev-1.10-ko.1 (Kim leads), after dev-1.9-ko.10'
    >>> len(followed_title("dev-1.9-ko.1 " + "x" * 243, old, new).partition(" ")[2])
    243
    """
    if old.get("branch") in (None, "", new["branch"]):
        return present
    name = rf"(?<![\w./-]){re.escape(str(old['branch']))}(?![\w/-]|\.\w)"
    followed = re.sub(name, lambda _: new["branch"], present)
    return followed if len(followed) <= LONGEST_TITLE else present


def note(kind, count, branch):
    """The comment that tells of a change of state, `closed` or `reopened`."""
    where = f"in the branch {markdown_text.code_span(branch)}"
    words = (f"Nothing is outdated any more {where}." if kind == "closed" else
             f"There is work again {where}: {count} {'file' if count == 1 else 'files'}.")
    return f"{words}\n\n<!-- l10n-drift-note: {kind} -->\n"


def note_kind(text):
    """`closed` or `reopened` if the comment is such a note, else None."""
    match = NOTE.search(plain(text))
    return match[1] if match else None
