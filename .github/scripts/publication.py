"""From what an issue says to what it shall say.

# Nothing is lost

People tick boxes and write between our lines. What they did until the report was made is in the
new text, since `l10n-drift --previous` takes it over. What they do after that would be overwritten.
So each part is compared with what the report was made from, and all is left as it is if one
differs. The next run takes it up.

A part that already says what it shall say is fine, too. So a run that was cut off can be repeated;
and the next one reads whatever it has left (tracker.py).

Several parts take a while to write, and longer if GitHub asks to wait. So each is compared once
more right before it is written or deleted. What is left is the moment between two requests.

Parts are written in such an order that somebody who reads meanwhile sees an item twice rather than
not at all: items move to later parts when the list grows, and to earlier ones when it shrinks. A
new issue is one of a single part until the others are there.

# Open and closed

The issue is open if and only if something needs work, be it that the report leaves it out: whoever
looks at some of the pages for once has not done the others. A comment tells of each change of
state, and comes before it: if the run is cut off between the two, the next one finds the comment,
and only makes the change.
"""

import dataclasses
import json

import issue_text
from github_client import ApiError
from tracker import LABEL, Part, UnclearIssue


class Conflict(Exception):
    """The issue is not what the report was made from."""


class NoReport(Exception):
    """The folder does not hold what it should."""


@dataclasses.dataclass
class Wanted:
    """What the issue of a language shall say: its parts, and how many translations need work."""
    language: str
    texts: list[str]
    open: int  # With those that the report leaves out.
    previous: dict

    @property
    def marker(self):
        return issue_text.markers(self.texts[0])[0]

    def text(self, number):
        """The text of a part; None if there shall be no such part."""
        return self.texts[number - 1] if number <= len(self.texts) else None


def state_of(issue, parts):
    """What an issue says, so that it can be told later whether it still does."""
    return {"issue": issue and issue["number"],
            "parts": {str(part.number): issue_text.digest(part.text) for part in parts}}


def read_wanted(language, folder):
    """Reads `previous.json`, `open` and the parts, `1.md`, `2.md`, ..."""
    try:
        previous = json.loads((folder / "previous.json").read_text(encoding="utf-8"))
        count = int((folder / "open").read_text(encoding="utf-8"))
        texts = [(folder / f"{number + 1}.md").read_text(encoding="utf-8")
                 for number in range(len(list(folder.glob("[0-9]*.md"))))]
    except (OSError, ValueError) as error:
        raise NoReport(f"there is no report: {error}") from error
    if not texts or any(issue_text.languages(text) != {language} for text in texts):
        raise NoReport(f"{folder} holds no report with a marker in each part")
    count += issue_text.count_left_out(texts)
    return Wanted(language, [issue_text.plain(text) for text in texts], count, previous)


