#!/usr/bin/python3
"""Runs every step of this project's own workflows: own_workflows_test.py ROOT PROGRAM [TEST...]

The project is a repository of its own here, with what the steps use of it. What takes minutes or needs
a network is played by stand-ins: the builds and the gate, apt-get, docker. GitHub is the stub, and gh
and git are real. Skipped, with status 77, where gh is not installed.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import unittest

import workflow_files
from release_case import tarball
from site_case import PROGRAM, ROOT, SiteCase
from stub_case import run_tests
from stub_github import REPOSITORY, Trouble
from workflow_files import OWN
from workflow_runner import Runner

CI, RELEASE = OWN
ALL_STEPS = workflow_files.names_of_steps(ROOT, own=True)
EXECUTED = set()
HEADING = "## 0.1.0 (2026-12-01)"
MACHINES = ("x86_64", "aarch64")

# Says how it was called, in place of what would take long.
STAND_IN = """#!/bin/sh
echo "${{0##*/}} $*" >>"{log}"
case $1 in login) cat >>"{log}" ;; esac
"""
# What makes the files of a release: the build alone is played.
RELEASE_STAND_IN = """#!/bin/sh
case $1 in
  make) echo "release $*" >>"{log}"; mkdir -p "$2"; cp "{files}/$MACHINE"/* "$2/" ;;
  *) exec "{root}/.github/scripts/release" "$@" ;;
esac
"""


class OwnCase(SiteCase):
    """The site is the project itself."""

    def setUp(self):
        super().setUp()
        self.log = self.scratch / "log"
        self.files = self.scratch / "files"
        shutil.rmtree(self.site)
        self.site.mkdir()
        for name in (".github", "CHANGELOG.md", "CMakeLists.txt", "CMakePresets.json", "cmd",
                     "include", "lib"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
            copy(ROOT / name, self.site / name)
        changes = (self.site / "CHANGELOG.md").read_text(encoding="utf-8")
        self.write("CHANGELOG.md", changes.replace("## 0.1.0 (unreleased)", HEADING, 1))
        self.stand_in(self.site / ".ci/run")
        self.stand_in(self.site / ".ci/install")
        programs = self.home / "bin"
        for name in ("apt-get", "cmake", "docker"):
            self.stand_in(programs / name)
        self.stand_in(self.site / ".github/scripts/release", RELEASE_STAND_IN)
        self.git("init", "-q", "-b", "main")
        self.commit("the project")
        self.environment |= {"PATH": f"{programs}:{os.environ['PATH']}",
                             "GITHUB_ACTOR": "kim", "GITHUB_REF_NAME": "release-0.1.0",
                             "MACHINE": "x86_64"}
        self.runner = Runner(ROOT, self.site, self.scratch, self.environment)
        self.runner.executed = EXECUTED

    def write(self, name, text):
        (self.site / name).write_text(text, encoding="utf-8")

    def stand_in(self, path, text=STAND_IN):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(log=self.log, files=self.files, root=ROOT))
        path.chmod(0o755)

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)

    def logged(self):
        return self.log.read_text().splitlines() if self.log.exists() else []

    def run_well(self, *arguments, **options):
        result = self.runner.run_job(*arguments, **options)
        self.assertTrue(result.succeeded, result.log)
        return result


class CiTest(OwnCase):
    def test_the_gate(self):
        self.run_well(CI, "gate", matrix={"system": "debian:trixie"})
        self.assertEqual(self.logged()[-1], "run ")

    def test_what_users_build(self):
        self.run_well(CI, "tests", matrix={"machine": "ubuntu-24.04-arm"})
        self.assertEqual(self.logged(), ["install all", "cmake --workflow --preset release"])


class ReleaseTest(OwnCase):
    def setUp(self):
        super().setUp()
        for number, machine in enumerate(MACHINES):
            folder = self.files / machine
            folder.mkdir(parents=True)
            (folder / f"l10n-drift-linux-{machine}.tar.gz").write_bytes(
                tarball({"bin/l10n-drift": f"#!/bin/sh\nexec {PROGRAM} # {machine}\n"}))
            (folder / f"l10n-drift-bookworm-{number}.deb").write_text("a package")

    def build(self):
        """Both builds. Returns the results."""
        results = []
        for number, machine in enumerate(MACHINES):
            self.runner.environment["MACHINE"] = machine
            matrix = {"machine": "ubuntu-latest", "system": "debian:bookworm",
                      "files": "tarball deb"}
            results.append(self.runner.run_job(RELEASE, "build", matrix=matrix,
                                               strategy={"job-index": number}))
        return results

    def publish(self, expect=True):
        for result in self.build():
            self.assertTrue(result.succeeded, result.log)
        result = self.runner.run_job(RELEASE, "publish")
        self.assertEqual(result.succeeded, expect, result.log)
        return result

    def test_a_release(self):
        self.publish()
        (release,) = self.github.releases
        assets = {one["name"]: one["content"] for one in release["assets"]}
        names = sorted([*(path.name for path in self.files.glob("*/*"))])
        self.assertEqual(sorted(assets), sorted([*names, "SHA256SUMS"]))
        self.assertEqual(sorted(self.runner.attested), names)
        for line in assets["SHA256SUMS"].decode().splitlines():
            found, name = line.split()
            self.assertEqual(hashlib.sha256(assets[name]).hexdigest(), found)
        self.assertEqual((release["tag_name"], release["name"], release["draft"]),
                         ("v0.1.0", "l10n-drift 0.1.0", False))
        self.assertTrue(release["body"].startswith("The first version.\n\n- `l10n-drift --base"))
        self.assertNotIn("\n## ", release["body"])
        self.assertIn("release make dist tarball deb", self.logged())

    def test_the_hashes_stand_at_the_tags(self):
        self.publish()
        self.assertEqual(self.git("rev-parse", "v0.1.0"), self.git("rev-parse", "v0"))
        self.assertEqual(self.git("rev-parse", "v0^"), self.git("rev-parse", "main"))
        self.assertEqual(self.git("diff", "--name-only", "main", "v0"), ".github/release.json")
        record = json.loads(self.git("show", "v0:.github/release.json"))
        self.assertEqual(record["url"],
                         f"https://github.com/{REPOSITORY}/releases/download/v0.1.0")
        for machine in MACHINES:
            path = next(self.files.glob(f"{machine}/*.tar.gz"))
            self.assertEqual(record["files"][f"linux-{machine}"], {
                "name": path.name, "sha256": hashlib.sha256(path.read_bytes()).hexdigest()})
        self.git("checkout", "-q", "v0")
        take = self.site / ".github/scripts/take_release.py"
        self.assertEqual(self.runner_free("python3", "-B", take, "sources"), record["sources"])

    def runner_free(self, *command):
        """What a command prints that is run outside of any job."""
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    def test_a_run_that_was_cut_off_can_be_repeated(self):
        self.github.troubles = [Trouble("POST", "releases$", 500, times=9)]
        self.publish(expect=False)
        first = self.git("rev-parse", "v0.1.0")
        self.assertEqual(self.git("tag"), "v0.1.0", "v0 follows what is published")
        self.github.troubles = []
        self.run_well(RELEASE, "publish")
        self.assertEqual(self.git("rev-parse", "v0.1.0", "v0"), f"{first}\n{first}")
        self.assertEqual(len(self.github.releases), 1)

    def test_a_version_is_released_once(self):
        self.publish()
        self.write("lib/more.cc", "// A change.\n")
        self.commit("a change")
        self.runner.artifacts.clear()
        result = self.publish(expect=False)
        self.assertIn("is 0.1.0 released already?", result.log)
        self.assertEqual(len(self.github.releases), 1)

    def test_the_next_release_moves_v0(self):
        self.publish()
        text = (self.site / "CMakeLists.txt").read_text(encoding="utf-8")
        self.write("CMakeLists.txt", text.replace("VERSION 0.1.0", "VERSION 0.2.0"))
        self.write("CHANGELOG.md", f"# Changes\n\n## 0.2.0 (2027-01-01)\n\n- More.\n\n{HEADING}\n")
        self.commit("release: 0.2.0")
        self.runner.artifacts.clear()
        self.runner.environment["GITHUB_REF_NAME"] = "release-0.2.0"
        self.publish()
        self.assertEqual(self.git("rev-parse", "v0.2.0"), self.git("rev-parse", "v0"))
        self.assertEqual(self.github.releases[1]["body"].strip(), "- More.")

    def test_what_is_not_in_place_is_noticed_before_the_build(self):
        for name, text, ref, words in (
                ("CHANGELOG.md", "# Changes\n\n## 0.1.0 (unreleased)\n\n- x\n", "release-0.1.0",
                 "no heading"),
                ("CHANGELOG.md", f"# Changes\n\n{HEADING}\n", "release-0.1.0", "says nothing"),
                ("CHANGELOG.md", f"# Changes\n\n{HEADING}\n\n- x\n", "release-0.1.1",
                 "starts no release of 0.1.0")):
            with self.subTest(words=words):
                self.write(name, text)
                self.commit("a change")
                self.runner.environment["GITHUB_REF_NAME"] = ref
                result = self.build()[0]
                self.assertFalse(result.succeeded)
                self.assertIn(words, result.log)
                self.assertFalse([line for line in self.logged() if line.startswith("release ")])
        self.assertEqual(self.runner.artifacts, {})

    def test_the_token_is_not_shown(self):
        result = self.publish()
        self.assertNotIn(self.environment["GH_TOKEN"], result.log)

    def test_the_image(self):
        for result in self.build():
            self.assertTrue(result.succeeded, result.log)
        self.runner.run_job(RELEASE, "image")
        text = "\n".join(self.logged())
        self.assertIn("docker login ghcr.io --username kim --password-stdin\n"
                      f"{self.environment['GH_TOKEN']}\n", text)
        self.assertIn("--platform linux/amd64,linux/arm64", text)
        self.assertIn(f"--tag ghcr.io/{REPOSITORY}:0.1.0 --tag ghcr.io/{REPOSITORY}:0 --tag "
                      f"ghcr.io/{REPOSITORY}:latest --push", text)


class CoverageTest(unittest.TestCase):
    """Runs after the others."""

    def test_no_step_was_left_out(self):
        self.assertEqual(ALL_STEPS - EXECUTED, set())


def load_tests(loader, _tests, _pattern):
    return unittest.TestSuite(loader.loadTestsFromTestCase(case)
                              for case in (CiTest, ReleaseTest, CoverageTest))


if __name__ == "__main__":
    run_tests("our own workflows", sys.argv[3:])
