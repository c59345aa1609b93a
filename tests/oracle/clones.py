"""Every kind of clone that the program simply has to work in, made by git over `file://`.

Each function makes one from an `Origin`, in a folder of its own, and makes sure that it is what its
name says.
"""

import pathlib
from typing import NamedTuple, Optional

from history import git
from program import Failure


class Clone(NamedTuple):
    path: pathlib.Path
    prefix: str = ""  # What stands before the names of the origin's branches.
    head: Optional[str] = None  # The branch whose commit is checked out, without its name.

    def named(self, name):
        return "HEAD" if name == self.head else self.prefix + name


def ensure(condition, what):
    if not condition:
        raise Failure(f"the clone is not what it should be: {what}")


def counts(repo):
    """What `git count-objects -v` tells; of several alternates the last."""
    rows = git(repo, "count-objects", "-v").decode().splitlines()
    return dict(row.split(": ", 1) for row in rows)


def clone(origin, folder, *options):
    """A clone with a work tree."""
    path = folder / "clone"
    git(folder, "clone", "--quiet", *options, origin.url, path)
    return path


def bare_clone(origin, folder, *options):
    path = folder / "clone.git"
    git(folder, "clone", "--quiet", "--bare", *options, origin.url, path)
    return path


# Places and work trees.


def work_tree(origin, folder):
    return Clone(clone(origin, folder), "origin/")


def bare(origin, folder):
    path = bare_clone(origin, folder)
    ensure((path / "HEAD").is_file(), "no bare repository")
    return Clone(path)


def mirror(origin, folder):
    path = bare_clone(origin, folder, "--mirror")
    ensure(git(path, "config", "remote.origin.mirror") == b"true\n", "no mirror")
    return Clone(path)


def linked_work_tree(origin, folder):
    linked = folder / "linked"
    git(clone(origin, folder), "worktree", "add", "--quiet", "--detach", linked)
    ensure((linked / ".git").is_file(), "no linked work tree")
    return Clone(linked, "origin/", origin.head)


def separate_git_dir(origin, folder):
    path = clone(origin, folder, f"--separate-git-dir={folder / 'elsewhere'}")
    ensure((path / ".git").is_file(), "its repository is inside")
    return Clone(path, "origin/")


def submodule(origin, folder):
    """The work tree of a submodule: its repository is inside that of the outer one."""
    outer = folder / "outer"
    git(folder, "init", "--quiet", outer)
    allow = ("-c", "protocol.file.allow=always")
    git(outer, *allow, "submodule", "--quiet", "add", origin.url, "inner")
    ensure((outer / ".git/modules/inner/HEAD").is_file(), "no submodule")
    return Clone(outer / "inner", "origin/")


def sparse_checkout(origin, folder, *options):
    path = clone(origin, folder, "--no-checkout")
    git(path, "sparse-checkout", "set", *options, "content/en/docs")
    git(path, "checkout", "--quiet", origin.head)
    states = git(path, "ls-files", "-t").splitlines()
    ensure(any(row.startswith(b"S ") for row in states), "all of it is checked out")
    return Clone(path, "origin/")


def sparse_index(origin, folder):
    """The index has a folder in place of files, which libgit2 does not read."""
    made = sparse_checkout(origin, folder, "--sparse-index")
    ensure(b"sdir" in (made.path / ".git/index").read_bytes(), "the index has every file")
    return made


def split_index(origin, folder):
    """The index refers to another file, which libgit2 does not read either."""
    path = clone(origin, folder)
    git(path, "update-index", "--split-index")
    ensure(list((path / ".git").glob("sharedindex.*")), "the index is in one file")
    return Clone(path, "origin/")


def detached_head(origin, folder):
    """As the action actions/checkout leaves it."""
    path = folder / "clone"
    git(folder, "init", "--quiet", path)
    git(path, "remote", "add", "origin", origin.url)
    refs = "+refs/heads/*:refs/remotes/origin/*"
    git(path, "fetch", "--quiet", "--no-tags", "--prune", "origin", refs)
    git(path, "checkout", "--quiet", "--force", "--detach", f"refs/remotes/origin/{origin.head}")
    ensure(git(path, "branch", "--format=%(refname)").startswith(b"(HEAD detached"), "on a branch")
    return Clone(path, "origin/", origin.head)