class Publication:
    """Makes the issue of one language say what is wanted."""

    def __init__(self, client, tracker, wanted):
        self._client = client
        self._tracker = tracker
        self._wanted = wanted

    def run(self):
        """Returns what was done, in words."""
        issue = self._tracker.issue_of(self._wanted.language)
        if issue is None:
            return self._create()
        if issue["state"] == "closed" and not self._wanted.open:
            return f"#{issue['number']} stays closed"
        parts = self._tracker.parts(issue, self._wanted.language)
        self._expect_previous(issue, parts)
        return self._update(issue, parts)

    # --- A new issue ------------------------------------------------------------------------------

    def _create(self):
        if self._wanted.previous["issue"] is not None:
            raise Conflict(f"issue #{self._wanted.previous['issue']} is gone, or has lost its label"
                           " or its marker")
        if not self._wanted.open:
            return "nothing is outdated, and there is no issue"
        self._tracker.make_label()
        issue = self._client.post(
            "issues", {"title": issue_text.title(self._wanted.marker),
                       "body": issue_text.as_only_part(self._wanted.texts[0]),
                       "labels": [LABEL["name"]]},
            lambda: self._tracker.issue_of(self._wanted.language))
        if not self._tracker.is_ours(issue):
            raise UnclearIssue(f"issue #{issue['number']} was created by {issue['user']['login']}:"
                               " set L10N_DRIFT_LOGIN to that")
        if len(self._wanted.texts) > 1:
            self._add_parts(issue, range(2, len(self._wanted.texts) + 1))
            first = Part(1, None, issue_text.as_only_part(self._wanted.texts[0]))
            self._write_part(issue, first, {})
        return f"#{issue['number']} created"

    # --- One that is there ------------------------------------------------------------------------

    def _expect_previous(self, issue, parts):
        """Raises Conflict unless each part is what it was, or already what it shall be."""
        seen = self._wanted.previous
        name = f"issue #{issue['number']}"
        if seen["issue"] not in (None, issue["number"]):
            raise Conflict(f"it was issue #{seen['issue']}, and is {name} now")
        for part in parts:
            is_known = seen["parts"].get(str(part.number)) == issue_text.digest(part.text)
            if not is_known and part.text not in self._written_texts(part.number):
                raise Conflict(f"somebody edited part {part.number} of {name}")
        numbers = {part.number for part in parts}
        for number in map(int, seen["parts"]):
            if number not in numbers and self._wanted.text(number) is not None:
                raise Conflict(f"part {number} of {name} is gone")

    def _written_texts(self, number):
        """What a run for the same report may have left in a part when it was cut off."""
        first = [issue_text.as_only_part(self._wanted.texts[0])] if number == 1 else []
        return [self._wanted.text(number), *first]

    def _update(self, issue, parts):
        changes = self._changes_of_issue(issue)
        kind = {"open": "reopened", "closed": "closed"}.get(changes.get("state"))
        if kind:
            self._add_note(issue, kind)
        there = {part.number for part in parts}
        new = [number for number in range(2, len(self._wanted.texts) + 1) if number not in there]
        self._add_parts(issue, new)
        kept = [part for part in parts if self._wanted.text(part.number) is not None]
        gone = [part for part in parts if part not in kept]
        in_order = (kept[::-1] if new else kept) + gone
        written = [self._write_part(issue, part, changes) for part in in_order]
        done = kind or ("updated" if new or any(written) else "unchanged")
        return f"#{issue['number']} {done}"

    def _changes_of_issue(self, issue):
        """Title and state, where they are not what they shall be."""
        old = issue_text.markers(issue["body"])[0]
        shall_be = {"title": issue_text.followed_title(issue["title"], old, self._wanted.marker),
                    "state": "open" if self._wanted.open else "closed"}
        return {key: value for key, value in shall_be.items() if value != issue[key]}

    def _write_part(self, issue, part, changes):
        """Writes a part that is there. Returns whether there was something to write."""
        text = self._wanted.text(part.number)
        is_changed = text != part.text
        path = f"issues/comments/{part.id}" if part.id else f"issues/{issue['number']}"
        content = {**({} if part.id else changes), **({"body": text} if is_changed else {})}

        def expect():
            if is_changed:
                self._expect_text(issue, part, path)

        if text is None:
            self._client.delete(path, expect)
        elif content:
            self._client.patch(path, content, expect)
        return bool(content)

    def _expect_text(self, issue, part, path):
        """Raises Conflict if somebody has edited or deleted the part since it was read."""
        wanted = self._wanted.text(part.number)
        try:
            present = issue_text.plain(self._client.get(path)["body"])
        except ApiError as error:
            if error.status not in (404, 410):
                raise
            present = None
        if present is None and wanted is not None:
            raise Conflict(f"part {part.number} of issue #{issue['number']} is gone")
        if present not in (part.text, wanted):
            raise Conflict(f"somebody edited part {part.number} of issue #{issue['number']}")

    # --- Comments ---------------------------------------------------------------------------------

    def _add_parts(self, issue, numbers):
        for number in numbers:
            self._comment(issue, self._wanted.text(number), lambda number=number: next(
                (comment for comment in self._tracker.comments(issue)
                 if issue_text.part_number(comment["body"], self._wanted.language) == number),
                None))

    def _add_note(self, issue, kind):
        """Says that the issue is closed or reopened, unless that is what we said last."""
        def look():
            return {"kind": kind} if self._tracker.last_note(issue) == kind else None
        if look() is None:
            branch = self._wanted.marker["branch"]
            self._comment(issue, issue_text.note(kind, self._wanted.open, branch), look)

    def _comment(self, issue, text, look_for):
        self._client.post(f"issues/{issue['number']}/comments", {"body": text}, look_for)
