#!/usr/bin/python3
"""Takes the program from a release on loopback: take_release_test.py ROOT PROGRAM [TEST...]

As the action does, and as the hook for pre-commit does.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import release_case
from release_case import serve, serve_release, tarball
from site_case import HISTORIES, PROGRAM, ROOT

TAKE = ROOT / ".github/scripts/take_release.py"
HOOK = ROOT / ".github/scripts/pre_commit_hook.py"
NO_RELEASE = 3


class ReleaseCase(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.folder = self.scratch / "l10n-drift"
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.scratch), "LC_ALL": "C.UTF-8",
                            "GITHUB_ACTIONS": "true", "L10N_DRIFT_WAIT_SCALE": "0",
                            "GITHUB_OUTPUT": str(self.scratch / "output"),
                            "PYTHONDONTWRITEBYTECODE": "1"}

    def run_script(self, *command, **variables):
        return subprocess.run(command, env=self.environment | variables, capture_output=True,
                              text=True, timeout=120, check=False, cwd=self.scratch)


class TakeTest(ReleaseCase):
    def take(self, build="true"):
        """Returns status, whether it was taken as the step says, and what was printed."""
        output = self.scratch / "output"
        output.write_text("")
        done = self.run_script(TAKE, self.folder, BUILD=build)
        self.assertNotIn("Traceback", done.stderr)
        return done.returncode, output.read_text(), done.stdout

    def assert_taken(self, answer):
        self.assertEqual(answer[:2], (0, "taken=true\n"), answer[2])
        done = self.run_script(self.folder / "bin/l10n-drift", "--version")
        self.assertEqual(done.returncode, 0)

    def assert_not_taken(self, words, level="warning"):
        """It is to be built, and somebody is told why; without that, it is an error."""
        status, output, said = self.take()
        self.assertEqual((status, output), (0, "taken=false\n"), said)
        self.assertRegex(said, rf"^::{level}::l10n-drift: .*{words}.* built here")
        status, output, said = self.take("false")
        self.assertEqual((status, output), (NO_RELEASE, ""), said)
        self.assertRegex(said, rf"^::error::l10n-drift: .*{words}.*`build: true`")
        self.assertEqual(os.listdir(self.scratch), ["output"])

    def test_the_right_file(self):
        with serve_release(ROOT, PROGRAM) as served:
            for build in ("true", "false"):
                self.assert_taken(self.take(build))
            self.assertEqual(served.requests, [served.name], "it was there the second time")

    def test_a_file_that_is_not_what_the_repository_says(self):
        with serve_release(ROOT, PROGRAM) as served:
            served.content = tarball({"bin/l10n-drift": "#!/bin/sh\ntouch touched\n"})
            for build in ("true", "false"):
                status, output, said = self.take(build)
                self.assertEqual((status, output), (1, ""), said)
                self.assertRegex(said, "^::error::l10n-drift: .*the repository says.*not used")
                self.assertEqual(os.listdir(self.scratch), ["output"])

    def test_a_file_that_is_missing(self):
        with serve_release(ROOT, PROGRAM) as served:
            served.record["url"] += "-draft"
            served.write_record()
            self.assert_not_taken("404")
            self.assertEqual(len(served.requests), 2, "asked once by each")

    def test_a_server_out_of_reach(self):
        with serve_release(ROOT, PROGRAM) as served:
            served.record["url"] = "http://127.0.0.1:1/v0.1.0"
            served.write_record()
            self.assert_not_taken("refused")

    def test_a_server_with_trouble(self):
        with serve_release(ROOT, PROGRAM) as served:
            served.statuses = [503, 500]
            self.assert_taken(self.take())
        self.folder.rename(self.scratch / "first")
        with serve_release(ROOT, PROGRAM) as served:
            served.statuses = [503] * 3
            self.assertEqual(self.take()[1], "taken=false\n")

    def test_no_release_was_made(self):
        self.assert_not_taken("no release was made", "notice")

    def test_a_release_of_other_sources(self):
        with serve_release(ROOT, PROGRAM) as served:
            source = ROOT / "cmd/main.cc"
            before = source.read_text(encoding="utf-8")
            self.addCleanup(source.write_text, before, encoding="utf-8")
            source.write_text(before + "// A change.\n", encoding="utf-8")
            self.assert_not_taken("not those of release 0.1.0", "notice")
            source.write_text(before, encoding="utf-8")
            (ROOT / "docs").mkdir(exist_ok=True)
            (ROOT / "docs/more.md").write_text("Documents may change.\n", encoding="utf-8")
            self.assert_taken(self.take())
            self.assertEqual(len(served.requests), 1)

    def test_a_machine_that_it_was_not_made_for(self):
        with serve_release(ROOT, PROGRAM) as served:
            served.record["files"] = {"linux-mips64": {}}
            served.write_record()
            self.assert_not_taken(f"nothing for {release_case.MACHINE}", "notice")

    def test_a_program_that_does_not_run(self):
        for files, words in (({"bin/l10n-drift": "#!/bin/sh\necho no GLIBC_9 >&2\nexit 1\n"},
                              "no GLIBC_9"), ({"bin/other": ""}, "does not run here")):
            with self.subTest(words=words), serve(ROOT, tarball(files)):
                self.assert_not_taken(words)
        with serve(ROOT, b"no archive"):
            self.assert_not_taken("cannot unpack it")


class HookTest(ReleaseCase):
    """On the demo, with errors on a branch and none on main."""

    def setUp(self):
        super().setUp()
        del self.environment["GITHUB_ACTIONS"]
        self.environment |= {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
        with (HISTORIES / "demo.fi").open("rb") as history:
            for command in (["init", "-q", "-b", "main"], ["fast-import", "--quiet"]):
                subprocess.run(["git", *command], cwd=self.scratch, env=self.environment,
                               stdin=history, check=True)

    def hook(self, branch="dev-1.2-ko.2", **variables):
        return self.run_script(HOOK, "--base", "main", PRE_COMMIT_TO_REF=branch, **variables)

    def test_it_brings_the_program(self):
        with serve_release(ROOT, PROGRAM) as served:
            done = self.hook()
            self.assertEqual((done.returncode, done.stderr), (1, ""))
            self.assertIn("Checked 4 changed translations", done.stdout)
            self.assertEqual(self.hook("main").returncode, 0)
            self.assertEqual(len(served.requests), 1)
            self.assertTrue(list((self.scratch / ".cache/l10n-drift").glob("*/bin/l10n-drift")))

    def test_the_one_in_the_path_comes_first(self):
        (self.scratch / "l10n-drift").symlink_to(PROGRAM)
        done = self.hook(PATH=f"{self.scratch}:/usr/bin:/bin")
        self.assertEqual((done.returncode, done.stderr), (1, ""))

    def test_without_any_it_says_how_to_get_it(self):
        done = self.hook()
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("no release was made of these sources", done.stderr)
        self.assertIn("Install it as its README says", done.stderr)
        with serve_release(ROOT, PROGRAM) as served:
            served.content += b"?"
            done = self.hook()
            self.assertEqual((done.returncode, done.stdout), (2, ""))
            self.assertIn("it is not used", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
