"""What is written in an issue of ours: pure functions of text."""

import hashlib
import json
import re

import markdown_text

MARKER = re.compile(r"^<!-- l10n-drift: (\{.*?\}) -->", re.M)
# What stands around each piece of a report.
PIECE = re.compile(r"^<!-- l10n-drift-begin: ", re.M)
# All that is ours: the pieces and the marker. What stands around them is what people wrote.
OURS = re.compile(r"^<!-- l10n-drift-begin: .*?^<!-- l10n-drift-end -->"
                  r"|^<!-- l10n-drift: [^\n]*?-->", re.M | re.S)
# An item that nobody has ticked. Older versions of the program numbered the lines, too.
OPEN_BOX = re.compile(r"^(?:[-*+]|\d+[.)]) \[ \] ", re.M)
# What makes `@name` a mention, also where it is written as an entity. Letters or digits before it
# make it an address.
MENTION = re.compile(r"(?<![0-9A-Za-z])(@|&#0*64;|&#[xX]0*40;|&commat;)(?![\s\u2060]|$)", re.M)
WORD_JOINER = "\u2060"
NOTE = re.compile(r"^<!-- l10n-drift-note: (closed|reopened|overruled)(?: (\d+))? -->$", re.M)
REFUSED = re.compile(r"^<!-- l10n-drift-note: refused -->$", re.M)
REFUSAL_HEAD = ("The list cannot be read any more, and it stays as it is until somebody mends it."
                " This is what the program says:")
REFUSAL_FOOT = ("`1.md` is the text of this issue, `2.md` the first comment that goes on with the"
                " list, and so on. Open the history of its edits (\"edited\", beside the name of the"
                " author), and put the text from before the last edits back. What was ticked and"
                " written since can be added again after that. Nothing else is to be done: the next"
                " run goes on.")
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


def is_further_part(text, language):
    """Whether a comment is a further part of the language's report."""
    return any(marker["language"] == language and isinstance(marker.get("part"), int)
               and marker["part"] > 1 for marker in markers(text))


def as_part(text, number, total):
    """A part with another number.

    >>> as_part('<!-- l10n-drift: {"language":"ko","part":3,"parts":4} -->', 2, 3)
    '<!-- l10n-drift: {"language":"ko","part":2,"parts":3} -->'
    """
    def renumber(match):
        numbered = re.sub(r'"part":\d+', f'"part":{number}', match[0])
        return re.sub(r'"parts":\d+', f'"parts":{total}', numbered)
    return MARKER.sub(renumber, text)


def quiet(text):
    """How many runs in a row found no work, as the marker says (issue_state.py)."""
    counts = [marker.get("quiet") for marker in markers(text)]
    return counts[0] if counts and isinstance(counts[0], int) else 0


def with_quiet(text, count):
    """The part with another such count in its marker; 0 takes it out, as the program writes it.

    >>> text = with_quiet('<!-- l10n-drift: {"language":"ko"} -->', 1)
    >>> text
    '<!-- l10n-drift: {"language":"ko","quiet":1} -->'
    >>> quiet(text), with_quiet(text, 0)
    (1, '<!-- l10n-drift: {"language":"ko"} -->')
    """
    def count_anew(match):
        content = re.sub(r',"quiet":\d+', "", match[1])
        more = f',"quiet":{count}' if count else ""
        return match[0].replace(match[1], content[:-1] + more + "}")
    return MARKER.sub(count_anew, text)


def map_people(text, change):
    """The part with `change` made to each stretch of what people wrote."""
    result, end = [], 0
    for match in OURS.finditer(text):
        result += [change(text[end:match.start()]), match[0]]
        end = match.end()
    return "".join([*result, change(text[end:])])


def without_mentions(text):
    """The part in which no words of people mention anybody: nobody wrote them just now.

    >>> without_mentions("@kim: ask jo@docs.example, _@site/ko_, &#64;lee @ noon").count("\u2060")
    3
    >>> ours = "<!-- l10n-drift-begin: M -->\\n@kim\\n<!-- l10n-drift-end -->\\n"
    >>> without_mentions(ours + "@kim\\n") == ours + "@\u2060kim\\n"
    True
    >>> without_mentions(without_mentions("@kim")) == without_mentions("@kim")
    True
    """
    return map_people(text, lambda words: MENTION.sub(rf"\1{WORD_JOINER}", words))


