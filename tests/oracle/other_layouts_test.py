#!/usr/bin/python3
"""Holds reports of sites with one layout against those of the same sites with another.

A random history is written several times: with a folder for each language, as the other tests have it, and
with the language in the name of a folder or of each file. But for the paths, both reports have to
say the same. A failure names the seed.
"""

import argparse
import collections
import json
import pathlib
import random
import re
import shutil
import sys
import tempfile

from comparison import path_of
from history import git
from known_history import Commit, KnownHistory
from program import Failure, Program, choose_runs
from random_history import random_history

LANGUAGES = ["ko", "pt-br", "zh", "zh-cn"]
BY_FOLDER = re.compile(rb"(content|site|www/docs)/(en|ko|pt-br|zh|zh-cn)/(.+)", re.DOTALL)


class Layout:
    """Where the pages of `content/LANGUAGE/` are in another layout, and those of other homes."""

    def __init__(self, source, translation, move):
        self.config = {"layout": {"source": source, "translation": translation},
                       "languages": LANGUAGES}
        self._move = move

    def path(self, path):
        found = BY_FOLDER.fullmatch(path)
        return self._move(*found.groups()) if found else path


def in_files_name(home, language, page):
    stem, ending = page.rsplit(b".", 1)
    mark = b"" if language == b"en" else b"." + language
    return home + b"/" + stem + mark + b"." + ending


LAYOUTS = {
    "by folder": Layout("content/en/{path}", "content/{lang}/{path}",
                        lambda home, language, page: b"/".join((home, language, page))),
    "in a folder's name": Layout("content.en/{path}", "content.{lang}/{path}",
                                 lambda home, language, page: home + b"." + language + b"/" + page),
    "in a file's name": Layout("content/{path}.{ext}", "content/{path}.{lang}.{ext}",
                               in_files_name),
}

MAY_DIFFER = "in a file's name"
MOST_DIFFERENT = 0.005  # Of all files.


class Site:
    """The history in one layout, in a repository of its own, and its reports."""

    def __init__(self, history, layout, folder, template, program):
        folder.mkdir()
        self._repo = folder / "repo.git"
        shutil.copytree(template, self._repo)
        commits = [Commit(c.parents, {layout.path(p): e for p, e in c.tree.items()}, c.when)
                   for c in history.commits()]
        self._history = KnownHistory(commits, history.refs)
        self._history.write(self._repo)
        self._layout = layout
        self._program = Program(program, folder, layout.config)

    def history(self):
        return self._history

    def report(self, run):
        """What the report says, without the ids of commits, as they depend on paths."""
        outcome = self._program.run(self._repo, run, "--untranslated")
        if outcome.status not in (0, 2):
            outcome.fail(f"exit status {outcome.status}: {outcome.stderr!r}")
        if outcome.status:
            return outcome, [outcome.status, self._without_ids(outcome.stderr)]
        return outcome, [self._record(record) for record in outcome.report()["files"]]

    def _record(self, record):
        paths = {key: path_of(record, key) for key in ("source", "translation", "renamed_to",
                                                       "renamed_from") if record.get(key)}
        rest = {key: value for key, value in record.items()
                if key not in paths and not key.endswith("_bytes")}
        return paths, json.loads(self._without_ids(json.dumps(rest, sort_keys=True)))

    def _without_ids(self, text):
        return re.sub(r"\b[0-9a-f]{40}\b", lambda m: self._history.name_of(m[0]), text)


def sorted_records(records, layout):
    """Of a report by folder, with the paths that the other layout has."""
    def moved(record):
        paths, rest = record
        return {key: layout.path(path) for key, path in paths.items()}, rest
    return in_order(map(moved, records))


def in_order(records):
    return sorted(records, key=lambda record: (record[0]["translation"], record[1]["language"]))


def check_seed(seed, folder, template, program, met):
    history, _ = random_history(seed)
    sites = {name: Site(history, layout, folder / str(number), template, program)
             for number, (name, layout) in enumerate(LAYOUTS.items())}
    for run in choose_runs(sites["by folder"].history(), random.Random(f"layouts {seed}")):
        _, expected = sites["by folder"].report(run)
        for name, layout in LAYOUTS.items():
            outcome, got = sites[name].report(run)
            if isinstance(expected[0], int) or isinstance(got[0], int):
                if not (isinstance(expected[0], int) and isinstance(got[0], int)):
                    outcome.fail(f"{name}: {str(expected)[:300]} or {str(got)[:300]}")
                continue
            if len(expected) != len(got):
                outcome.fail(f"{name}: {len(got)} files, not {len(expected)}")
            for one, other in zip(sorted_records(expected, layout), in_order(got)):
                if one == other:
                    continue
                if name != MAY_DIFFER:
                    outcome.fail(f"{name}: expected {one}", f"got {other}")
                met["different"] += 1
            met["files"] += len(got)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--histories", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1, help="of the first history")
    arguments = parser.parse_args()
    failures = 0
    met = collections.Counter()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        template = scratch / "template.git"
        git(scratch, "init", "--quiet", "--bare", "--initial-branch=main", template)
        for seed in range(arguments.seed, arguments.seed + arguments.histories):
            folder = scratch / f"seed-{seed}"
            folder.mkdir()
            try:
                check_seed(seed, folder, template, arguments.program, met)
            except Failure as failure:
                failures += 1
                print(f"seed {seed}: {failure}", flush=True)
            shutil.rmtree(folder)
    print(f"{arguments.histories} histories, {failures} failed; {dict(met)}")
    has_enough = met["files"] and met["different"] <= MOST_DIFFERENT * met["files"]
    return 1 if failures or not has_enough else 0


if __name__ == "__main__":
    sys.exit(main())
