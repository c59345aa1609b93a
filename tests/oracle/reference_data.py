"""The reference data: a clone of the bundle, for as long as a test runs."""

import contextlib
import pathlib
import sys
import tempfile

from history import git

SKIPPED = 77  # The exit status that CTest shows as skipped.


@contextlib.contextmanager
def clone_of(bundle):
    """The path of a fresh bare clone; exits as skipped, saying so, where there is no bundle."""
    if not pathlib.Path(bundle).is_file():
        name = pathlib.Path(sys.argv[0]).name
        print(f"{name}: skipped, as there is no reference data at '{bundle}'")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory() as folder:
        clone = pathlib.Path(folder) / "reference.git"
        git(folder, "clone", "--quiet", "--bare", bundle, clone)
        yield clone


def add_path_filters(clone):
    """Makes `git log -- PATH` fast: the test asks for it more than a thousand times."""
    git(clone, "commit-graph", "write", "--reachable", "--changed-paths", "--no-progress")
