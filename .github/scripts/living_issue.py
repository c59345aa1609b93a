#!/usr/bin/env python3
"""Keeps one issue a language in step with `l10n-drift`, through the `gh` client.

    living_issue.py previous --language CODE FOLDER
        Writes what the issue says now: its parts, FOLDER/CODE/previous/1.md and so on, for
        `l10n-drift --previous`, and FOLDER/CODE/previous.json, which tells later whether somebody
        edited it meanwhile. There are no parts if there is no issue.

    living_issue.py publish --languages CODE,... FOLDER
        Makes the issues say what is in FOLDER/CODE: its previous.json, the new text in parts,
        `1.md`, `2.md`, ..., and `open`, the number of translations that need work. Where there is
        `refused` in place of a text, the program could not read the issue, and said this.

The repository is $GITHUB_REPOSITORY, the token $GH_TOKEN. $L10N_DRIFT_LOGIN names the owner of the
token where GitHub does not tell it, as for that of a GitHub App.

Exit status: 0 done; 1 an error, and the languages that had none are done; 3 somebody edited an
issue meanwhile, and it was left as it is.

tracker.py tells how an issue is found, and publication.py how nothing is lost.
"""

import argparse
import json
import os
import pathlib
import re
import sys

import github_client
import issue_text
import markdown_text
import publication
import refusal
from github_client import ApiError, complain, say
from tracker import Tracker, UnclearIssue

DONE, FAILED, CONFLICT = 0, 1, 3


def previous(client, options):
    tracker = Tracker(client)
    issue = tracker.issue_of(options.language)
    parts = []
    if issue:
        parts = tracker.parts(issue, options.language, tracker.comments(issue))
    folder = options.folder / options.language
    (folder / "previous").mkdir(parents=True, exist_ok=True)
    state = publication.state_of(issue, parts)
    (folder / "previous.json").write_text(json.dumps(state) + "\n", encoding="utf-8")
    if parts and len(parts) < issue_text.count_parts(part.text for part in parts):
        complain("warning", f"{options.language}: a part of issue #{issue['number']} is missing: its"
                 " files are listed again, without ticks")
    for part, text in zip(parts, publication.texts_to_read(parts)):
        (folder / "previous" / f"{part.number}.md").write_text(text, encoding="utf-8")
    say(f"{options.language}: " + (f"issue #{issue['number']}" if issue else "no issue yet"))
    return DONE


def publish(client, options):
    tracker = Tracker(client)
    statuses = {publish_one(client, tracker, language, options.folder / language)
                for language in options.languages}
    return next((status for status in (FAILED, CONFLICT) if status in statuses), DONE)


def publish_one(client, tracker, language, folder):
    """Returns the exit status for this language."""
    try:
        refused = refusal.read(language, folder)
        if refused:
            raise refusal.CannotRead(refusal.tell(client, tracker, refused))
        wanted = publication.read_wanted(language, folder)
        status, words = DONE, publication.Publication(client, tracker, wanted).run()
    except publication.Conflict as conflict:
        status, words = CONFLICT, f"left as it is until the next run: {conflict}"
        complain("warning", f"{language}: {words}")
    except (ApiError, UnclearIssue, publication.NoReport, refusal.CannotRead) as error:
        status, words = FAILED, str(error)
        complain("error", f"{language}: {words}")
    say(f"{language}: {words}")
    summarize(f"- {language}: {markdown_text.plain_text(words)}")
    return status


def summarize(line):
    """Adds a line to the page of the run."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path:
        with open(path, "a", encoding="utf-8") as summary:
            summary.write(line + "\n")


def language_code(text):
    if not re.fullmatch(r"[a-z]{2,3}([-_][A-Za-z0-9]+)*", text):
        raise argparse.ArgumentTypeError(f"no language code: '{text}'")
    return text


def parse(arguments):
    parser = argparse.ArgumentParser(description="Keeps one issue a language up to date.")
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("previous", help="write what the issue says now")
    one.add_argument("--language", required=True, type=language_code)
    one.set_defaults(run=previous)
    several = commands.add_parser("publish", help="make the issues say what is in the folder")
    several.add_argument("--languages", required=True,
                         type=lambda text: [language_code(code) for code in text.split(",")])
    several.set_defaults(run=publish)
    for command in (one, several):
        command.add_argument("folder", type=pathlib.Path)
    return parser.parse_args(arguments)


def main(arguments):
    options = parse(arguments)
    try:
        return options.run(github_client.Client(os.environ.get("GITHUB_REPOSITORY", "")), options)
    except (ApiError, UnclearIssue, OSError) as error:
        complain("error", error)
        return FAILED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
