"""The demo as a site on GitHub, for the tests of what runs there."""

import atexit
import pathlib
import shutil
import subprocess
import sys
import tempfile

from stub_case import StubCase

# What the steps use. The key of the cache is made of most of it.
USED = (".ci/install", ".ci/packages", ".github", "CHANGELOG.md", "CMakeLists.txt",
        "CMakePresets.json", "action.yml", "cmd", "include", "lib", "testdata/histories")


def freeze(folder, root, program):
    """Copies of the project and of the program, which nobody edits or builds meanwhile."""
    for name in USED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy2
        copy(root / name, folder / name)
    return folder, pathlib.Path(shutil.copy2(program, folder / "program"))


FROZEN = tempfile.TemporaryDirectory()
atexit.register(FROZEN.cleanup)
ROOT, PROGRAM = freeze(pathlib.Path(FROZEN.name), *map(pathlib.Path, sys.argv[1:3]))
HISTORIES = ROOT / "testdata/histories"


class SiteCase(StubCase):
    """Each test has a repository `site` of its own."""

    def setUp(self):
        super().setUp()
        self.home = self.scratch / "home"
        self.home.mkdir()
        who = {"NAME": "Kim", "EMAIL": "kim@tidewater.example", "DATE": "2024-06-01T12:00:00 +0000"}
        self.environment |= {
            "HOME": str(self.home), "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
            "GITHUB_SERVER_URL": "https://github.com",
            **{f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER")
               for key, value in who.items()}}
        self.site = self.scratch / "site"
        self.import_site("demo.fi")

    def import_site(self, history):
        shutil.rmtree(self.site, ignore_errors=True)
        self.site.mkdir()
        self.git("init", "-q", "-b", "main")
        self.git("config", "uploadpack.allowFilter", "true")
        with (HISTORIES / history).open("rb") as stream:
            self.git("fast-import", "--quiet", stdin=stream)
        self.git("reset", "-q", "--hard")

    def git(self, *arguments, **options):
        return subprocess.run(["git", *arguments], cwd=self.site, env=self.environment, timeout=60,
                              capture_output=True, text=True, check=True, **options).stdout.strip()

    def assert_nothing_was_run(self):
        """Foreign text tries to touch a file of this name."""
        self.assertEqual(list(self.scratch.rglob("touched")), [])
