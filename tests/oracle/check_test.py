#!/usr/bin/python3
"""Holds `l10n-drift check` against git, over random histories: which pages, and against what.

What is to be told of a page is what a report tells, which has an oracle of its own. The check adds
the choice of the pages that the branch changes, and of the side whose source counts. Here both are
read from the trees of base, branch and the commits of `git merge-base --all`, of which a merge of the
trunk brings in more, and the findings have to be the files of two reports: one against the base, one
against the branch itself. A page without an open place is none of them, whatever its status. Whose drift
it is follows from the ledger, and is held here against what trees alone can tell.
"""

import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile

from comparison import path_of
from history import REGULAR_MODES, clean_environment, git
from program import CONFIG, Failure
from random_history import random_history
from touches import ALL_FOLDER, SOURCE_FOLDER, language_of, source_of, translation_of

PAIRS = 4  # Of base and branch, of each history.
STATUSES = {"outdated", "partially_updated", "renamed", "deleted", "unpaired", "unknown"}
# All of them fail, so that nothing is left out for being the branch's own source.
FAIL_ON = "outdated,partially_updated,renamed,deleted,never,unknown"
OF_PLACES = {"lost", "forgotten", "left_behind", "was_behind"}
TRUNKS = ("main", "master")

# What a test of this many histories must have met, lest it tests nothing.
ENOUGH_HISTORIES = 60
FEATURES = ("outdated", "partially_updated", "renamed", "deleted", "unpaired", "unknown", "clean",
            "left_behind", "was_behind", "copy", "orphaned", "not_compared", "never", "trunk",
            "moved", "astray", "several merge bases", "none in common", "side base", "side branch",
            "changed_on_both_sides", "source_changed", "source_renamed", "source_deleted")

# How the names end of files that are looked into.
LOOKED_INTO = (b".md", b".markdown", b".mdx", b".html", b".htm")


class Tree:
    """The content of a commit's files: pages by their blobs, links as links."""

    def __init__(self, history, commit):
        entries = history.entries(commit, ALL_FOLDER)
        content = {path: entry.oid if entry.mode in REGULAR_MODES else "link"
                   for path, entry in entries.items()}
        self.sources = {path: oid for path, oid in content.items()
                        if path.startswith(SOURCE_FOLDER)}
        self.pages = {path: oid for path, oid in content.items()
                      if language_of(path) and oid != "link"}


class Parting:
    """What base and branch did since their histories parted."""

    def __init__(self, history, base, branch, bases, trunks):
        self.base = Tree(history, base)
        self.branch = Tree(history, branch)
        self.parted = [Tree(history, commit) for commit in bases]
        self.before = self.parted + [Tree(history, commit) for commit in trunks]
        self.first = self.before[0]

    def change(self, path):
        """None, "moved" or "content"."""
        oid = self.branch.pages[path]
        if any(tree.pages.get(path) == oid for tree in self.before):
            return None
        moved = any(other == oid and former not in self.branch.pages
                    for tree in self.before for former, other in tree.pages.items())
        return "moved" if moved else "content"

    def changed_by(self, tree, source):
        return all(before.sources.get(source) != tree.sources.get(source)
                   for before in self.parted)

    def is_own(self, source):
        """Whether the branch itself changed it."""
        return all(before.sources.get(source) != self.branch.sources.get(source)
                   for before in self.before)

    def was_orphan(self, path):
        return any(path in tree.pages and source_of(path) not in tree.sources
                   for tree in self.before)

    def side(self, source):
        """The side whose source counts, and whether both changed it to something else."""
        if self.base.sources.get(source) == self.branch.sources.get(source):
            return "base", False
        if not self.changed_by(self.branch, source):
            return "base", False
        both = self.changed_by(self.base, source)
        return ("base" if both else "branch"), both

    def tree_of(self, side):
        return self.base if side == "base" else self.branch

    def in_question(self, path):
        change = self.change(path)
        if change != "moved":
            return change == "content"
        source = source_of(path)
        return source not in self.tree_of(self.side(source)[0]).sources


