#!/usr/bin/python3
"""Shows that run_case.py notices what it is there to notice, with a program of a few lines."""

import contextlib
import io
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import case_file
import run_case

RUNNER = pathlib.Path(__file__).with_name("run_case.py")
PASSED, FAILED, SKIPPED = 0, 1, 77

# Prints its arguments with printf's escapes, says "hm" on stderr and exits with $STATUS.
PROGRAM = '#!/bin/sh\nprintf "$@"\necho hm >&2\nexit "${STATUS:-0}"\n'

HISTORY = """commit refs/heads/main
committer A <a@tidewater.example> 1700000000 +0000
data <<END
Start
END
M 100644 inline page.md
data <<END
Hello
END
"""

GOOD = """# The program says hello.
history one.fi
setup git tag v1

$ STATUS=3 l10n-drift 'hello\\n'
exit 3
stdout
|hello
stderr
|hm
"""


class RunCase(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = pathlib.Path(scratch.name)
        for folder in ("cases", "histories"):
            (self.root / folder).mkdir()
        (self.root / "histories/one.fi").write_text(HISTORY)
        self.program = self.root / "program"
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)
        self.case = self.root / "cases/hello.case"

    def run_case(self, text, accept=False):
        self.case.write_text(text)
        environment = {key: value for key, value in os.environ.items()
                       if key != "L10N_DRIFT_ACCEPT"}
        environment |= {"L10N_DRIFT_ACCEPT": "1"} if accept else {}
        done = subprocess.run(
            [sys.executable, "-B", RUNNER, self.program, "0.1.0", self.case],
            env=environment, capture_output=True, text=True, check=False)
        self.output = done.stdout + done.stderr
        return done.returncode

    def test_passes_when_all_is_as_expected(self):
        self.assertEqual(self.run_case(GOOD), PASSED, self.output)

    def test_fails_for_another_stdout_and_prints_the_difference(self):
        self.assertEqual(self.run_case(GOOD.replace("|hello", "|goodbye")), FAILED)
        self.assertIn("-|goodbye\n+|hello", self.output)

    def test_fails_for_another_stderr(self):
        self.assertEqual(self.run_case(GOOD.replace("|hm", "|ah")), FAILED)
        self.assertIn("-|ah\n+|hm", self.output)

    def test_fails_for_an_unexpected_stderr(self):
        self.assertEqual(self.run_case(GOOD.replace("stderr\n|hm\n", "")), FAILED)

    def test_fails_for_another_status(self):
        self.assertEqual(self.run_case(GOOD.replace("exit 3", "exit 2")), FAILED)
        self.assertIn("-exit 2\n+exit 3", self.output)

    def test_fails_for_a_missing_final_newline(self):
        self.assertEqual(self.run_case(GOOD.replace("hello\\n", "hello")), FAILED)
        self.assertIn("+\\|hello\\", self.output)

    def test_fails_for_a_leftover(self):
        leave = GOOD.replace("'hello\\n'", "'hello\\n'; s=$?; touch ../left; exit $s")
        self.assertEqual(self.run_case(leave), FAILED)
        self.assertIn("changed without being asked to: ../left", self.output)

    def test_fails_for_a_change_inside_the_repository(self):
        change = GOOD.replace("'hello\\n'", "'hello\\n'; s=$?; git tag v2; exit $s")
        self.assertEqual(self.run_case(change), FAILED)
        self.assertIn(".git/refs/tags/v2", self.output)

    def test_a_leftover_is_not_accepted(self):
        leave = GOOD.replace("'hello\\n'", "'hello\\n'; touch left")
        self.assertEqual(self.run_case(leave, accept=True), FAILED)
        self.assertEqual(self.case.read_text(), leave)

    def test_compares_a_file_that_a_step_writes(self):
        text = "# A file.\n\n$ l10n-drift 'a\\n' >../out.md 2>&1\nfile ../out.md\n|a\n|hm\n"
        self.assertEqual(self.run_case(text), PASSED, self.output)
        self.assertEqual(self.run_case(text.replace("|a", "|b")), FAILED)
        self.assertEqual(self.run_case(text.replace("\n|a\n|hm", "").replace("file", "no file")),
                         FAILED)

    def test_no_file_passes_where_there_is_none(self):
        self.assertEqual(self.run_case(GOOD + "no file ../out.md\n"), PASSED)

    def test_runs_several_steps_and_judges_each(self):
        second = "\n$ l10n-drift x\nstdout\n\\|x\\\nstderr\n|hm\n"
        self.assertEqual(self.run_case(GOOD + second), PASSED)
        self.assertEqual(self.run_case(GOOD + second.replace("|x", "|y")), FAILED)

    def test_fails_when_setup_fails(self):
        self.assertEqual(self.run_case(GOOD.replace("git tag v1", "git tag v1 nowhere")), FAILED)
        self.assertIn("setup failed", self.output)

    def test_fails_for_a_line_that_it_cannot_understand(self):
        self.assertEqual(self.run_case(GOOD.replace("exit 3", "exits 3")), FAILED)
        self.assertIn("line 6: cannot understand 'exits 3'", self.output)

    def test_fails_for_a_case_without_a_step(self):
        self.assertEqual(self.run_case("# Nothing.\n"), FAILED)

    def test_substitutes_directory_and_version(self):
        text = ('# Words.\n\n$ l10n-drift "$DIR 0.1.0 10.1.0\\n" 2>&-\n'
                'stdout\n|$DIR $VERSION 10.1.0\n')
        self.assertEqual(self.run_case(text), PASSED)
        self.assertEqual(self.run_case(text.replace("|$DIR $VERSION 10.1.0\n", ""), accept=True),
                         SKIPPED)
        self.assertEqual(self.case.read_text(), text)

    def test_accepting_rewrites_and_counts_as_skipped(self):
        wrong = GOOD.replace("exit 3", "exit 2").replace("|hello", "|goodbye")
        rest = "\n# A comment in between.\n$ l10n-drift 'a\\r\\n \\377'\n"
        wrong += f"file nowhere\n|x\n{rest}"
        self.assertEqual(self.run_case(wrong, accept=True), SKIPPED)
        accepted = f"{GOOD}no file nowhere\n{rest}"
        accepted += "stdout\n\\|a\\r\n\\| \\xff\\\nstderr\n|hm\n"
        self.assertEqual(self.case.read_text(), accepted)
        self.assertEqual(self.run_case(accepted), PASSED)

    def test_accepting_a_right_case_changes_nothing_and_is_no_pass(self):
        self.assertEqual(self.run_case(GOOD, accept=True), SKIPPED)
        self.assertEqual(self.case.read_text(), GOOD)

    def test_without_root_a_case_that_needs_it_is_skipped_by_name(self):
        self.case.write_text(GOOD.replace("history", "needs root\nhistory"))
        said = io.StringIO()
        with mock.patch("os.geteuid", return_value=1000), contextlib.redirect_stdout(said):
            status = run_case.main([str(self.program), "0.1.0", str(self.case)])
        self.assertEqual(status, SKIPPED)
        self.assertEqual(said.getvalue(), "SKIPPED: hello: it needs root\n")


class Lines(unittest.TestCase):
    def test_every_output_survives_being_written_down(self):
        outputs = [b"\n", b"", b"a\n", b"a", b"a \n", b"a\\\n", b"a\\", b"\\x41\n", b"\r\n",
                    b"\t\n", b"\xff\n", b"\x00\n", "\u200b한국어\n".encode(), b"| \n", b"\\|\n",
                    b" "]
        for output in outputs:
            with self.subTest(output=output):
                line = case_file.encode_line(output)
                self.assertEqual(case_file.decode_line(line), output)
                self.assertEqual(line, line.strip())

    def test_plain_text_stands_as_it_is(self):
        self.assertEqual(case_file.encode_line('"a\\303"\n'.encode()), b'|"a\\303"')


if __name__ == "__main__":
    unittest.main()
