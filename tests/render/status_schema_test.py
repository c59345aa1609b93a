#!/usr/bin/env python3
"""Validates what `status` prints: status_schema_test.py PROGRAM SCHEMA HISTORY...

The state of the pages of each history has to follow the schema and what a schema cannot say. Answers
that are spoilt in one place have to be rejected.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from schemas import ABSENT, accepted_breakages, path_bytes, problems_of, validator_of  # noqa: E402
from workbench import workbench  # noqa: E402


def is_renamed(page):
    return page["status"] == "renamed"


def is_in_sync(page):
    return page["status"] == "in_sync"


BREAKAGES = [
    (("schema_version",), 2),
    (("extra",), 1),
    (("tool", "name"), "other"),
    (("branch",), ABSENT),
    (("pages", 0, "extra"), 1),
    (("pages", 0, "commits"), ABSENT),
    (("pages", 0, "last_author"), 1),
    (("pages", 0, "last_subject"), ABSENT),
    (("pages", 0, "headline"), ""),
    (("pages", 0, "explanation"), None),
    (("pages", 0, "next"), None),
    (("pages", 0, "next"), [1]),
    (("pages", 0, "moved_on_base"), None),
    (("pages", 0, "source_gone_in"), ABSENT),
    (("pages", is_in_sync, "source_gone_in"),
     {"commit": "0" * 40, "date": "2023-01-01T00:00:00Z", "subject": "Remove it"}),
    (("pages", is_renamed, "move_to"), None),
    (("pages", is_in_sync, "move_to"), "content/ko/a.md"),
    (("pages", is_in_sync, "next"), ["l10n-drift diff"]),
]


def meaning_problems(status, git, report):
    """What the schema cannot say: order, and what git and a report say of the same."""
    paths = [path_bytes(page, "translation") for page in status["pages"]]
    if paths != sorted(paths):
        yield "the pages are not sorted"
    own = ("last_author", "last_subject", "headline", "explanation", "move_to", "move_to_bytes",
           "moved_on_base", "next", "source_gone_in")
    files = [{key: value for key, value in page.items() if key not in own}
             for page in status["pages"]]
    if files != report["files"]:
        yield "a report says something else of the same pages"
    for page in status["pages"]:
        touch = page["last_touch"]
        author = git("log", "-1", "--format=%an", touch["commit"]) if touch else None
        if page["last_author"] != author:
            yield f"{page['translation']}: {page['last_author']}, where git has {author}"


def answers(program, history):
    with workbench(program, history) as bench:
        def git(*arguments):
            return bench.output("git", *arguments).decode(errors="replace").strip()

        def ask(*arguments):
            return json.loads(bench.output("l10n-drift", *arguments, "-q", "--format", "json"))

        for branch in git("branch", "--format=%(refname:short)").splitlines():
            options = ("--branch", branch, "--lang", "all")
            report = ask("report", *options, "--untranslated", "--commits", "--texts")
            yield branch, git, ask("status", *options), report


def main():
    program, schema, *histories = sys.argv[1:]
    validator = validator_of(schema)
    failures = []
    spoilt = pages = 0
    for history in histories:
        for branch, git, status, report in answers(program, history):
            failures += [f"{history} {branch}: {what}" for what in problems_of(
                validator, status, lambda it: meaning_problems(it, git, report))]
            pages += len(status["pages"])
            if any(map(is_renamed, status["pages"])) and any(map(is_in_sync, status["pages"])):
                spoilt += 1
                failures += accepted_breakages(validator, status, BREAKAGES)
    if not spoilt:
        failures.append("no history has a renamed source and a page that is in sync")
    print("\n".join(failures) or f"the states of {pages} pages follow the schema")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
