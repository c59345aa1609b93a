"""Shallow clones: what lies above the boundary is told, and nothing else.

The boundary are the commits whose parents are cut off. A page's way leads from the branch's tip to
its last touch as git simplifies history; where all of it lies above the boundary, the clone has
what the last touch is told by.
"""

import json
import re

import looked_into
from clones import Clone, bare_clone, clone, ensure
from comparison import path_of
from history import git
from origin import with_names
from partial_clones import missing_objects
from touches import Touch, same_below, source_of

TOUCH_CUT_OFF = "its last touch lies beyond the boundary of this shallow clone"
SOURCE_CUT_OFF = "the history of its source lies beyond the boundary of this shallow clone"
WARNING = re.compile(
    r"l10n-drift: warning: the clone is shallow: ([0-9]+) translations? (?:is|are) unknown, "
    r"as its history does not reach back far enough"
)
DEPTHS = (1, 2, 4, 8)
FEATURES = (
    *("refused", "touch cut off", "source cut off", "since", "whole again", "without blobs"),
    *("in_sync", "outdated", "renamed", "deleted"),
)

# What the record of a page has in it that is unknown for one of the two reasons.
NOTHING_KNOWN = {
    "status": "unknown",
    **dict.fromkeys(("insertions", "deletions", "sizes", "renamed_to", "renamed_from")),
    **dict.fromkeys(("similarity", "baseline", "behind_since")),
    **dict.fromkeys(("binary", "verbatim"), False),
}


def _way(history, tip, path):
    """The commits from the tip to the last touch, and that touch."""
    here = Touch(tip, path)
    commits = [tip]
    while step := same_below(history, here):
        here = step
        commits.append(here.commit)
    return commits, here


class _Boundary:
    """Which commits a shallow clone has, and where it ends."""

    def __init__(self, path):
        ensure(git(path, "rev-parse", "--is-shallow-repository") == b"true\n", "it is not shallow")
        common = git(path, "rev-parse", "--path-format=absolute", "--git-common-dir")
        with open(common.decode().strip() + "/shallow", encoding="ascii") as file:
            self._cut = set(file.read().split())
        ensure(self._cut, "it has no boundary")

    def is_above(self, way):
        """Whether none of the commits of a way, each a child of the next, has lost its parents."""
        return self._cut.isdisjoint(way)


class _Page:
    """What the whole history tells of a page, and what a shallow clone can know of that."""

    def __init__(self, history, run, record, boundary):
        self._record = record
        path = path_of(record, "translation")
        way, touch = _way(history, history.resolve(run.branch), path)
        self._has_touch = boundary.is_above(way)
        # Of a source that the base lacks, older names of the translation may have to be known.
        names = (touch.source_then(), source_of(path))
        self._has_baseline = self._has_touch and bool(
            history.page(history.resolve(run.base), source_of(path))
            or any(history.page(touch.commit, name) for name in names)
        )
        self._touch = touch.commit

    def _has_to_be_told(self):
        baseline = self._record["baseline"]
        if not self._has_baseline or not baseline:
            return False
        is_at_touch = baseline["method"] == "history" and baseline["commit"] == self._touch
        return is_at_touch or baseline["method"] == "content"

    def misfit(self, got):
        """What is wrong with the record that a shallow clone gives; None if it may say so."""
        reason = got["reason"]
        if reason not in (TOUCH_CUT_OFF, SOURCE_CUT_OFF):
            return None if got == self._record else f"expected {self._record}, got {got}"
        if self._has_to_be_told():
            return f"is unknown, though it can be told: {self._record}"
        if (reason == SOURCE_CUT_OFF) != self._has_touch:
            return f"is unknown for the wrong reason: {reason}"
        touches = (None, self._record["last_touch"]) if self._has_touch else (None,)
        is_bare = all(got[field] == value for field, value in NOTHING_KNOWN.items())
        if not is_bare or got["last_touch"] not in touches:
            return f"claims more than is known: {got}"
        return None


def _expect_refusal(made, run, program, met):
    program.run(made.path, run.named(made.named)).expect_error(
        f"l10n-drift: error: repository '{made.path}' is shallow: its history is cut off",
        f"l10n-drift: hint: git -C {made.path} fetch --unshallow",
    )
    met["refused"] += 1


def _expect_warning(outcome, records):
    """The warning counts the pages that are cut off; there is none for none."""
    cut_off = sum(record["reason"] in (TOUCH_CUT_OFF, SOURCE_CUT_OFF) for record in records)
    counted = [int(number) for number in WARNING.findall(outcome.stderr)]
    if counted != [cut_off] * bool(cut_off):
        outcome.fail(f"{cut_off} pages are cut off: {outcome.stderr!r}")


