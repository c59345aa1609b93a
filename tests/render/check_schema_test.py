#!/usr/bin/env python3
"""Validates what `check` prints: check_schema_test.py PROGRAM SCHEMA GOLDEN HISTORY...

The golden check and real ones, of every branch of each history, have to follow the schema and what
a schema cannot say. Variants of the golden one, each spoilt in one place, have to be rejected.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from schemas import (ABSENT, accepted_breakages, load, path_bytes, problems_of,  # noqa: E402
                     stale_problems, validator_of)
from workbench import workbench  # noqa: E402

BREAKAGES = [
    (("schema_version",), 2),
    (("extra",), 1),
    (("tool", "name"), "other"),
    (("base", "commit"), "abc"),
    (("branch",), ABSENT),
    (("merge_bases",), []),
    (("merge_bases", 0), "abc"),
    (("languages",), ["KO"]),
    (("scope",), "some"),
    (("pages",), -1),
    (("failures",), None),
    (("findings",), {}),
    (("findings", 0, "kind"), "stale"),
    (("findings", 0, "kind"), ABSENT),
    (("findings", 0, "fails"), 1),
    (("findings", 0, "side"), "both"),
    (("findings", 0, "extra"), None),
    (("findings", 0, "translation"), ABSENT),
    (("findings", 0, "status"), "in_sync"),
    (("findings", "left_behind", "nearest"), "content/en/a.md"),
    (("findings", "left_behind", "kind"), "unknown"),
    (("findings", "left_behind", "level"), "note"),
    (("findings", "left_behind", "places", 0), "news"),
    (("findings", "left_behind", "move_to"), "content/ko/a.md"),
    (("findings", "left_behind", "new_page"), None),
    (("findings", "left_behind", "source_story", "since"), None),
    (("findings", "left_behind", "source_story", "since", 0, "commit"), "abc"),
    (("findings", "left_behind", "insertions"), None),
    (("findings", "orphaned", "kind"), "left_behind"),
    (("findings", "was_behind", "level"), "error"),
    (("findings", "was_behind", "stale", 0, "kind"), "page"),
    (("target",), ABSENT),
    (("notices", 0, "kind"), "news"),
    (("notices", 0, "source"), ""),
    (("notices", 0, "languages"), []),
    (("notices", 0, "translations"), []),
    (("notices", 0, "extra"), 1),
    (("notices", "source_renamed", "renamed_to"), None),
    (("notices", "source_deleted", "renamed_to"), "content/en/a.md"),
]


def meaning_problems(check):
    """What the schema cannot say: numbers and order."""
    paths = [path_bytes(finding, "translation") for finding in check["findings"]]
    if paths != sorted(set(paths)):
        yield "findings are not sorted by translation"
    if check["failures"] != sum(finding["fails"] for finding in check["findings"]):
        yield "wrong number of failures"
    for finding in check["findings"]:
        if finding["stale"] and len(finding["places"]) != len(finding["stale"]):
            yield "not one kind for each place"
    if check["pages"] < len(check["findings"]):
        yield "more findings than pages"
    sources = [path_bytes(notice, "source") for notice in check["notices"]]
    if sources != sorted(sources):
        yield "notices are not sorted by source"
    for finding in check["findings"]:
        yield from stale_problems(finding)


def real_checks(program, history):
    with workbench(program, history) as bench:
        branches = bench.output("git", "branch", "--format=%(refname:short)").decode().split()
        for branch in branches:
            for options in ([], ["--all"], ["--all", "--texts"],
                            ["--all", "--granularity", "file"]):
                check = bench.output("l10n-drift", "check", "-q", "--branch", branch, "--format",
                                     "json", *options, good=(0, 1))
                yield f"{history}: {branch} {options}", json.loads(check)


def main():
    program, schema, golden_path, *histories = sys.argv[1:]
    validator = validator_of(schema)
    golden = load(golden_path)
    checks = [(golden_path, golden)]
    for history in histories:
        checks += real_checks(program, history)
    failures = [f"{name}: {what}" for name, check in checks
                for what in problems_of(validator, check, meaning_problems)]
    failures += accepted_breakages(validator, golden, BREAKAGES)
    findings = sum(len(check["findings"]) for _, check in checks[1:])
    if not findings:
        failures.append("no history has a finding")
    print("\n".join(failures) or f"checks with {findings} findings follow the schema")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
