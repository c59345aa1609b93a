#!/usr/bin/env python3
"""Validates what the program really prints: real_output_test.py PROGRAM SCHEMA HISTORY...

The program reports on each history in several ways, and every report has to follow the schema.
schema_test.py shows that the schema refuses what is wrong.
"""

import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from schema_test import meaning_problems  # noqa: E402
from schemas import problems_of, validator_of  # noqa: E402
from workbench import workbench  # noqa: E402

CALLS = [
    [],
    ["--untranslated", "--commits"],
    ["--since", "main~1"],
    ["--granularity", "file"],
    ["--texts"],
]


def real_reports(program, history):
    with workbench(program, history) as bench:
        for options in CALLS:
            report = bench.output("l10n-drift", "--lang", "all", "--format", "json", *options)
            yield f"{history}: {options}", json.loads(report)


def main():
    program, schema, *histories = sys.argv[1:]
    validator = validator_of(schema)
    failures = [f"{name}: {what}" for history in histories
                for name, report in real_reports(program, history)
                for what in problems_of(validator, report, meaning_problems)]
    print("\n".join(failures) or f"reports on {len(histories)} histories follow the schema")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
