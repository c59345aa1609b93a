"""What the tests against the stub of GitHub (stub_api.py) have in common."""

import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

import stub_api

SKIPPED = 77
ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").absolute()
SCRIPTS = ROOT / ".github/scripts"


class StubCase(unittest.TestCase):
    """Each test has a scratch folder and a GitHub of its own."""

    def setUp(self):
        self.scratch = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.stub = self.enterContext(stub_api.Stub())
        self.github = self.stub.github
        self.environment = self.stub.environment(self.scratch)
        self.said = ""

    def run_script(self, name, *arguments, expect=0):
        """Runs one of our scripts, which ends with this status, or with any if it is None. Returns
        what it wrote to GitHub; what it said is in `said`."""
        before = len(self.github.writes())
        done = subprocess.run(["/usr/bin/python3", SCRIPTS / name, *arguments],
                              env=self.environment, cwd=self.scratch, capture_output=True,
                              text=True, timeout=120, check=False)
        self.said = done.stdout + done.stderr
        self.assertNotIn("Traceback", self.said)
        if expect is not None:
            self.assertEqual(done.returncode, expect, self.said)
        return self.github.writes()[before:]


def run_tests(what, names=None):
    """Runs the tests of the script, or those named, and skips them, out loud, without gh."""
    if not shutil.which("gh"):
        print(f"SKIPPED: {what}: there is no gh to drive it through")
        sys.exit(SKIPPED)
    unittest.main(argv=[sys.argv[0], *(sys.argv[2:] if names is None else names)])
