#!/usr/bin/env python3
"""Validates what `check` prints: check_schema_test.py PROGRAM SCHEMA GOLDEN HISTORY...

The golden check and real ones, of every branch of each history, have to follow the schema and what
a schema cannot say: numbers and order. Variants of the golden one, each spoilt in one place, have to
be rejected.
"""

import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import real_output_test  # noqa: E402
import schema_test  # noqa: E402
from schema_test import ABSENT  # noqa: E402

# Where to spoil a check, and with what. A kind in place of an index means the first that has it.
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
    (("findings", "outdated", "nearest"), "content/en/a.md"),
    (("findings", "outdated", "kind"), "partially_updated"),
    (("findings", "outdated", "insertions"), None),
    (("findings", "renamed", "move_to"), None),
    (("findings", "deleted", "move_to"), "content/ko/a.md"),
    (("findings", "partially_updated", "stale", 0, "kind"), "page"),
    (("notices", 0, "kind"), "news"),
    (("notices", 0, "source"), ""),
    (("notices", 0, "languages"), []),
    (("notices", 0, "translations"), []),
    (("notices", 0, "extra"), 1),
    (("notices", "source_renamed", "renamed_to"), None),
    (("notices", "source_deleted", "renamed_to"), "content/en/a.md"),
]


def validator_of(path):
    """The schema refers to the report's, in the same folder: here both are put into one."""
    path = pathlib.Path(path)
    report = path.with_name("report.schema.json").read_text(encoding="utf-8")
    text = path.read_text(encoding="utf-8").replace('"report.schema.json#/', '"#/$defs/report/')
    schema = json.loads(text)
    schema["$defs"]["report"] = json.loads(report.replace('"#/', '"#/$defs/report/'))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def with_indexes(check, place):
    holder, found = check, []
    for part in place[:-1]:
        if isinstance(holder, list) and isinstance(part, str):
            part = next(i for i, entry in enumerate(holder) if entry["kind"] == part)
        holder = holder[part]
        found.append(part)
    return (*found, place[-1])


def check_meaning(check):
    """What the schema cannot say. Yields what is wrong."""
    paths = [schema_test.path_bytes(finding, "translation") for finding in check["findings"]]
    if paths != sorted(set(paths)):
        yield "findings are not sorted by translation"
    if check["failures"] != sum(finding["fails"] for finding in check["findings"]):
        yield "wrong number of failures"
    if check["pages"] < len(check["findings"]):
        yield "more findings than pages"
    sources = [schema_test.path_bytes(notice, "source") for notice in check["notices"]]
    if sources != sorted(sources):
        yield "notices are not sorted by source"
    for finding in check["findings"]:
        yield from schema_test.check_stale(finding)


def problems_of(validator, name, check):
    errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(check)]
    return [f"{name}: {what}" for what in errors or check_meaning(check)]


def real_checks(program, history, scratch):
    repository, environment = real_output_test.import_history(history, scratch)

    def run(*command):
        done = subprocess.run(command, env=environment, check=False, stdout=subprocess.PIPE)
        if done.returncode > 1:
            sys.exit(f"{command} exits with {done.returncode}")
        return done.stdout

    branches = run("git", "-C", str(repository), "branch", "--format=%(refname:short)")
    for branch in branches.decode().split():
        for options in ([], ["--all"], ["--all", "--granularity", "file"]):
            name = f"{history.name}: {branch} {options}"
            yield name, json.loads(run(program, "check", "-C", str(repository), "-q", "--branch",
                                       branch, "--format", "json", *options))


def main():
    program, schema, golden_path, *histories = sys.argv[1:]
    validator = validator_of(schema)
    golden = schema_test.load(golden_path)
    failures = problems_of(validator, golden_path, golden)
    for place, value in BREAKAGES:
        spoilt = schema_test.spoil(golden, with_indexes(golden, place), value)
        if validator.is_valid(spoilt):
            failures.append(f"the schema accepts {value!r} at {place}")
    findings = 0
    with tempfile.TemporaryDirectory(prefix="l10n-drift-check-") as folder:
        for history in map(pathlib.Path, histories):
            for name, check in real_checks(program, history, pathlib.Path(folder)):
                findings += len(check["findings"])
                failures += problems_of(validator, name, check)
    if not findings:
        failures.append("no history has a finding")
    print("\n".join(failures) or f"checks with {findings} findings follow the schema")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
