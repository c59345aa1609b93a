"""Partial clones: blobs that are missing are fetched at once and only if asked for; trees never."""

import re
import shlex
import subprocess

from clones import Clone, bare_clone, clone, ensure
from git_log import GitLog
from history import clean_environment, git
from program import Failure

# The translations, which may name a commit; what may have been renamed, and is to be looked into; and
# what has come out of that.
MOST_FETCHES = 3
FEATURES = ("refused", "fetched", "complete as it was", "mended")

LACKS_BLOBS = re.compile(
    r"l10n-drift: error: the clone is partial, and lacks ([1-9][0-9]*) file versions? that "
    r"must be read\n"
    r"l10n-drift: hint: [^\n]*--fetch-missing[^\n]*\n"
)
LACKS_TREE = re.compile(
    r"l10n-drift: error: the clone is partial: it lacks tree '[0-9a-f]{40}'\n"
    r"l10n-drift: hint: [^\n]*?(git [^\n]*fetch --refetch --no-filter[^\n]*)\n"
)


def missing_objects(repo):
    """The objects that a partial clone lacks, without fetching any."""
    listed = git(repo, "rev-list", "--objects", "--all", "--missing=print").splitlines()
    return {row[1:].decode() for row in listed if row.startswith(b"?")}


def _ask(place, run, program, options=()):
    """One run of the program, and the calls of git that it makes."""
    made, log = place
    outcome = program.run(
        made.path, run.named(made.named), "--untranslated", *options, environment=log.environment
    )
    return outcome, log.take_calls()


def _expect_report(outcome, run, origin, made):
    outcome.report()
    if outcome.stdout != origin.report_named(run, made.named):
        outcome.fail(f"not the report of the origin:\n{outcome.stdout.decode()}")


def _check_without_fetching(place, run, origin, program):
    """The number of blobs that the program says it lacks; 0 if it gives the right report."""
    before = missing_objects(place[0].path)
    outcome, calls = _ask(place, run, program)
    if calls or missing_objects(place[0].path) != before:
        outcome.fail(f"it fetches without having been asked: {calls}")
    if outcome.status == 0:
        _expect_report(outcome, run, origin, place[0])
        return 0
    match = LACKS_BLOBS.search(outcome.stderr)
    if outcome.status != 2 or outcome.stdout or not match:
        outcome.fail(f"exit status {outcome.status}, not the error: {outcome.stderr!r}")
    return int(match[1])


def _check_fetching(place, run, origin, program, lacked):
    """Fetches what is missing: first as many as were said to be, and nothing that is there."""
    before = missing_objects(place[0].path)
    outcome, calls = _ask(place, run, program, ["--fetch-missing"])
    _expect_report(outcome, run, origin, place[0])
    batches = [call.lines for call in calls]
    asked = [oid for batch in batches for oid in batch]
    if len(calls) > MOST_FETCHES or not all(call.is_fetch() for call in calls):
        outcome.fail(f"its calls of git: {calls}")
    if len(set(asked)) != len(asked) or set(asked) != before - missing_objects(place[0].path):
        outcome.fail(f"it asks for {asked}, which are not the blobs that it has got")
    if lacked != (len(batches[0]) if batches else 0):
        outcome.fail(f"it said that {lacked} are missing, and fetches {batches}")
    return len(calls)


def _check_blobless(made, origin, folder, program, met, runs=()):
    """Every run lacks something at most once, as what it fetched stays there."""
    ensure(missing_objects(made.path), "it lacks nothing")
    place = made, GitLog(folder / "log")
    for run in runs or origin.runs:
        lacked = _check_without_fetching(place, run, origin, program)
        fetches = _check_fetching(place, run, origin, program, lacked)
        met["refused"] += lacked > 0
        met["fetched"] += fetches > 0
        met["fetched more than once"] += fetches > 1
        met["complete as it was"] += fetches == 0
        if _check_without_fetching(place, run, origin, program):
            raise Failure(f"{made.path}: still lacks blobs that were to be fetched")
        if _check_fetching(place, run, origin, program, 0):
            raise Failure(f"{made.path}: what is there was fetched once more")


def without_blobs(origin, folder, program, met):
    made = Clone(bare_clone(origin, folder, "--filter=blob:none"))
    _check_blobless(made, origin, folder, program, met)


