#!/usr/bin/env python3
"""Validates what `languages` prints: languages_schema_test.py PROGRAM SCHEMA HISTORY...

The list of each history has to follow the schema and what a schema cannot say. Lists that are
spoilt in one place have to be rejected.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from schemas import ABSENT, accepted_breakages, problems_of, validator_of  # noqa: E402
from workbench import workbench  # noqa: E402


def has_milestone(language):
    return language["milestone"]


BREAKAGES = [
    (("schema_version",), 2),
    (("extra",), 1),
    (("tool", "name"), "other"),
    (("branch", "commit"), "abc"),
    (("branch",), ABSENT),
    (("source_language",), None),
    (("languages", 0, "language"), "KO"),
    (("languages", 0, "folder"), ""),
    (("languages", 0, "files"), -1),
    (("languages", 0, "files"), "1"),
    (("languages", 0, "extra"), 1),
    (("languages", has_milestone, "milestone"), ABSENT),
    (("languages", has_milestone, "milestone"), "dev-1.0-ko.1"),
    (("languages", has_milestone, "milestone", "ref"), ""),
    (("languages", has_milestone, "milestone", "commit"), None),
    (("languages", has_milestone, "milestone", "merged"), "yes"),
    (("languages", has_milestone, "milestone", "merged"), ABSENT),
]


def meaning_problems(listed, git, report):
    """What the schema cannot say: the order, and what git and a report say of the same."""
    codes = [entry["language"] for entry in listed["languages"]]
    if codes != sorted(set(codes)):
        yield f"not sorted: {codes}"
    if codes != report["languages"]:
        yield f"{codes}, where a report has {report['languages']}"
    for entry in listed["languages"]:
        translations = report["summary"][entry["language"]]["translations"]
        if entry["files"] != translations:
            yield f"{entry}: a report has {translations} files"
        if not git("ls-tree", "--name-only", "HEAD", entry["folder"]):
            yield f"{entry}: there is no such folder"
        milestone = entry["milestone"]
        if milestone and git("rev-parse", milestone["ref"]) != milestone["commit"]:
            yield f"{entry}: not the commit of its milestone"
        if milestone:
            contained = milestone["ref"] in git(
                "branch", "--format=%(refname:short)", "--merged", "main").split()
            if contained != milestone["merged"]:
                yield f"{entry}: merged is wrong"


def list_problems(program, validator, history):
    """The list of the history, and what is wrong with it."""
    with workbench(program, history) as bench:
        def git(*arguments):
            return bench.output("git", *arguments).decode().strip()

        def ask(*arguments):
            return json.loads(bench.output("l10n-drift", *arguments, "--format", "json"))

        listed, report = ask("languages"), ask("--lang", "all")
        return listed, problems_of(validator, listed, lambda it: meaning_problems(it, git, report))


def main():
    program, schema, *histories = sys.argv[1:]
    validator = validator_of(schema)
    failures = []
    spoilt = 0
    for history in histories:
        listed, problems = list_problems(program, validator, history)
        failures += [f"{history}: {what}" for what in problems]
        if any(map(has_milestone, listed["languages"])):
            spoilt += 1
            failures += accepted_breakages(validator, listed, BREAKAGES)
    if not spoilt:
        failures.append("no history has a milestone")
    print("\n".join(failures) or f"{len(histories)} lists of languages follow the schema")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
