"""The repositories that the benchmark measures on, made once and kept in a folder."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "oracle"))
from history import clean_environment, git  # pylint: disable=wrong-import-position

FOLDER = pathlib.Path(__file__).parent
SYNTHESIZE = FOLDER / "synthesize.py"
MOVING_SITE = FOLDER / "moving_site.py"  # It stands on the other.
# As a server packs what it sends to a clone, which does not get bitmaps.
PACK = ("-c", "repack.writeBitmaps=false", "repack", "-a", "-d", "-f", "-q")


class Repositories:
    """Each call gives the path of a bare repository, which is made if it is not there yet."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def reference(self, bundle):
        """A clone of the bundle, as git makes it."""
        stat = os.stat(bundle)
        return self.keep("reference", f"{stat.st_size} {stat.st_mtime_ns}",
                         lambda repository: git(self.folder, "clone", "--quiet", "--bare",
                                                os.path.abspath(bundle), repository.name))

    def synthetic(self, shape):
        """A history of this shape. Where the generator has changed since, it is made anew."""
        key = f"{SYNTHESIZE.read_text()}{shape}{PACK}"
        return self.keep(f"synthetic-{shape.commits}", key,
                         lambda repository: make_synthetic(repository, SYNTHESIZE, shape))

    def moving(self, shape):
        """The same of a site that is moved about."""
        key = f"{SYNTHESIZE.read_text()}{MOVING_SITE.read_text()}{shape}{PACK}"
        return self.keep(f"moving-{shape.commits}", key,
                         lambda repository: make_synthetic(repository, MOVING_SITE, shape))

    def with_commit_graph(self, original):
        """A second repository with the same packs and a commit-graph."""
        def make(repository):
            git(self.folder, "clone", "--quiet", "--bare", "--local", original.name,
                repository.name)
            git(repository, "commit-graph", "write", "--reachable", "--no-progress")
        return self.keep(f"graph-{original.stem}", "", make)

    def keep(self, name, key, make):
        """The repository of this name and key; `make` gets an unfinished path to make it at."""
        digest = hashlib.sha256(key.encode()).hexdigest()[:10]
        repository = self.folder / f"{name}-{digest}.git"
        if not repository.is_dir():
            print(f"making {repository.name}", file=sys.stderr)
            unfinished = repository.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            self.folder.mkdir(parents=True, exist_ok=True)
            make(unfinished)
            unfinished.rename(repository)
        return repository


def import_synthetic(repository, generator, shape):
    """Makes a bare repository at the path, out of what the generator writes. That is a process of
    its own: a child's peak memory counts that of its parent at the time of the fork."""
    git(".", "init", "--quiet", "--bare", "--initial-branch=main", repository)
    command = [sys.executable, "-B", generator, *shape.options()]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        subprocess.run(["git", "-C", repository, "fast-import", "--quiet"],
                       stdin=process.stdout, check=True, env=clean_environment())
        process.stdout.close()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def make_synthetic(repository, generator, shape):
    import_synthetic(repository, generator, shape)
    git(repository, *PACK)
    git(repository, "pack-refs", "--all")
