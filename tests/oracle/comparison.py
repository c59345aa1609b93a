"""Holds a JSON report of the program against the rule's answers."""

import base64

import simplification
from history import git
from renames import UNCLEAR
from touches import ALL_FOLDER, language_of, source_of, translation_of

STATUSES = (
    "in_sync",
    "outdated",
    "partially_updated",
    "renamed",
    "deleted",
    "unpaired",
    "unknown",
    "invalid_baseline",
    "ignored",
)


def path_of(record, key):
    """The bytes of a path in the report, which is not always UTF-8; None for null."""
    if record[key] is None:
        return None
    whole = record.get(key + "_bytes")
    return base64.b64decode(whole) if whole else record[key].encode()


def numstat(repo, pairs):
    """What `git diff --numstat` counts for pairs of blobs: two numbers each, or None if binary.

    All in one run: the blobs become the files of two trees.
    """
    pairs = sorted(set(pairs))
    if not pairs:
        return {}
    listing = b"\n".join(
        b"".join(b"100644 blob %s\t%06d\n" % (p[side].encode(), i) for i, p in enumerate(pairs))
        for side in (0, 1)
    )
    trees = git(repo, "mktree", "--batch", stdin=listing).decode().split()
    counted = git(repo, "diff", "--numstat", "--no-renames", *trees).decode().splitlines()
    rows = [row.split("\t") for row in counted]
    assert len(rows) == len(pairs), "git did not count every pair"
    return {
        pairs[int(name)]: None if plus == "-" else (int(plus), int(minus))
        for plus, minus, name in rows
    }


def tally(files):
    """The summary of a language with these files, those without a translation among them."""
    files = list(files)
    counted = {s: sum(r["status"] == s for r in files) for s in (*STATUSES, "untranslated")}
    counted["translations"] = sum(counted[status] for status in STATUSES)
    for side in ("insertions", "deletions"):
        counted[side] = sum(r[side] or 0 for r in files if r["status"] == "outdated")
    counted["not_compared"] = sum(r.get("alignment") == "weak" for r in files)
    return counted


