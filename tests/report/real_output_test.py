#!/usr/bin/env python3
"""Validates what the program really prints: real_output_test.py PROGRAM SCHEMA HISTORY...

Each history is imported into a scratch repository, the program reports on it in several ways, and
every report has to follow the schema. schema_test.py shows that the schema refuses what is wrong.
"""

import pathlib
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "cmd"))
import run_case  # noqa: E402

CALLS = [
    [],
    ["--untranslated", "--commits"],
    ["--since", "main~1"],
    ["--granularity", "file"],
]


def import_history(history, scratch):
    repository = scratch / history.stem
    environment = run_case.neutral_environment(str(scratch), str(scratch))
    environment["HOME"] = str(scratch)
    for command, stream in (
        (["git", "init", "-q", "-b", "main", str(repository)], None),
        (["git", "-C", str(repository), "fast-import", "--quiet"], history.open("rb")),
    ):
        subprocess.run(command, stdin=stream, env=environment, check=True)
    return repository, environment


def main():
    program, schema, *histories = sys.argv[1:]
    checker = pathlib.Path(__file__).resolve().with_name("schema_test.py")
    with tempfile.TemporaryDirectory(prefix="l10n-drift-schema-") as folder:
        scratch = pathlib.Path(folder)
        reports = []
        for history in map(pathlib.Path, histories):
            repository, environment = import_history(history, scratch)
            for call in CALLS:
                report = scratch / f"{history.stem}-{len(reports)}.json"
                subprocess.run([program, "-C", str(repository), "--lang", "all", "--format", "json",
                                "-o", str(report), *call], env=environment, check=True)
                reports.append(str(report))
        return subprocess.run([sys.executable, "-B", str(checker), schema, *reports]).returncode


if __name__ == "__main__":
    sys.exit(main())
