"""What `l10n-drift check --format json` found, from a file that a stranger may have written.

The check of a pull request runs what is in the pull request, workflows included. So its author can
leave any file they like in place of the findings. Here it is held against what the program writes,
field by field, and all that is taken over is kinds out of a list, numbers, and text that stands in
code spans. At worst the comment tells a lie about the author's own pull request.
"""

import dataclasses
import io
import itertools
import json
import zipfile
import zlib

from markdown_text import code_span

FILE_NAME = "check.json"
LARGEST_ARCHIVE = 1 << 20
LARGEST_FILE = 8 << 20
# Three lists of this size fit into one comment.
LONGEST_LIST = 50
LARGEST_LIST = 20000
LEVELS = ("error", "warning", "note")
MARKER = "<!-- l10n-drift-check -->"

# What is said of a translation, its source, and where either belongs now: by whose drift it is, or by
# what the page is where nobody is to blame.
FINDINGS = {
    "lost": "{translation} loses what it had for places of {source}.",
    "forgotten": "{translation} is new, and not all of {source} is in it.",
    "left_behind": "{translation}: places of {source} are left behind{size}.",
    "copy": "{translation} is a copy of {source} as that was before{size}. Copy it again.",
    "outdated": "{translation} is outdated{size}. Its source is {source}.",
    "partially_updated": "{translation} is only partly updated{size}. Its source is {source}.",
    "renamed": "{translation}: its source {source} was renamed. It belongs at {move_to} now.",
    "deleted": "{translation}: its source {source} was deleted.",
    "never": "{translation}: there never was a source {source}.{nearest}",
    "unknown": "{translation}: nobody can tell which version of {source} it was made from.",
}
BY_STATUS = ("orphaned", "was_behind", "not_compared")
# What is said besides of a source that came or went.
DRAFTS = {
    None: "",
    "withdrawn": " The source is a draft now, and withdrawn: nothing is urgent here.",
    "published": " The source was a draft, and is published now.",
}
NOTICES = {
    "changed_on_both_sides": "{source} changed on both sides.",
    "source_changed": "{source} changes here. Translations left as they were: {languages}.",
    "source_renamed": "{source} is renamed here. Translations left where they were: {languages}.",
    "source_deleted": "{source} is deleted here. Translations left: {languages}.",
    "not_compared": "{source} and a translation could not be compared block by block: {languages}.",
    "not_looked_into": "A translation of {source} is of a kind that is not looked into: {languages}.",
}


class Unusable(Exception):
    """The file is not what the program writes."""


@dataclasses.dataclass
class Findings:
    """Lines of Markdown."""
    failing: list[str]
    passing: list[str]
    notices: list[str]
    behind: int = 0  # Translations that are not up to date, and were not before.


def unpack(archive):
    """The file of findings in an artifact, whatever the artifact is. Writes nothing to disk."""
    if len(archive) > LARGEST_ARCHIVE:
        raise Unusable("the artifact is too large")
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as opened:
            if opened.namelist() != [FILE_NAME]:
                raise Unusable(f"the artifact does not hold {FILE_NAME} alone")
            with opened.open(FILE_NAME) as stream:
                content = stream.read(LARGEST_FILE + 1)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError) as error:
        raise Unusable(f"the artifact is broken: {error}") from error
    if len(content) > LARGEST_FILE:
        raise Unusable(f"{FILE_NAME} is too large")
    return content


def parse(content):
    """Reads the findings. Raises Unusable if anything in them is not as it should be."""
    try:
        report = json.loads(content)
        findings = [(finding["level"], finding["fails"], finding_line(finding))
                    for finding in report["findings"]]
        if any(fails is not (level == "error") or level not in LEVELS
               for level, fails, _ in findings):
            raise Unusable("a finding neither fails nor passes")
        notices = [notice_line(notice) for notice in report["notices"]]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unusable(f"{FILE_NAME} is no output of l10n-drift check: {error!r}") from error
    return Findings([line for level, _, line in findings if level == "error"],
                    [line for level, _, line in findings if level == "warning"], notices,
                    sum(level == "note" for level, _, _ in findings))


def text(value):
    if not isinstance(value, str):
        raise TypeError(value)
    return code_span(value)


def number(value):
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 10 ** 9:
        raise TypeError(value)
    return value


def optional(read, value):
    return None if value is None else read(value)


def finding_line(finding):
    nearest = optional(text, finding.get("nearest"))
    said = finding["status"] if finding["kind"] in BY_STATUS else finding["kind"]
    return FINDINGS[said].format(
        translation=text(finding["translation"]), source=text(finding["source"]),
        size=size_words(finding),
        move_to=optional(text, finding.get("move_to")),
        nearest=f" Is {nearest} meant?" if nearest else "") + DRAFTS[finding.get("draft")]


def size_words(finding):
    """How much is to be translated: ` (+3 -1 lines, 2 open changes)`."""
    added, removed = (optional(number, finding.get(key)) for key in ("insertions", "deletions"))
    opened = optional(number, finding.get("open_changes"))
    words = []
    if added or removed:
        words.append(f"+{added or 0} -{removed or 0} lines")
    if opened:
        words.append(f"{opened} open {'change' if opened == 1 else 'changes'}")
    return f" ({', '.join(words)})" if words else ""


def notice_line(notice):
    languages = ", ".join(text(code) for code in notice["languages"][:LONGEST_LIST])
    line = NOTICES[notice["kind"]].format(source=text(notice["source"]), languages=languages)
    return line + DRAFTS[notice.get("draft")]


def bullets(title, lines):
    """A list below its title; nothing if there is nothing to list."""
    if not lines:
        return []
    sizes = itertools.accumulate(map(len, lines[:LONGEST_LIST]))
    shown = sum(size <= LARGEST_LIST for size in sizes)
    more = [f"- and {len(lines) - shown} more"] if shown < len(lines) else []
    return ["", title, "", *(f"- {line}" for line in lines[:shown]), *more]


def behind_before(count):
    """What was so before, by its number."""
    if not count:
        return []
    one = count == 1
    return ["", f"{count} {'translation' if one else 'translations'} that this pull request changes "
            f"{'was' if one else 'were'} behind before, and still {'is' if one else 'are'}."]


def comment(findings, run_url):
    """The comment on the pull request."""
    if not findings.failing and not findings.passing:
        head = ("This pull request leaves nothing behind in the translations that it changes."
                if findings.behind else
                "All translations that this pull request changes are up to date.")
    elif findings.failing:
        head = "Translations that this pull request changes are left behind."
    else:
        head = "Translations that this pull request changes deserve another look."
    lines = [MARKER, "### Translations", "", head,
             *bullets("To be mended before the merge:", findings.failing),
             *bullets("Worth a look:", findings.passing),
             *bullets("Good to know:", findings.notices),
             *behind_before(findings.behind),
             "", f"Where and what: [the details of the check]({run_url})."]
    return "\n".join(lines) + "\n"