class Comparison:
    """Collects the differences between a report and what it should be, as lines of text."""

    def __init__(self, repo, history, rule, report):
        self._repo = repo
        self._history = history
        self._rule = rule
        self._report = report
        self.differences = []
        self.unclear = 0

    def run(self, with_commits=False):
        """Compares the whole report, made with `--lang all --untranslated`."""
        records = self._report["files"]
        self._compare_files([r for r in records if r["status"] != "untranslated"], with_commits)
        self._compare_untranslated([r for r in records if r["status"] == "untranslated"])
        paths = [path_of(record, "translation") for record in records]
        self._expect("order of files", sorted(paths), paths)
        self._compare_head()
        self._compare_summaries()
        return self.differences

    def _expect(self, what, expected, got):
        if expected != got:
            self.differences.append(f"{what}: expected {expected!r}, got {got!r}")

    def _compare_head(self):
        """Languages have pages; a folder that holds nothing but links may count as one or not."""
        folders = self._history.entries(self._rule.branch, ALL_FOLDER)
        possible = {language_of(path) for path in folders} - {None}
        needed = {language_of(path) for path in self._rule.translations}
        got = self._report["languages"]
        self._expect("languages", sorted(needed | (possible & set(got))), got)
        for name in ("base", "branch", "since"):
            revision = self._report[name]
            expected = getattr(self._rule, name)
            self._expect(f"{name}.commit", expected, revision and revision["commit"])

    def _compare_files(self, records, with_commits):
        by_path = {path_of(record, "translation"): record for record in records}
        self._expect("translations", sorted(self._rule.translations), sorted(by_path))
        common = sorted(set(by_path) & set(self._rule.translations))
        answers = {path: self._rule.answers(path) for path in common}
        counts = numstat(
            self._repo,
            [
                (a.baseline.blob, a.base_blob)
                for several in answers.values()
                for a in several
                if a is not UNCLEAR and a.status == "outdated"
            ],
        )
        for path in common:
            self._compare_file(path, by_path[path], answers[path], counts)
            if with_commits:
                self._compare_commits(path, by_path[path])
            elif by_path[path]["behind_since"] is not None:
                self._expect(f"{path!r} behind_since", None, by_path[path]["behind_since"])

    def _compare_file(self, path, record, answers, counts):
        """One of the answers has to fit in every field; the nearest is what is shown."""
        if UNCLEAR in answers:
            self.unclear += 1
            touch = self._stamp(self._rule.last_touch_of(path))
            self._expect(f"{path!r} last_touch", touch, record["last_touch"])
            return
        misfits = [self._misfits(path, record, answer, counts) for answer in answers]
        for misfit in min(misfits, key=len):
            self.differences.append(f"{path!r} {misfit}")

    def _misfits(self, path, record, answer, counts):
        fields = self._fields(path, answer, counts)
        paths = ("source", "renamed_to", "renamed_from")
        got = record | {key: path_of(record, key) for key in paths}
        misfits = [
            f"{key}: expected {wanted!r}, got {got[key]!r}"
            for key, wanted in fields.items()
            if got[key] != wanted
        ]
        low, high = answer.similarity or (None, None)
        similarity = record["similarity"]
        fits = similarity is None if low is None else low <= (similarity or 0) <= high
        if not fits:
            misfits.append(f"similarity: expected {low} to {high}, got {similarity}")
        if (record["reason"] is not None) != (answer.status == "unknown"):
            misfits.append(f"reason: got {record['reason']!r}")
        return misfits

    def _fields(self, path, answer, counts):
        """The fields of the JSON record that have one right value."""
        lines, binary = None, False
        if answer.status == "in_sync":
            lines = (0, 0)
        elif answer.status == "outdated":
            lines = counts[answer.baseline.blob, answer.base_blob]
            binary = lines is None
        return {
            "language": language_of(path),
            "source": source_of(path),
            "status": answer.status,
            "insertions": lines and lines[0],
            "deletions": lines and lines[1],
            "binary": binary,
            "sizes": self._sizes(answer) if binary else None,
            "verbatim": answer.verbatim,
            "renamed_to": answer.renamed_to,
            "renamed_from": answer.renamed_from,
            "baseline": self._baseline(answer.baseline),
            "last_touch": self._stamp(answer.last_touch),
        }

    def _sizes(self, answer):
        blobs = {"baseline": answer.baseline.blob, "base": answer.base_blob}
        return {side: len(self._history.blob(oid)) for side, oid in blobs.items()}

    def _stamp(self, commit):
        return commit and {"commit": commit, "date": self._history.when(commit).iso()}

    def _baseline(self, baseline):
        if not baseline:
            return None
        stamp = self._stamp(baseline.commit)
        return stamp | {"blob": baseline.blob, "method": baseline.method}

    def _compare_commits(self, path, record):
        """The list against `git log BASELINE..BASE -- SOURCE`, as a set; its dates.

        Where clocks were wrong, git's own answer may depend on dates: either one is accepted. A
        file that is not behind a living source may do without.
        """
        listed = [commit["commit"] for commit in record["commits"]]
        expected = set()
        if record["baseline"] and (listed or record["status"] in ("outdated", "renamed")):
            span = (record["baseline"]["commit"], self._rule.base)
            expected = simplification.log_between(self._history, *span, source_of(path))
            if set(listed) != expected:
                real = git(self._repo, "log", "--format=%H", "..".join(span), "--", source_of(path))
                expected = set(real.decode().split())
        self._expect(f"{path!r} commits", sorted(expected), sorted(listed))
        for commit in record["commits"]:
            date = self._history.when(commit["commit"]).iso()
            self._expect(f"{path!r} date of a commit", date, commit["date"])
        oldest = self._stamp(listed[-1]) if listed else None
        self._expect(f"{path!r} behind_since", oldest, record["behind_since"])

    def _compare_untranslated(self, records):
        """Every source without a translation, unless it is a new name that the report gives."""
        expected = []
        for language in self._report["languages"]:
            taken = {
                path_of(record, "renamed_to")
                for record in self._report["files"]
                if record["language"] == language
            }
            for source in self._rule.sources:
                translation = translation_of(source, language)
                is_there = self._history.entry(self._rule.branch, translation) is not None
                if not is_there and source not in taken:
                    expected.append((translation, source))
        got = [(path_of(r, "translation"), path_of(r, "source")) for r in records]
        self._expect("untranslated", sorted(expected), got)

    def _compare_summaries(self):
        for language in self._report["languages"]:
            counted = tally(r for r in self._report["files"] if r["language"] == language)
            self._expect(f"summary of {language}", counted, self._report["summary"].get(language))