def _check_records(made, run, origin, program, met):
    outcome = program.run(made.path, run.named(made.named), "--allow-shallow")
    records = outcome.report()["files"]
    whole = json.loads(origin.report(run))["files"]
    expected = {path_of(r, "translation"): r for r in whole if r["status"] != "untranslated"}
    if [path_of(record, "translation") for record in records] != list(expected):
        outcome.fail("not the translations of the origin")
    boundary = _Boundary(made.path)
    for record in records:
        path = path_of(record, "translation")
        misfit = _Page(origin.history, run, expected[path], boundary).misfit(record)
        if misfit:
            outcome.fail(f"{path!r} {misfit}")
        met[record["status"]] += 1
        met["touch cut off"] += record["reason"] == TOUCH_CUT_OFF
        met["source cut off"] += record["reason"] == SOURCE_CUT_OFF
    _expect_warning(outcome, records)


def _check_look_into_pages(made, run, program):
    """What can be told of a page's blocks depends on the history that there is; its status as a
    whole does not."""
    def ask(chosen):
        return program.run(made.path, chosen.named(made.named), "--allow-shallow")

    by_file = ask(run._replace(granularity="file")).report()
    outcome = ask(run)
    differences = list(looked_into.misfits(by_file, outcome.report()))
    if differences:
        outcome.fail(*differences)


def _check_report(made, run, origin, program, options=("--allow-shallow",)):
    """The whole report of the origin, without a warning."""
    outcome = program.run(made.path, run.named(made.named), "--untranslated", *options)
    outcome.report()
    if outcome.stdout != origin.report_named(run, made.named) or WARNING.search(outcome.stderr):
        outcome.fail(f"not the report of the origin: {outcome.stderr!r}\n{outcome.stdout.decode()}")


def _check_shallow(made, origin, program, met):
    """Reports by history know what lies above the boundary; one since a revision knows it all."""
    _expect_refusal(made, origin.runs[0], program, met)
    for run in origin.runs:
        if run.since:
            _check_report(made, run, origin, program)
            met["since"] += 1
        elif run.granularity == "block":
            _check_look_into_pages(made, run, program)
        else:
            _check_records(made, run._replace(with_commits=False), origin, program, met)


def bare_shallow(origin, folder, program, met):
    for depth in DEPTHS:
        own_folder = folder / f"depth-{depth}"
        own_folder.mkdir()
        path = bare_clone(origin, own_folder, f"--depth={depth}", "--no-single-branch")
        if (path / "shallow").exists():  # Not every history is so long.
            _check_shallow(Clone(path), origin, program, met)


def linked_shallow(origin, folder, program, met):
    """A linked work tree, whose boundary is noted in the repository that it is linked to."""
    main = clone(origin, folder, "--depth=2", "--no-single-branch", "--no-checkout")
    git(main, "worktree", "add", "--quiet", "--detach", "--no-checkout", folder / "linked")
    made = Clone(folder / "linked", "origin/", origin.head)
    _check_shallow(made, origin, program, met)


def uneven_shallow(origin, folder, program, met):
    """Branches of different depths: a commit may be cut off though its parents are there."""
    path = folder / "clone.git"
    git(folder, "init", "--quiet", "--bare", path)
    for depth, name in enumerate(sorted(origin.history.refs), 1):
        git(path, "fetch", "--quiet", f"--depth={depth}", origin.url, f"{name}:{name}")
    _check_shallow(Clone(path), origin, program, met)


def deepened(origin, folder, program, met):
    """Once all of the history is there, the option changes nothing and nobody is warned."""
    path = bare_clone(origin, folder, "--depth=1", "--no-single-branch")
    git(path, "fetch", "--quiet", "--unshallow", "origin")
    ensure(not (path / "shallow").exists(), "it is still shallow")
    for run in origin.runs:
        _check_report(Clone(path), run, origin, program)
        _check_report(Clone(path), run, origin, program, ())
    met["whole again"] += 1


def shallow_without_blobs(origin, folder, program, met):
    """Shallow and partial: the same as with all blobs of that part of history."""
    with_blobs = Clone(bare_clone(origin, folder, "--depth=3", "--no-single-branch"))
    options = ("--depth=3", "--no-single-branch", "--filter=blob:none")
    without = Clone(clone(origin, folder, *options), "origin/")
    ensure(missing_objects(without.path), "it has all blobs")
    for whole_run in origin.runs:
        run = whole_run._replace(with_commits=False)
        expected = program.run(with_blobs.path, run, "--allow-shallow")
        expected.report()
        names = run.named(without.named)
        outcome = program.run(without.path, names, "--allow-shallow", "--fetch-missing")
        outcome.report()
        if outcome.stdout != with_names(expected.stdout, run, without.named):
            outcome.fail(f"not the report of the clone with all blobs:\n{outcome.stdout.decode()}")
    met["without blobs"] += 1


CHECKS = (bare_shallow, linked_shallow, uneven_shallow, deepened, shallow_without_blobs)