class Case:
    def __init__(self, seed, folder, program, met):
        self._rng = random.Random(f"check {seed}")
        self._repo = folder / "repo.git"
        self._config = folder / "config.json"
        self._config.write_text(json.dumps(CONFIG))
        self._program = program
        self._met = met
        self._history, _ = random_history(seed)
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", self._repo)
        self._history.write(self._repo)

    def run(self):
        names = sorted(self._history.refs)
        for _ in range(PAIRS):
            base, branch = self._rng.choice(names), self._rng.choice(names)
            if any(map(language_of, self._history.pages(self._history.resolve(branch),
                                                        ALL_FOLDER))):
                self._check(base, branch)

    def _ask(self, *arguments):
        command = [self._program, *arguments, "-C", self._repo, "--config", self._config,
                   "--lang", "all", "--format", "json"]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True,
                              env=clean_environment(), check=False)
        return done, " ".join(map(str, command))

    def _check(self, base, branch):
        commits = [self._history.resolve(name) for name in (base, branch)]
        merge_bases = subprocess.run(
            ["git", "-C", self._repo, "merge-base", "--all", *commits], env=clean_environment(),
            stdout=subprocess.PIPE, check=False).stdout.decode().split()
        done, command = self._ask("check", "--base", base, "--branch", branch,
                                  "--min-severity", "cosmetic", "--fail-on", FAIL_ON)
        if not merge_bases:
            self._met["none in common"] += 1
            if done.returncode != 2 or b"no commit in common" not in done.stderr:
                raise Failure(f"{command}\n    {done.returncode} {done.stderr!r}")
            return
        if done.returncode == 2:
            # Where there is no source at all, nothing can be said of any translation.
            sources = [path for commit in commits
                       for path in self._history.pages(commit, b"content/en/")]
            if sources or b"no sources on" not in done.stderr:
                raise Failure(f"{command}\n    {done.stderr!r}")
            return
        trunks = self._trunks(*commits, merge_bases)
        self._met["trunk"] += len(trunks)
        parting = Parting(self._history, *commits, sorted(merge_bases), trunks)
        problems = list(self._misfits(json.loads(done.stdout), done.returncode, parting,
                                      sorted(merge_bases), (base, branch)))
        if problems:
            raise Failure("\n    ".join([command, *problems]))

    def _commits(self, *arguments):
        return git(self._repo, "rev-list", *arguments).decode().split()

    def _trunks(self, base, branch, merge_bases):
        """What merges of a trunk brought into the branch, as git tells it."""
        known = set(self._commits(base))
        tips = {self._history.resolve(name) for name in TRUNKS if name in self._history.refs}
        line = {commit for tip in tips - {base} for commit in self._commits("--first-parent", tip)}
        if branch in merge_bases:
            return []
        found = [branch] if branch in line and base not in line else []
        for row in git(self._repo, "rev-list", "--first-parent", "--parents",
                       branch).decode().splitlines():
            commit, *parents = row.split()
            if commit in known:
                break
            found += [parent for parent in parents[1:] if parent in line - known]
        return found

    def _misfits(self, check, status, parting, merge_bases, names):
        self._met["several merge bases"] += len(merge_bases) > 1
        if check["merge_bases"] != merge_bases:
            yield f"merge bases: expected {merge_bases}, got {check['merge_bases']}"
        chosen = {path for path in parting.branch.pages if parting.in_question(path)}
        if check["pages"] != len(chosen):
            yield f"expected {len(chosen)} pages, got {check['pages']}"
        expected = dict(self._expected(chosen, parting, names))
        got = {path_of(record, "translation"): record for record in check["findings"]}
        if list(got) != sorted(got):
            yield "the findings are not sorted"
        for path in sorted(expected.keys() | got.keys()):
            if (problem := self._misfit(expected.get(path), got.get(path))):
                yield f"{path!r}: {problem}"
        fails = any(record["fails"] for record in check["findings"])
        if status != int(fails):
            yield f"exit status {status}"
        yield from self._misfitting_notices(check["notices"], chosen, parting)

    def _expected(self, chosen, parting, names):
        """The findings: path to kind, side and the record of the report."""
        base, branch = names
        for side, against in (("base", base), ("branch", branch)):
            mine = {path for path in chosen if parting.side(source_of(path))[0] == side}
            self._met["side " + side] += len(mine)
            if not mine:
                continue
            done, command = self._ask("report", "--base", against, "--branch", branch)
            if done.returncode:
                raise Failure(f"{command}\n    {done.stderr!r}")
            for record in json.loads(done.stdout)["files"]:
                path = path_of(record, "translation")
                if path not in mine:
                    continue
                status = record["status"]
                self._met["astray"] += (record["renamed_to"] is not None
                                        and record["renamed_to"] == record["renamed_from"])
                self._met["moved"] += parting.change(path) == "moved"
                self._met[status if status in STATUSES else "clean"] += 1
                is_open = record["stale"] or record["draft"] or record["alignment"] != "good"
                if status in STATUSES and (is_open or status not in ("outdated",
                                                                     "partially_updated")):
                    yield path, (side, record, self._kinds(path, record, parting))

    @staticmethod
    def _kinds(path, record, parting):
        """Those that it may be of, by what the trees tell."""
        status = record["status"]
        if status in ("renamed", "deleted"):
            return {"was_behind" if parting.was_orphan(path) else "orphaned"}
        if status in ("unpaired", "unknown"):
            return {{"unpaired": "never"}.get(status, status)}
        if record["verbatim"]:
            return {"copy"}
        return OF_PLACES if record["alignment"] == "good" else {"not_compared"}

    def _misfit(self, expected, got):
        if not expected or not got:
            return f"expected {expected and expected[2]}, got {got and got['kind']}"
        side, record, kinds = expected
        self._met[got["kind"]] += 1
        found = {key: value for key, value in got.items() if key in record}
        if found != record:
            return f"expected {record}, got {found}"
        fails = record["draft"] != "withdrawn"
        if got["kind"] not in kinds or (got["side"], got["fails"]) != (side, fails):
            return f"expected {kinds} of {side}, got {got['kind']} of {got['side']}"
        if got["kind"] == "forgotten" and not got["new_page"]:
            return "is not new, and has places that were forgotten"
        if record["status"] == "renamed":
            new = translation_of(path_of(got, "renamed_to"), got["language"])
            if path_of(got, "move_to") != new:
                return f"is to be moved to {got['move_to']!r}"
        return None

    def _misfitting_notices(self, notices, chosen, parting):
        """But for whether a new name was found, which the oracle of renames tells of reports."""
        both = {source_of(path) for path in chosen if parting.side(source_of(path))[1]}
        untouched = collections.defaultdict(set)
        for path in parting.branch.pages:
            if parting.change(path) != "content":
                untouched[source_of(path)].add(path)
        expected = {("both", source): {p for p in chosen if source_of(p) == source}
                    for source in both}
        for source, paths in untouched.items():
            now = parting.branch.sources.get(source)
            was = parting.first.sources.get(source)
            if now == "link" or was in (None, "link"):
                continue
            same = now == parting.base.sources.get(source)
            if not same and parting.is_own(source):
                expected["changed" if now else "gone", source] = paths
        kinds = {"changed_on_both_sides": "both", "source_changed": "changed",
                 "source_renamed": "gone", "source_deleted": "gone"}
        got = {}
        for notice in notices:
            self._met[notice["kind"]] += 1
            source = path_of(notice, "source")
            if notice["kind"] == "not_looked_into":
                # git knows nothing of kinds: it is for those that are judged, and of no known kind.
                if source.lower().endswith(LOOKED_INTO) or source not in map(source_of, chosen):
                    yield f"{source!r} is not looked into"
                continue
            # A new source may be one that was there under another name.
            if parting.first.sources.get(source) or notice["kind"] != "source_changed":
                got[kinds[notice["kind"]], source] = notice["translations"]
        shown = {key: sorted(path.decode(errors="replace") for path in paths)
                 for key, paths in expected.items()}
        got = {key: sorted(paths) for key, paths in got.items()}
        if got != shown:
            yield f"notices: expected {shown}, got {got}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--histories", type=int, default=ENOUGH_HISTORIES)
    parser.add_argument("--seed", type=int, default=1, help="of the first history")
    arguments = parser.parse_args()
    met = collections.Counter()
    failures = 0
    for seed in range(arguments.seed, arguments.seed + arguments.histories):
        with tempfile.TemporaryDirectory(prefix="l10n-drift-check-") as folder:
            try:
                Case(seed, pathlib.Path(folder), arguments.program, met).run()
            except Failure as failure:
                failures += 1
                again = f"{sys.argv[0]} --program {arguments.program} --seed {seed} --histories 1"
                print(f"seed {seed}: {failure}\n    again: {again}", flush=True)
    print(f"{arguments.histories} histories, {failures} failed; {dict(met)}")
    missing = [feature for feature in FEATURES if not met[feature]]
    if not failures and arguments.histories >= ENOUGH_HISTORIES and missing:
        print(f"the histories lack {missing}")
        return 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
