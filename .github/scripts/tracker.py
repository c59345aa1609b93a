"""The issues of a repository that are ours, and the parts that they have.

An issue is ours if it carries our label, its author is the owner of our token, and its text holds
the marker of a report: a comment with the language in it. The label is asked for in a list, as
GitHub's search lags behind. Anyone can paste a marker, and only we can be the author. Titles are
for people, who may change them.

The body of the issue is the first part. Each further part is a comment of ours with the marker.
What the issue says is in all of them together. A run that was cut off leaves some parts as they
were and some as they shall be, and a file may stand in two; people see both, and tick either.

Parts are numbered by the order of their comments, whatever number their markers have. So they stand
in order for whoever reads. If somebody deletes a comment, the parts behind it move up: their texts
are written into the comments that are there, and only what the last one cannot hold is posted. And
what a run that was cut off has posted is a part like the others.
"""

import dataclasses

import issue_text
from github_client import ApiError, complain
from issue_state import Note

LABEL = {"name": "l10n-drift", "color": "0e8a16",
         "description": "Kept up to date by l10n-drift; without this label it is left alone"}


class UnclearIssue(Exception):
    """It cannot be told which issue is ours; people have to."""


@dataclasses.dataclass
class Part:
    """The body of the issue (number 1, no id), or the next comment with a further part."""
    number: int
    id: int | None
    text: str


class Tracker:
    """Finds them. All that it says is asked of GitHub at that moment."""

    def __init__(self, client):
        self._client = client
        self._login, self._login_is_known = client.own_login()

    def is_ours(self, item):
        return author(item).get("login") == self._login

    def issue_of(self, language):
        """The issue of a language: of several the oldest that is open, else the newest; or None."""
        listed = list(self._client.list("issues", state="all", labels=LABEL["name"],
                                        sort="created", direction="asc"))
        marked = [issue for issue in listed if "pull_request" not in issue
                  and language in issue_text.languages(issue["body"])]
        ours = sorted(filter(self.is_ours, marked), key=lambda issue: issue["number"])
        if not ours:
            self._refuse_assumed_login(marked)
            self._refuse_spoilt(listed)
            return None
        for issue in ours:
            if len(issue_text.languages(issue["body"])) > 1:
                raise UnclearIssue(f"issue #{issue['number']} has the markers of several languages:"
                                   " remove the one that somebody pasted")
        opened = [issue for issue in ours if issue["state"] == "open"]
        chosen = opened[0] if opened else ours[-1]
        others = [f"#{issue['number']}" for issue in ours if issue is not chosen]
        if others:
            complain("warning", f"{language}: several issues have the marker: #{chosen['number']}"
                     f" is kept up to date; take the label {LABEL['name']} off {', '.join(others)}")
        return chosen

    def _refuse_assumed_login(self, marked):
        """If the owner of the token is only assumed, a bot's issue with our marker may be ours."""
        bots = [issue for issue in marked if author(issue).get("type") == "Bot"]
        if bots and not self._login_is_known:
            raise UnclearIssue(f"issue #{bots[0]['number']} is by {author(bots[0])['login']}, not"
                               f" by {self._login}: set L10N_DRIFT_LOGIN to the token's owner")

    def _refuse_spoilt(self, listed):
        """Before another issue is made: the one without a marker may be it."""
        for issue in listed:
            if self.is_ours(issue) and issue["state"] == "open" and \
                    issue_text.is_spoilt(issue["body"]):
                raise UnclearIssue(f"issue #{issue['number']} has lost its marker: restore the text"
                                   f" from before that edit, or take the label {LABEL['name']} off")

    def comments(self, issue):
        """Our own comments, oldest first."""
        comments = self._client.list(f"issues/{issue['number']}/comments")
        return list(filter(self.is_ours, comments))

    def parts(self, issue, language, comments):
        """The parts of the issue that there are, in order; `comments` are ours."""
        further = [comment for comment in comments
                   if issue_text.is_further_part(comment["body"], language)]
        parts = [Part(1, None, issue_text.plain(issue["body"])),
                 *(Part(number, comment["id"], issue_text.plain(comment["body"]))
                   for number, comment in enumerate(further, 2))]
        if len(parts) < issue_text.count_parts(part.text for part in parts):
            self._refuse_spoilt_part(issue, comments)
        return parts

    def _refuse_spoilt_part(self, issue, comments):
        """Before a part is posted again: a comment without a marker may be it."""
        if any(issue_text.is_spoilt(comment["body"]) for comment in comments):
            raise UnclearIssue(f"a comment of issue #{issue['number']} has lost its marker: restore"
                               " the text from before that edit, or delete the comment")

    def make_label(self):
        """Makes the label, if it is not there."""
        try:
            self._client.post("labels", LABEL, lambda: None)
        except ApiError as error:
            if error.status != 422 or "already_exists" not in str(error):
                raise


def author(item):
    """Who wrote it; nothing, if the account is gone."""
    return item.get("user") or {}


def last_note(issue, comments):
    """What we said last of the state of the issue; None if we never did."""
    for comment in reversed(comments):
        found = issue_text.note_of(comment["body"])
        if found:
            # Times are in UTC, and written so that they can be compared as texts.
            is_older = comment["created_at"] < (issue.get("closed_at") or "")
            return Note(*found, is_older, comment["id"], comment["body"])
    return None


def refusal(comments):
    """Our last comment that says the issue cannot be read; None if it was mended after that."""
    return next((comment for comment in reversed(comments)
                 if issue_text.is_refusal(comment["body"])), None)
