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
not at all: items move to later parts when the list grows, or when a part is lost, and to earlier ones
when it shrinks. A new issue is one of a single part until the others are there.

# What is mailed

What we post is mailed to everybody who follows the issue, and so is a change of its state. An edit
is not. So a part goes into a comment that is there, as long as there is one; and what has to be
remembered from one run to the next is written into the marker, or into a comment that is there.
issue_state.py tells when an issue is opened and closed.

People's words come into a new comment when the list grows. There they mention nobody once more.
"""

import dataclasses
import json

import issue_state
import issue_text
import tracker
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

    def text(self, part):
        """What a part that is there shall say; None if it shall go."""
        if part.number > len(self.texts):
            return None
        is_new = part.id is not None and key_of(part) not in self.previous["parts"]
        return self.new_text(part.number) if is_new else self.texts[part.number - 1]

    def new_text(self, number):
        """What a part says that is posted."""
        return issue_text.without_mentions(self.texts[number - 1])


def state_of(issue, parts):
    """What an issue says, so that it can be told later whether it still does. The parts are in
    order."""
    return {"issue": issue and issue["number"],
            "quiet": issue_text.quiet(issue["body"]) if issue else 0,
            "parts": {key_of(part): digest(part) for part in parts}}


def key_of(part):
    return "body" if part.id is None else str(part.id)


def digest(part):
    """Of what the program reads and people write. It is the same after a run without work."""
    return issue_text.digest(issue_text.with_quiet(part.text, 0))


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
    texts = [issue_text.plain(text) for text in texts]
    quiet = issue_state.count_quiet(previous["quiet"], count)
    texts[0] = issue_text.with_quiet(texts[0], quiet)
    return Wanted(language, texts, count, previous)


def texts_to_read(parts):
    """The parts as the program reads them, with the numbers that they have now.

    More parts than the first one counts are what a run has left that was cut off, before it came to
    the first part or after that. What people wrote may stand in them and in another part, too; then
    it is read there.
    """
    counted = issue_text.count_parts([part.text for part in parts[:1]])
    texts = [part.text for part in parts[:counted]]
    for part in parts[counted:]:
        texts.append(issue_text.without_known(part.text, texts))
    return [issue_text.as_part(text, number, len(parts)) for number, text in enumerate(texts, 1)]


def expect_previous(wanted, issue, parts):
    """Raises Conflict unless each part is what it was, or already what it shall be."""
    seen = wanted.previous
    name = f"issue #{issue['number']}"
    if seen["issue"] not in (None, issue["number"]):
        raise Conflict(f"it was issue #{seen['issue']}, and is {name} now")
    present = {key_of(part) for part in parts}
    for number, key in enumerate(seen["parts"], 1):
        if key not in present and number <= len(wanted.texts):
            raise Conflict(f"part {number} of {name} is gone")
    for part in parts:
        is_known = seen["parts"].get(key_of(part)) == digest(part)
        if not is_known and part.text not in written_texts(wanted, part):
            raise Conflict(f"somebody edited part {part.number} of {name}")


def written_texts(wanted, part):
    """What a run for the same report may have left in a part when it was cut off."""
    first = [issue_text.as_part(wanted.texts[0], 1, 1)] if part.id is None else []
    return [wanted.text(part), *first]


class Publication:
    """Makes the issue of one language say what is wanted."""

    def __init__(self, client, issues, wanted):
        self._client = client
        self._tracker = issues
        self._wanted = wanted

    def run(self):
        """Returns what was done, in words."""
        issue = self._tracker.issue_of(self._wanted.language)
        if issue is None:
            return self._create()
        name = f"#{issue['number']}"
        comments = self._tracker.comments(issue)
        parts = self._tracker.parts(issue, self._wanted.language, comments)
        expect_previous(self._wanted, issue, parts)
        self._mend(comments)
        note = tracker.last_note(issue, comments)
        is_open = issue["state"] == "open"
        change = issue_state.change(is_open, self._wanted.open, self._wanted.previous["quiet"], note)
        if is_open:
            self._write_number(note, None)
        elif not self._wanted.open:
            self._count_quiet(issue, parts[0])
            return f"{name} stays closed"
        elif change in ("remember", None):
            self._write_number(note, note.number or self._wanted.open)
            return f"{name} stays closed: people closed it twice, and the list has not grown since"
        done = self._update(issue, parts, change, note)
        return f"{name} {done}"

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
                       "body": issue_text.as_part(self._wanted.texts[0], 1, 1),
                       "labels": [LABEL["name"]]},
            lambda: self._tracker.issue_of(self._wanted.language))
        if not self._tracker.is_ours(issue):
            raise UnclearIssue(f"issue #{issue['number']} was created by {issue['user']['login']}:"
                               " set L10N_DRIFT_LOGIN to that")
        if len(self._wanted.texts) > 1:
            self._add_parts(issue, range(2, len(self._wanted.texts) + 1))
            first = Part(1, None, issue_text.as_part(self._wanted.texts[0], 1, 1))
            self._write_part(issue, first, {})
        return f"#{issue['number']} created"

    # --- One that is there ------------------------------------------------------------------------

    def _count_quiet(self, issue, first):
        """Counts, in a closed issue, that this run has found no work."""
        count = issue_state.count_quiet(self._wanted.previous["quiet"], 0)
        text = issue_text.with_quiet(first.text, count)
        if text != first.text:
            path = f"issues/{issue['number']}"
            self._client.patch(path, {"body": text},
                               lambda: self._expect_text(issue, first, path, text))

    def _update(self, issue, parts, change, note):
        """Returns what was done, in words."""
        if change:
            self._add_note(issue, change, note)
        changes = self._changes_of_issue(issue, change)
        wanted = len(self._wanted.texts)
        new = range(len(parts) + 1, wanted + 1)
        self._add_parts(issue, new)
        kept, gone = parts[:wanted], parts[wanted:]
        is_lost = len(parts) < issue_text.count_parts(part.text for part in parts)
        in_order = (kept[::-1] if new or is_lost else kept) + gone
        written = [self._write_part(issue, part, changes) for part in in_order]
        if change:
            return "closed" if change == "closed" else "reopened"
        return "updated" if new or any(written) else "unchanged"

    def _changes_of_issue(self, issue, change):
        """Title and state, where they are not what they shall be."""
        old = issue_text.markers(issue["body"])[0]
        shall_be = {"title": issue_text.followed_title(issue["title"], old, self._wanted.marker)}
        if change:
            shall_be["state"] = "closed" if change == "closed" else "open"
        return {key: value for key, value in shall_be.items() if value != issue[key]}

    def _write_part(self, issue, part, changes):
        """Writes a part that is there. Returns whether there was something to write."""
        text = self._wanted.text(part)
        is_changed = text != part.text
        path = f"issues/comments/{part.id}" if part.id else f"issues/{issue['number']}"
        content = {**({} if part.id else changes), **({"body": text} if is_changed else {})}

        def expect():
            if is_changed:
                self._expect_text(issue, part, path, text)

        if text is None:
            self._client.delete(path, expect)
        elif content:
            self._client.patch(path, content, expect)
        return bool(content)

    def _expect_text(self, issue, part, path, wanted):
        """Raises Conflict if somebody has edited or deleted the part since it was read."""
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
        """Posts further parts, behind all comments that are there."""
        known = {comment["id"] for comment in self._tracker.comments(issue)} if numbers else ()
        for number in numbers:
            text = self._wanted.new_text(number)
            self._comment(issue, text, lambda text=text: next(
                (comment for comment in self._tracker.comments(issue)
                 if comment["id"] not in known
                 and issue_text.plain(comment["body"]) == text), None))

    def _add_note(self, issue, change, note):
        """Says that the issue is closed or opened again, unless we have said so."""
        is_open = issue["state"] == "open"
        if issue_state.is_told(change, is_open, note):
            return
        known = note and note.id

        def look():
            last = tracker.last_note(issue, self._tracker.comments(issue))
            return last and {"id": last.id} if last and last.id != known else None
        former = note.number if note and change == "overruled" else None
        words = issue_text.note(change, self._wanted.open, self._wanted.marker["branch"], former)
        self._comment(issue, words, look)

    def _write_number(self, note, number):
        """Keeps in a note what needed work when the issue was closed once more; or forgets it."""
        if note and note.kind == "overruled" and note.number != number:
            self._edit(note.id, note.text, issue_text.with_number(note.text, number))

    def _mend(self, comments):
        """The issue can be read. If we have said that it cannot, that is over."""
        comment = tracker.refusal(comments)
        if comment:
            self._edit(comment["id"], comment["body"], issue_text.mended(comment["body"]))

    def _edit(self, comment_id, old, new):
        """Edits a comment; if somebody else does so meanwhile, that is left to the next run."""
        path = f"issues/comments/{comment_id}"

        def expect():
            if self._client.get(path)["body"] not in (old, new):
                raise Conflict("somebody edited a comment of ours")
        self._client.patch(path, {"body": new}, expect)

    def _comment(self, issue, text, look_for):
        self._client.post(f"issues/{issue['number']}/comments", {"body": text}, look_for)