def without_known(text, others):
    """The part without those lines of what people wrote that stand in another part, too.

    >>> ours = "<!-- l10n-drift-begin: M -->\\nb\\n<!-- l10n-drift-end -->"
    >>> without_known(f"I @\u2060kim\\n{ours}\\nmine\\n", [f"x\\nI @kim\\ny\\n{ours}\\nnot mine"])
    '<!-- l10n-drift-begin: M -->\\nb\\n<!-- l10n-drift-end -->\\nmine\\n'
    """
    known = {as_said(line) for other in others for line in OURS.sub("", other).splitlines()} - {""}
    return plain(map_people(text, lambda words: "".join(
        line for line in words.splitlines(keepends=True) if as_said(line) not in known)))


def as_said(line):
    return line.strip().replace(WORD_JOINER, "")


def count_left_out(texts):
    """The files that a report leaves out, and whose boxes nobody has ticked; `texts` are its parts.

    Each marker counts them all, unless there are none. Older versions of the program did not count
    them there; so where the marker says nothing, the boxes are counted.

    >>> box = "<!-- l10n-drift-begin: left-out -->\\n1. [ ] M1. `a`\\n<!-- l10n-drift-end -->\\n"
    >>> count_left_out([box, box.replace("1.", "-")])
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
    return sum(len(OPEN_BOX.findall(piece)) for piece in pieces)


def claimed_parts(text):
    """How many parts there are, as a part says."""
    claimed = [marker.get("parts") for marker in markers(text)]
    return claimed[0] if claimed and isinstance(claimed[0], int) else 1


def count_parts(texts):
    """How many parts there are, as they say: the most that any of them says."""
    claimed = [marker.get("parts") for text in texts for marker in markers(text)]
    return max((count for count in claimed if isinstance(count, int)), default=1)


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


def note(kind, count, branch, former=None):
    """The comment that tells of a change of state (issue_state.py). `count` is what needs work, and
    `former` what did when somebody closed the issue and was heeded."""
    where = f"in the branch {markdown_text.code_span(branch)}"
    if kind == "closed":
        words = f"Nothing is outdated any more {where}."
    elif kind == "reopened":
        words = f"There is work again {where}: {files(count)}."
    else:
        than = "" if former is None else f", and no longer {former}"
        words = (f"This issue was closed, but there is work {where}: {files(count)}{than}. So it is"
                 " open again. If somebody closes it once more, it stays closed until there is"
                 " more work than then.")
    return f"{words}\n\n<!-- l10n-drift-note: {kind} -->\n"


def files(count):
    return f"{count} {'file' if count == 1 else 'files'}"


def note_of(text):
    """Kind and number of such a note; None if the comment is another one."""
    match = NOTE.search(plain(text))
    return match and (match[1], match[2] and int(match[2]))


def with_number(text, number):
    """A note of the kind `overruled` that tells what needed work when the issue was closed once
    more; or, without a number, that tells nothing of it. All else that stands there is kept.

    >>> text = note("overruled", 3, "main")
    >>> note_of(with_number(text, 7)), with_number(with_number(text, 7), None) == text
    (('overruled', 7), True)
    """
    words = "" if number is None else (f"Somebody has closed it once more, with {files(number)} to"
                                       " be worked on. It stays closed until there are more.\n\n")
    known = "" if number is None else f" {number}"
    return re.sub(r"^(Somebody has closed it once more, .*\n\n)?"
                  r"<!-- l10n-drift-note: overruled( \d+)? -->$",
                  f"{words}<!-- l10n-drift-note: overruled{known} -->", plain(text), flags=re.M)


def refusal(said):
    """The comment that says that the issue cannot be read. `said` is what the program said of it,
    in lines; it speaks of files such as `1.md`, which is the body."""
    words = "\n".join(f"- {markdown_text.code_span(line)}" for line in said)
    return (f"{REFUSAL_HEAD}\n\n{words}\n\n{REFUSAL_FOOT}\n\n"
            "<!-- l10n-drift-note: refused -->\n")


def is_refusal(text):
    """Whether a comment says that the issue cannot be read, and nobody has mended it since."""
    return bool(REFUSED.search(plain(text)))


def mended(text):
    """The same comment once the issue can be read again."""
    return REFUSED.sub("This is mended: the list is kept up to date again.\n\n"
                       "<!-- l10n-drift-note: mended -->", plain(text))
