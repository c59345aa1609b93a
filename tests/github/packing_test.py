#!/usr/bin/python3
"""Packs what a build tree has built, and uses it elsewhere: packing_test.py ROOT PROGRAM BUILD [TEST...]

The tarball and the package are made as a release makes them, but that libgit2 is Debian's own, as
another one takes minutes to build. Skipped, with status 77, where there is no dpkg-shlibdeps, which
makes the exact dependencies of a package.
"""

import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import unittest

ROOT, PROGRAM, BUILD = (pathlib.Path(name).absolute() for name in sys.argv[1:4])
SKIPPED = 77
ODD = "Überall ein \"Blank\"; 서울$HOME"
# What every Linux machine with this C library has.
OF_THE_MACHINE = re.compile(r"(ld-linux.*|linux-vdso|lib(c|m|mvec|dl|rt|pthread|resolv))\.so\.\d+")
FOLDER = tempfile.TemporaryDirectory()
RELEASE = pathlib.Path(FOLDER.name) / "release"


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False,
                          **options)
    if done.returncode != 0:
        raise AssertionError(f"{command}: {done.stdout}{done.stderr}")
    return done.stdout


def pack(folder, *kinds):
    environment = {"PATH": os.environ["PATH"], "HOME": FOLDER.name, "LC_ALL": "C.UTF-8",
                   "SOURCE_DATE_EPOCH": "1700000000"}
    run(ROOT / ".github/scripts/release", "pack", BUILD, folder, *kinds, env=environment)


def setUpModule():  # pylint: disable=invalid-name
    pack(RELEASE)


class Case(unittest.TestCase):
    def setUp(self):
        self.scratch = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        (self.tarball,) = RELEASE.glob("*.tar.gz")

    def demo(self, program):
        """What a program reports on the demo, without anything of this machine's settings."""
        site = self.scratch / "site"
        if not site.exists():
            environment = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": "/dev/null",
                           "GIT_CONFIG_NOSYSTEM": "1"}
            run("git", "init", "-q", "-b", "main", site, env=environment)
            with (ROOT / "testdata/histories/demo.fi").open("rb") as history:
                run("git", "-C", site, "fast-import", "--quiet", env=environment, stdin=history)
        return run(program, "-C", site, "--base", "main", "--branch", "dev-1.2-ko.2",
                   env={"HOME": "/nonexistent"})

    def libraries(self, program):
        """The libraries that are loaded: name -> file."""
        return dict(re.findall(r"^\t(\S+) => (.+) \(0x", run("ldd", program), re.M))