def without_blobs_looked_into(origin, folder, program, met):
    """The first report looks into pages, and has git fetch every version that it replays."""
    made = Clone(bare_clone(origin, folder, "--filter=blob:none"))
    runs = sorted(origin.runs, key=lambda run: run.granularity)
    ensure(runs[0].granularity == "block", "no report looks into pages")
    _check_blobless(made, origin, folder, program, met, runs)


def without_blobs_checked_out(origin, folder, program, met):
    """The checkout has fetched the blobs of one commit."""
    made = Clone(clone(origin, folder, "--filter=blob:none"), "origin/")
    _check_blobless(made, origin, folder, program, met)


def without_blobs_linked(origin, folder, program, met):
    """A linked work tree, whose configuration and objects are elsewhere."""
    main = clone(origin, folder, "--filter=blob:none", "--no-checkout")
    git(main, "worktree", "add", "--quiet", "--detach", "--no-checkout", folder / "linked")
    made = Clone(folder / "linked", "origin/", origin.head)
    _check_blobless(made, origin, folder, program, met)


def without_blobs_sparse(origin, folder, program, met):
    """Part of one commit is checked out, and an extension that libgit2 does not know is set."""
    path = clone(origin, folder, "--filter=blob:none", "--sparse")
    git(path, "sparse-checkout", "set", "content/en")
    ensure(git(path, "config", "extensions.worktreeConfig") == b"true\n", "no extension is set")
    _check_blobless(Clone(path, "origin/"), origin, folder, program, met)


def without_blobs_of_older_git(origin, folder, program, met):
    """Marked by an extension, as git did it at first."""
    path = bare_clone(origin, folder, "--filter=blob:none")
    git(path, "config", "core.repositoryFormatVersion", "1")
    git(path, "config", "extensions.partialClone", "origin")
    git(path, "config", "--unset", "remote.origin.promisor")
    _check_blobless(Clone(path), origin, folder, program, met)


def without_remote(origin, folder, program, met):
    """A fetch that fails is an error, and no report is given."""
    made = Clone(bare_clone(origin, folder, "--filter=blob:none"))
    git(made.path, "remote", "set-url", "origin", f"file://{folder}/gone.git")
    place = made, GitLog(folder / "log")
    for run in origin.runs:
        lacked = _check_without_fetching(place, run, origin, program)
        outcome, calls = _ask(place, run, program, ["--fetch-missing"])
        is_error = "l10n-drift: error: " in outcome.stderr and not outcome.stdout
        if lacked and (outcome.status != 2 or not is_error or not calls):
            outcome.fail(f"exit status {outcome.status}, {calls}: {outcome.stderr!r}")
        met["refused"] += lacked > 0


def _check_treeless(path, prefix, origin, program, met):
    """An error, and the command that it gives mends the clone."""
    made = Clone(path, prefix)
    lacked = missing_objects(path)
    ensure(lacked, "it lacks nothing")
    run = origin.runs[0]
    for options in ([], ["--fetch-missing"]):
        outcome = program.run(path, run.named(made.named), *options)
        match = LACKS_TREE.search(outcome.stderr)
        if outcome.status != 2 or outcome.stdout or not match:
            outcome.fail(f"exit status {outcome.status}, not the error: {outcome.stderr!r}")
    ensure(missing_objects(path) == lacked, "objects were fetched though that was not asked for")
    # A fetch may leave git behind that packs anew, while the test goes on.
    git(path, "config", "gc.auto", "0")
    command = shlex.split(match[1])
    subprocess.run([*command, "--quiet"], cwd=path, env=clean_environment(), check=True)
    for run in origin.runs:
        outcome = program.run(path, run.named(made.named), "--untranslated")
        _expect_report(outcome, run, origin, made)
    met["mended"] += 1


def without_trees(origin, folder, program, met):
    path = clone(origin, folder, "--filter=tree:0", "--no-checkout")
    _check_treeless(path, "origin/", origin, program, met)


def without_trees_bare(origin, folder, program, met):
    """Bare: no refspec says what to fetch."""
    _check_treeless(bare_clone(origin, folder, "--filter=tree:0"), "", origin, program, met)


CHECKS = (
    *(without_blobs, without_blobs_looked_into, without_blobs_checked_out),
    *(without_blobs_linked, without_blobs_sparse, without_blobs_of_older_git),
    *(without_remote, without_trees, without_trees_bare),
)
