#!/usr/bin/env python3
"""Validates what `languages` prints: languages_schema_test.py PROGRAM SCHEMA HISTORY...

Each history is imported into a scratch repository. Its list has to follow the schema and what a
schema cannot say: the order, git's own answers for files and milestones, and the languages of a
report. Lists that are spoilt in one place have to be rejected.
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

# Where to spoil a list, and with what. MARKED is the first language that has a milestone.
MARKED = object()
BREAKAGES = [
    (("schema_version",), 2),
    (("extra",), 1),
    (("tool", "name"), "other"),
    (("branch", "commit"), "abc"),
    (("branch",), schema_test.ABSENT),
    (("source_language",), None),
    (("languages", 0, "language"), "KO"),
    (("languages", 0, "folder"), ""),
    (("languages", 0, "files"), -1),
    (("languages", 0, "files"), "1"),
    (("languages", 0, "extra"), 1),
    (("languages", MARKED, "milestone"), schema_test.ABSENT),
    (("languages", MARKED, "milestone"), "dev-1.0-ko.1"),
    (("languages", MARKED, "milestone", "ref"), ""),
    (("languages", MARKED, "milestone", "commit"), None),
    (("languages", MARKED, "milestone", "merged"), "yes"),
    (("languages", MARKED, "milestone", "merged"), schema_test.ABSENT),
]


def run(command, environment):
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout


def check_meaning(listed, git, report):
    """What the schema cannot say. Yields what is wrong."""
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


def problems_of(program, validator, history, scratch):
    repository, environment = real_output_test.import_history(history, scratch)

    def git(*arguments):
        command = ["git", "-C", str(repository), *arguments]
        return run(command, environment).decode().strip()

    def ask(*arguments):
        command = [program, "-C", str(repository), *arguments, "--format", "json"]
        return json.loads(run(command, environment))

    listed = ask("languages")
    problems = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(listed)]
    problems = problems or list(check_meaning(listed, git, ask("--lang", "all")))
    return listed, [f"{history.name}: {problem}" for problem in problems]


def breakages_that_pass(validator, listed):
    marked = next(i for i, entry in enumerate(listed["languages"]) if entry["milestone"])
    for pattern, value in BREAKAGES:
        place = tuple(marked if part is MARKED else part for part in pattern)
        if validator.is_valid(schema_test.spoil(listed, place, value)):
            yield f"the schema accepts {value!r} at {place}"


def main():
    program, schema_path, *histories = sys.argv[1:]
    schema = schema_test.load(schema_path)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = []
    spoilt = 0
    with tempfile.TemporaryDirectory(prefix="l10n-drift-languages-") as folder:
        for history in map(pathlib.Path, histories):
            listed, problems = problems_of(program, validator, history, pathlib.Path(folder))
            failures += problems
            if any(entry["milestone"] for entry in listed["languages"]):
                spoilt += 1
                failures += breakages_that_pass(validator, listed)
    if not spoilt:
        failures.append("no history has a milestone")
    print("\n".join(failures) or f"{len(histories)} lists of languages follow the schema")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
