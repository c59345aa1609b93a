#!/usr/bin/env python3
"""Validates JSON reports: schema_test.py SCHEMA REPORT...

Each REPORT has to follow SCHEMA and what a schema cannot say. Variants of the first REPORT, each
spoilt in one place, have to be rejected; its first file is an outdated text, and it has a partially
updated one in which something was removed.
"""

import sys

from schemas import (ABSENT, accepted_breakages, load, path_bytes, problems_of, stale_problems,
                     validator_of)

DRIFT_FREE = {"translations", "untranslated", "insertions", "deletions",
              "not_compared"}

BREAKAGES = [
    (("schema_version",), 2),
    (("schema_version",), ABSENT),
    (("extra",), 1),
    (("tool", "name"), "other"),
    (("tool", "version"), "1.0"),
    (("base", "commit"), "abc"),
    (("base", "commit"), "A" * 40),
    (("branch",), None),
    (("branch", "ref"), ""),
    (("since",), "v1"),
    (("languages",), ["KO"]),
    (("languages",), ["ko", "ko"]),
    (("summary", "ko", "outdated"), -1),
    (("summary", "ko", "outdated"), ABSENT),
    (("summary", "not a language"), {}),
    (("files",), {}),
    (("files", 0, "language"), ABSENT),
    (("files", 0, "source"), ""),
    (("files", 0, "translation"), None),
    (("files", 0, "translation_bytes"), "a"),
    (("files", 0, "status"), "stale"),
    (("files", 0, "status"), "renamed"),
    (("files", 0, "status"), "unknown"),
    (("files", 0, "reason"), "because"),
    (("files", 0, "insertions"), None),
    (("files", 0, "insertions"), "3"),
    (("files", 0, "deletions"), 1.5),
    (("files", 0, "binary"), True),
    (("files", 0, "sizes"), {"baseline": 1, "base": 2}),
    (("files", 0, "verbatim"), None),
    (("files", 0, "similarity"), 101),
    (("files", 0, "baseline"), None),
    (("files", 0, "baseline", "method"), "guess"),
    (("files", 0, "baseline", "date"), "2020-10-16 19:44:12 -0700"),
    (("files", 0, "behind_since"), {}),
    (("files", 0, "last_touch"), ABSENT),
    (("files", 0, "last_touch", "date"), "yesterday"),
    (("files", 0, "commits"), [{}]),
    (("files", 0, "extra"), None),
    (("files", 0, "severity"), "huge"),
    (("files", 0, "severity"), ABSENT),
    (("files", 0, "alignment"), "bad"),
    (("files", 0, "open_changes"), 0),
    (("files", "partially_updated", "open_changes"), None),
    (("files", "partially_updated", "open_changes"), -1),
    (("files", 0, "stale"), None),
    (("files", 0, "stale"), [{}]),
    (("files", "in_sync", "severity"), "minor"),
    (("files", "in_sync", "open_changes"), 0),
    (("files", "partially_updated", "insertions"), 0),
    (("files", "partially_updated", "deletions"), 0),
    (("files", "partially_updated", "severity"), None),
    (("files", "partially_updated", "open_changes"), 0),
    (("files", "partially_updated", "stale", 0, "kind"), "page"),
    (("files", "partially_updated", "stale", 0, "heading"), None),
    (("files", "partially_updated", "stale", 0, "source_lines"), None),
    (("files", "partially_updated", "stale", 0, "source_lines"), [1]),
    (("files", "partially_updated", "stale", 0, "source_lines"), [0, 1]),
    (("files", "partially_updated", "stale", 0, "translation_lines"), "1-2"),
    (("files", "partially_updated", "stale", 0, "change"), "moved"),
    (("files", "partially_updated", "stale", 0, "severity"), None),
    (("files", "partially_updated", "stale", 0, "before_last_touch"), ABSENT),
    (("files", "partially_updated", "stale", 0, "extra"), 1),
    (("files", "partially_updated", "stale", "removed", "source_lines"), [1, 2]),
    (("files", "partially_updated", "stale", "removed", "old_text"), None),
    (("files", "partially_updated", "stale", "removed", "new_text"), "text"),
    (("files", "partially_updated", "stale", "added", "old_text"), "text"),
    (("files", "partially_updated", "stale", "added", "new_text"), None),
    (("files", "partially_updated", "stale", "changed", "new_text"), None),
    (("files", "partially_updated", "stale", "changed", "old_text"), ""),
    (("files", "partially_updated", "stale", "changed", "old_text"), "a" * 1003),
    (("files", "partially_updated", "stale", "changed", "old_text"), ABSENT),
    (("files", "partially_updated", "stale", "changed", "translation_text"), ABSENT),
]


def meaning_problems(report):
    """What the schema cannot say: sums, order, and bytes that fit their text."""
    if sorted(report["summary"]) != report["languages"]:
        yield "summary and languages differ"
    for language, summary in report["summary"].items():
        statuses = {key: n for key, n in summary.items() if key not in DRIFT_FREE}
        if sum(statuses.values()) != summary["translations"]:
            yield f"{language}: the statuses do not add up"
        mine = [file for file in report["files"] if file["language"] == language]
        for status in [*statuses, "untranslated"]:
            listed = sum(file["status"] == status for file in mine)
            may_be_left_out = status == "untranslated"  # Listed only where it was asked for.
            if listed != summary[status] and not (may_be_left_out and listed == 0):
                yield f"{language}: wrong number of {status}"
        for side in ("insertions", "deletions"):
            if sum(file[side] or 0 for file in mine) != summary[side]:
                yield f"{language}: wrong {side}"
    paths = [path_bytes(file, "translation") for file in report["files"]]
    if paths != sorted(paths):
        yield "files are not sorted by translation"
    for file in report["files"]:
        yield from (f"{file['translation']}: {problem}" for problem in stale_problems(file))
        for key in ("source", "translation", "renamed_to", "renamed_from"):
            if key + "_bytes" in file:
                shown = path_bytes(file, key).decode(errors="replace")
                if shown != file[key] or "\ufffd" not in shown:
                    yield f"{key}_bytes does not fit {file[key]!r}"


def main():
    schema, *paths = sys.argv[1:]
    validator = validator_of(schema)
    failures = [f"{path}: {what}" for path in paths
                for what in problems_of(validator, load(path), meaning_problems)]
    failures += accepted_breakages(validator, load(paths[0]), BREAKAGES)
    print("\n".join(failures) or f"{len(paths)} reports follow the schema")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
