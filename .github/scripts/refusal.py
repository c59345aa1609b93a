"""What is done where the program cannot read an issue.

Somebody has edited it in such a way that nobody can tell what is ours and what is theirs. Whoever
looks at the issue sees a list that stands still. So it says so itself, in one comment, for as long
as it is not mended: each further run finds the comment, and says nothing.

The program runs in another job, which may not write. What it said there comes here in the file
`refused`. It has words of the issue in it, which anybody may have written: it is data, it is read
up to a limit, and it stands in the comment as code.
"""

import dataclasses
import json
import re

import issue_text
import publication
import tracker

LARGEST_FILE = 4096
MOST_LINES = 6


class CannotRead(Exception):
    """The program cannot read the issue."""


@dataclasses.dataclass
class Refusal:
    """What the program said, in lines, of the issue that `previous` tells of."""
    language: str
    said: list[str]
    previous: dict


def read(language, folder):
    """None if the program could read the issue."""
    try:
        with (folder / "refused").open("rb") as stream:
            said = stream.read(LARGEST_FILE).decode(errors="replace")
        previous = json.loads((folder / "previous.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise publication.NoReport(f"there is no report: {error}") from error
    return Refusal(language, lines_to_tell(said), previous)


def lines_to_tell(said):
    """The error and the hints, with the files by their names alone.

    >>> lines_to_tell("l10n-drift: error: cannot take '/tmp/x/ko/previous/2.md' for one\\n")
    ["error: cannot take '2.md' for one"]
    >>> lines_to_tell("l10n-drift: warning: w\\nl10n-drift: error: e\\nl10n-drift: hint: h\\n")
    ['error: e', 'hint: h']
    >>> lines_to_tell("Killed\\n")
    ['Killed']
    """
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    told = [line.removeprefix("l10n-drift: ") for line in lines
            if re.match(r"l10n-drift: (error|hint): ", line)]
    return [re.sub(r"(?<=')[^']*/previous/(?=\d+\.md)", "", line)
            for line in (told or lines)[:MOST_LINES]]


def tell(client, issues, refused):
    """Says it in the issue, once. Returns what was done, in words."""
    issue = issues.issue_of(refused.language)
    if issue is None:
        raise publication.Conflict("the issue is gone")
    comments = issues.comments(issue)
    parts = issues.parts(issue, refused.language, comments)
    if publication.state_of(issue, parts) != refused.previous:
        raise publication.Conflict(f"somebody edited issue #{issue['number']}")
    if not tracker.refusal(comments):
        client.post(f"issues/{issue['number']}/comments",
                    {"body": issue_text.refusal(refused.said)},
                    lambda: tracker.refusal(issues.comments(issue)))
    return f"#{issue['number']} cannot be read, and says so: {' '.join(refused.said)}"
