#!/usr/bin/python3
"""Runs one command-line case: run_case.py PROGRAM VERSION CASE

Imports the case's history into a new repository, runs its steps there and compares exit status,
stdout, stderr and files with what the case expects. testdata/README.md describes the format.

Exits 0 if all is as expected, 1 if not, and 77 if the case was skipped or, with
L10N_DRIFT_ACCEPT=1 in the environment, if its expectations were rewritten.
"""

import dataclasses
import difflib
import hashlib
import os
import pathlib
import re
import stat
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import case_file  # noqa: E402
from workbench import Failure, workbench  # noqa: E402

SKIPPED = 77


def snapshot(bench):
    """What lies in the scratch directory: a fingerprint for each path."""
    paths = [os.path.join(folder, name) for folder, folders, files in os.walk(bench.scratch)
             for name in folders + files]
    return {os.path.relpath(path, bench.repo): fingerprint(path) for path in paths}


def fingerprint(path):
    mode = os.lstat(path).st_mode
    if stat.S_ISLNK(mode):
        return mode, os.readlink(path)
    if stat.S_ISREG(mode):
        return mode, hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
    return mode, None


def relative(bench, path):
    """`path` as the snapshot names it. A case may write $DIR/x for it."""
    spelled_out = path.replace("$DIR", bench.scratch)
    return os.path.relpath(os.path.join(bench.repo, spelled_out), bench.repo)


def run_step(bench, step):
    """Runs a step. Returns what it did, with the files that the step speaks of, and the paths
    that it changed without being expected to."""
    before = snapshot(bench)
    done = bench.shell(step.command)
    after = snapshot(bench)
    named = {path: relative(bench, path) for path in step.expected.files}
    files = {path: (pathlib.Path(bench.repo, place).read_bytes() if place in after else None)
             for path, place in named.items()}
    changed = {path for path in before.keys() | after.keys()
               if before.get(path) != after.get(path)} - set(named.values())
    actual = case_file.Expectation(done.returncode, done.stdout, done.stderr, files)
    return actual, sorted(changed)


def map_text(expected, change):
    """The same expectation with `change` applied to all of its output."""
    files = {path: content if content is None else change(content)
             for path, content in expected.files.items()}
    return dataclasses.replace(expected, stdout=change(expected.stdout),
                               stderr=change(expected.stderr), files=files)


def spell_out(text, scratch, version):
    return text.replace(b"$DIR", scratch.encode()).replace(b"$VERSION", version.encode())


def abbreviate(text, scratch, version):
    whole = rb"(?<![\w.])" + re.escape(version.encode()) + rb"(?![\w.])"
    return re.sub(whole, b"$VERSION", text.replace(scratch.encode(), b"$DIR"))


def difference(step, expected, actual):
    """A unified diff of two expectations, as lines of a case file; empty if they are equal."""
    if expected == actual:
        return ""
    lines = difflib.unified_diff(*([line.decode(errors="replace") for line in case_file.render(one)]
                                   for one in (expected, actual)),
                                 "expected", "actual", lineterm="", n=5)
    return "\n".join([f"$ {step.command}", *lines])


def run_actions(bench, case):
    """Runs the whole case. Returns (step, actual) pairs; complains of leftovers at once."""
    done = []
    for action in case.actions:
        if isinstance(action, case_file.Setup):
            bench.prepare(action.command)
            continue
        actual, changed = run_step(bench, action)
        if changed:
            names = ", ".join(changed)
            raise Failure(f"$ {action.command}\nchanged without being asked to: {names}")
        done.append((action, actual))
    return done


def accept(path, case, results, scratch, version):
    new = [map_text(actual, lambda text: abbreviate(text, scratch, version))
           for _, actual in results]
    path.write_bytes(case_file.rewrite(case, new))
    print(f"SKIPPED: {path.stem}: its expectations were rewritten, nothing was compared")
    return SKIPPED


def compare(results, scratch, version):
    def as_printed(expected):
        return map_text(expected, lambda text: spell_out(text, scratch, version))

    differences = [difference(step, as_printed(step.expected), actual) for step, actual in results]
    if any(differences):
        raise Failure("\n\n".join(filter(None, differences)))
    return 0


def run(program, version, path):
    case = case_file.parse(path.read_bytes())
    if case.needs_root and os.geteuid() != 0:
        print(f"SKIPPED: {path.stem}: it needs root")
        return SKIPPED
    history = case.history and path.parent.parent / "histories" / case.history
    with workbench(program, history) as bench:
        results = run_actions(bench, case)
        if os.environ.get("L10N_DRIFT_ACCEPT") == "1":
            return accept(path, case, results, bench.scratch, version)
        return compare(results, bench.scratch, version)


def main(arguments):
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    program, version, path = arguments
    try:
        return run(program, version, pathlib.Path(path))
    except (Failure, case_file.FormatError, OSError) as error:
        print(f"FAILED: {path}: {error}")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