class TarballTest(Case):
    def unpack(self):
        folder = self.scratch / ODD
        folder.mkdir()
        run("tar", "-xzf", self.tarball, "--strip-components", "1", "-C", folder)
        return folder

    def test_it_runs_wherever_it_is_unpacked(self):
        folder = self.unpack()
        self.assertEqual(self.demo(folder / "bin/l10n-drift"), self.demo(PROGRAM))
        moved = folder.rename(self.scratch / "moved")
        self.assertEqual(self.demo(moved / "bin/l10n-drift"), self.demo(PROGRAM))

    def test_it_needs_the_c_library_alone(self):
        folder = self.unpack()
        found = self.libraries(folder / "bin/l10n-drift")
        foreign = [name for name, path in found.items() if str(folder) not in path]
        self.assertEqual([name for name in foreign if not OF_THE_MACHINE.fullmatch(name)], [])
        own = {path.name for path in (folder / "lib/l10n-drift").iterdir()}
        self.assertEqual(own, set(found) - set(foreign))
        self.assertTrue([name for name in own if name.startswith("libgit2.so.")])
        self.assertIn("libstdc++.so.6", own)

    def test_it_brings_manual_and_completions_and_nothing_odd(self):
        with tarfile.open(self.tarball) as archive:
            members = archive.getmembers()
        (top,) = {member.name.partition("/")[0] for member in members}
        self.assertRegex(top, r"^l10n-drift-\d+\.\d+\.\d+$")
        names = {member.name.partition("/")[2] for member in members}
        self.assertLessEqual({"share/man/man1/l10n-drift.1",
                              "share/bash-completion/completions/l10n-drift",
                              "share/zsh/site-functions/_l10n-drift",
                              "share/fish/vendor_completions.d/l10n-drift.fish",
                              "share/doc/l10n-drift/LICENSE"}, names)
        for member in members:
            self.assertTrue(member.isfile(), f"{member.name}: a folder would change one there")
            self.assertEqual((member.uid, member.gid, member.mode & 0o7022), (0, 0, 0))

    def test_the_same_build_gives_the_same_bytes(self):
        pack(self.scratch / "again", "tarball")
        again = self.scratch / "again" / self.tarball.name
        self.assertEqual(again.read_bytes(), self.tarball.read_bytes())

    def test_all_that_is_in_it_is_listed(self):
        folder = self.unpack()
        (path,) = RELEASE.glob("*.cdx.json")
        bill = json.loads(path.read_text(encoding="utf-8"))
        self.assertEqual((bill["bomFormat"], bill["specVersion"]), ("CycloneDX", "1.5"))
        listed = {}
        for package in bill["components"]:
            self.assertRegex(package["purl"], r"^pkg:deb/\w+/[\w.%~-]+@[\w.%~-]+\?arch=")
            self.assertTrue((folder / "share/doc/l10n-drift/copyright" / package["name"]).exists())
            listed |= {file["name"]: file["hashes"][0]["content"]
                       for file in package.get("components", [])}
        found = {f"lib/l10n-drift/{library.name}": hashlib.sha256(library.read_bytes()).hexdigest()
                 for library in (folder / "lib/l10n-drift").iterdir()}
        self.assertEqual(listed, found)
        names = {package["name"] for package in bill["components"]}
        self.assertLessEqual({"libcli11-dev", "libtomlplusplus-dev", "nlohmann-json3-dev"}, names)


class PackageTest(Case):
    def setUp(self):
        super().setUp()
        (self.package,) = RELEASE.glob("*.deb")

    def test_it_names_exactly_what_it_needs(self):
        depends = run("dpkg-deb", "--field", self.package, "Depends")
        for name in ("libc6", "libstdc++6", "libgit2-", "libfmt", "libcmark-gfm"):
            self.assertRegex(depends, rf"(^|, ){re.escape(name)}[\w.:+-]* \(>= ")
        self.assertEqual(run("dpkg-deb", "--field", self.package, "Recommends").strip(), "git")
        version = run("dpkg-deb", "--field", self.package, "Version").strip()
        self.assertRegex(version, r"^\d+\.\d+\.\d+\+[a-z]+[\d.]*$")

    def test_what_is_in_it_runs(self):
        run("dpkg-deb", "--extract", self.package, self.scratch / "root")
        usr = self.scratch / "root/usr"
        self.assertEqual(self.demo(usr / "bin/l10n-drift"), self.demo(PROGRAM))
        self.assertFalse((usr / "lib").exists(), "the libraries are those of the system")
        self.assertTrue((usr / "share/man/man1/l10n-drift.1").exists())


class SumsTest(Case):
    def test_they_are_those_of_the_files(self):
        shutil.copytree(RELEASE, self.scratch / "files")
        for _ in range(2):
            run(ROOT / ".github/scripts/release", "sums", self.scratch / "files")
        listed = (self.scratch / "files/SHA256SUMS").read_text().splitlines()
        self.assertEqual([line.split()[1] for line in listed],
                         sorted(path.name for path in RELEASE.iterdir()))
        run("sha256sum", "-c", "SHA256SUMS", cwd=self.scratch / "files")


if __name__ == "__main__":
    if not shutil.which("dpkg-shlibdeps") or not shutil.which("file"):
        print("SKIPPED: packing: there is no dpkg-shlibdeps, of dpkg-dev, or no file")
        sys.exit(SKIPPED)
    unittest.main(argv=[sys.argv[0], *sys.argv[4:]])