def harmless_extensions(origin, folder):
    """Format 1 with extensions that change nothing for a reader, as in `git clone --sparse`."""
    path = clone(origin, folder)
    git(path, "config", "core.repositoryFormatVersion", "1")
    for name in ("noop", "preciousObjects", "worktreeConfig"):
        git(path, "config", f"extensions.{name}", "true")
    return Clone(path, "origin/")


# Objects that lie elsewhere.


def _borrows(path):
    own = counts(path)
    ensure((path / "objects/info/alternates").is_file(), "no alternates")
    ensure(own["count"] == own["in-pack"] == "0", "it has objects of its own")
    return path


def shared(origin, folder):
    path = folder / "clone.git"
    git(folder, "clone", "--quiet", "--bare", "--shared", origin.repo, path)
    return Clone(_borrows(path))


def reference(origin, folder):
    """Alternates that have alternates."""
    between = shared(origin, folder).path
    path = folder / "second.git"
    git(folder, "clone", "--quiet", "--bare", "--reference", between, origin.url, path)
    return Clone(_borrows(path))


# Ways to store refs and objects.


def packed_refs(origin, folder):
    path = bare_clone(origin, folder)
    git(path, "pack-refs", "--all")
    ensure(not any(p.is_file() for p in (path / "refs").rglob("*")), "it has loose refs")
    return Clone(path)


def loose_objects(origin, folder):
    """Neither packs nor packed refs: every object and every ref is a file."""
    path = folder / "clone.git"
    git(folder, "init", "--quiet", "--bare", path)
    unpack = ("-c", "fetch.unpackLimit=1000000")
    git(path, *unpack, "fetch", "--quiet", origin.url, "refs/heads/*:refs/heads/*")
    ensure(counts(path)["packs"] == "0" != counts(path)["count"], "it has packs")
    ensure(not (path / "packed-refs").exists(), "it has packed refs")
    return Clone(path)


def _steps(repo):
    """Some commits, the older ones first."""
    commits = git(repo, "rev-list", "--all", "--topo-order", "--reverse").decode().split()
    return commits[len(commits) // 4 :: len(commits) // 4]


def several_packs(origin, folder):
    path = folder / "clone.git"
    git(folder, "init", "--quiet", "--bare", path)
    fetch = ("-c", "fetch.unpackLimit=1", "fetch", "--quiet", "--no-auto-maintenance", origin.url)
    for number, commit in enumerate(_steps(origin.repo)):
        git(path, *fetch, f"{commit}:refs/steps/{number}")
    git(path, *fetch, "refs/heads/*:refs/heads/*")
    ensure(int(counts(path)["packs"]) > 1, "it has a single pack")
    ensure(counts(path)["count"] == "0", "it has loose objects")
    return Clone(path)


def multi_pack_index(origin, folder):
    path = several_packs(origin, folder).path
    git(path, "multi-pack-index", "write")
    ensure((path / "objects/pack/multi-pack-index").is_file(), "no multi-pack-index")
    return Clone(path)


def commit_graph(origin, folder):
    path = bare_clone(origin, folder)
    git(path, "commit-graph", "write", "--reachable", "--changed-paths", "--no-progress")
    ensure((path / "objects/info/commit-graph").is_file(), "no commit-graph")
    return Clone(path)


def commit_graph_chain(origin, folder):
    path = bare_clone(origin, folder)
    write = ("commit-graph", "write", "--split=no-merge", "--no-progress")
    git(path, *write, "--stdin-commits", stdin=_steps(path)[0].encode())
    git(path, *write, "--reachable")
    chain = path / "objects/info/commit-graphs/commit-graph-chain"
    ensure(len(chain.read_text().split()) > 1, "no chain of commit-graphs")
    return Clone(path)


KINDS = (
    *(work_tree, bare, mirror, linked_work_tree, separate_git_dir, submodule, detached_head),
    *(sparse_checkout, sparse_index, split_index, harmless_extensions, shared, reference),
    *(packed_refs, loose_objects, several_packs, multi_pack_index),
    *(commit_graph, commit_graph_chain),
)
