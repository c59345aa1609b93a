#!/usr/bin/env python3
"""Validates JSON reports: schema_test.py [--break REPORT] SCHEMA REPORT...

Each REPORT has to follow SCHEMA and what a schema cannot say: sums, order, and
bytes that fit their text. With --break, variants of that report, each spoilt in
one place, have to be rejected; it needs an outdated text file as its first one,
and a partially updated one in which something was removed.
"""

import argparse
import base64
import copy
import json
import sys

import jsonschema

DRIFT_FREE = {"translations", "untranslated", "insertions", "deletions"}
ABSENT = object()

# Where to spoil a report, and with what. A status or a change in place of an index means the first
# element that has it.
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
]
SEVERITIES = ["cosmetic", "minor", "substantive"]


def element(holder, key):
    """The key of the element that a part of a place means."""
    if isinstance(holder, list) and isinstance(key, str):
        return next(i for i, x in enumerate(holder) if key in (x.get("status"), x.get("change")))
    return key


def spoil(report, place, value):
    """A copy of the report with another value, or none, at the place."""
    spoilt = copy.deepcopy(report)
    holder = spoilt
    for key in place[:-1]:
        holder = holder[element(holder, key)]
    if value is ABSENT:
        del holder[place[-1]]
    else:
        holder[place[-1]] = value
    return spoilt


def path_bytes(file, key):
    if key + "_bytes" in file:
        return base64.b64decode(file[key + "_bytes"], validate=True)
    return file[key].encode()


def check_stale(file):
    """What the schema cannot say of the stale blocks of a file. Yields what is wrong."""
    stale = file["stale"]
    is_open = [block["before_last_touch"] for block in stale]
    if sum(is_open) != (file["open_changes"] or 0):
        yield "open_changes is not the number of blocks that were left open"
    if is_open != sorted(is_open, reverse=True):
        yield "what was left open does not stand first"
    for block in stale:
        if SEVERITIES.index(block["severity"]) > SEVERITIES.index(file["severity"] or "cosmetic"):
            yield "a block is more severe than its file"
        for side in ("source_lines", "translation_lines"):
            if block[side] and block[side][0] > block[side][1]:
                yield f"{side} end before they begin"


def check_meaning(report):
    """What the schema cannot say. Yields what is wrong."""
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
        yield from (f"{file['translation']}: {problem}" for problem in check_stale(file))
        for key in ("source", "translation", "renamed_to", "renamed_from"):
            if key + "_bytes" in file:
                shown = path_bytes(file, key).decode(errors="replace")
                if shown != file[key] or "\ufffd" not in shown:
                    yield f"{key}_bytes does not fit {file[key]!r}"


def load(path):
    with open(path, encoding="utf-8") as stream:
        return json.load(stream)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--break", dest="breakable", metavar="REPORT")
    parser.add_argument("schema")
    parser.add_argument("reports", nargs="+", metavar="REPORT")
    args = parser.parse_args()

    schema = load(args.schema)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = []
    for path in args.reports:
        report = load(path)
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(report)]
        failures += [f"{path}: {what}" for what in errors or check_meaning(report)]
    if args.breakable:
        report = load(args.breakable)
        for place, value in BREAKAGES:
            if validator.is_valid(spoil(report, place, value)):
                what = "no value" if value is ABSENT else repr(value)
                failures.append(f"the schema accepts {what} at {place}")
    print("\n".join(failures) or f"{len(args.reports)} reports follow the schema")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
