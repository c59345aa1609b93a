"""Formats that are refused, in words that say which one it is."""

from clones import bare_clone, clone, ensure
from history import git

FEATURES = ("refused",)


def _expect_sha256_refused(path, origin, program, met):
    program.run(path, origin.runs[0]).expect_error(
        f"l10n-drift: error: cannot open repository '{path}': it uses SHA-256 object ids, and only "
        "SHA-1 ones are supported"
    )
    met["refused"] += 1


def sha256(origin, folder, program, met):
    """Objects that are named by SHA-256: a repository, its clone, a linked work tree of that."""
    other = folder / "origin.git"
    git(folder, "init", "--quiet", "--bare", "--object-format=sha256", other)
    git(other, "symbolic-ref", "HEAD", f"refs/heads/{origin.head}")
    git(other, "fast-import", "--quiet", stdin=git(origin.repo, "fast-export", origin.head))
    path = folder / "clone"
    git(folder, "clone", "--quiet", f"file://{other}", path)
    name = git(path, "rev-parse", "HEAD").strip()
    ensure(len(name) == 64, "its objects are named by SHA-1")
    git(path, "worktree", "add", "--quiet", "--detach", folder / "linked", name.decode())
    for one in (other, path, folder / "linked"):
        _expect_sha256_refused(one, origin, program, met)


def reftable(origin, folder, program, met):
    """The extension alone, as not every git can make such refs."""
    linked = folder / "linked"
    places = (clone(origin, folder), bare_clone(origin, folder))
    git(places[0], "worktree", "add", "--quiet", "--detach", linked)
    for path in places:
        git(path, "config", "core.repositoryFormatVersion", "1")
        git(path, "config", "extensions.refStorage", "reftable")
    for path in (*places, linked):
        program.run(path, origin.runs[0]).expect_error(
            f"l10n-drift: error: cannot open repository '{path}': its refs are stored as "
            "'reftable', and only files are supported",
            "l10n-drift: hint: git refs migrate --ref-format=files",
        )
        met["refused"] += 1


CHECKS = (sha256, reftable)
