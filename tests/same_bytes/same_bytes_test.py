#!/usr/bin/python3
"""Shows that run.py notices what it is there to notice: same_bytes_test.py PROGRAM"""

import pathlib
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SAME, DIFFERENT, ERROR = 0, 1, 2

# Says what it was asked, and knows no language and no page.
STUB = """#!/bin/sh
case "$*" in
  *"--format json"*) echo '{"languages": [], "files": []}' ;;
  *) echo "asked: $*" ;;
esac
echo hm >&2
case "$*" in *"-o ../out/"*) echo file >../out/file ;; esac
exit 0
"""

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

CASE = """# It is asked for a file, too, and prepares the repository.
history demo.fi
setup l10n-drift setup >../asked

$ cat ../asked; l10n-drift check >../file
stdout
"""

# The real program, whose output has another byte somewhere. Its status is that of the program.
WRAPPER = """#!/bin/sh
{{ {program} "$@"; echo $? >&3; }} 3>"$0.status" | sed 's/outdated/outmoded/'
read -r status <"$0.status"
exit "$status"
"""


class SameBytes(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = pathlib.Path(scratch.name)
        for folder in ("cases", "histories"):
            (self.root / "testdata" / folder).mkdir(parents=True)
        (self.root / "testdata/histories/demo.fi").write_text(HISTORY)
        (self.root / "testdata/cases/one.case").write_text(CASE)

    def program(self, name, text):
        path = self.root / name
        path.write_text(text)
        path.chmod(0o755)
        return path

    def compare(self, old, new, *options):
        done = subprocess.run(
            [sys.executable, "-B", HERE / "run.py", old, new, "--testdata", self.root / "testdata",
             "--bundle", self.root / "nowhere.bundle", *options],
            capture_output=True, text=True, check=False)
        self.output = done.stderr + done.stdout
        return done.returncode

    def compare_stubs(self, change, *options):
        """The stub against one that `change`, a pair of texts, makes of it."""
        self.assertIn(change[0], STUB)
        return self.compare(self.program("old", STUB), self.program("new", STUB.replace(*change)),
                            *options)

    def test_the_same_program_gives_the_same_bytes(self):
        self.assertEqual(self.compare_stubs(("hm", "hm"), "--quick"), SAME, self.output)
        self.assertRegex(self.output, r"\n(\d{3,}) outputs, \1 equal\n$")
        self.assertIn("left out: there is no reference data at ", self.output)

    def test_one_byte_is_noticed_wherever_it_is(self):
        for part, what, change in (
                ("cases", "stdout", ("asked: ", "asked; ")),
                ("cases", "stderr", ("hm", "hn")),
                ("cases", "a status", ("exit 0", '[ "$1" != check ]')),
                ("histories", "a file", ("echo file", "echo filo")),
                ("histories", "a file's name", ("../out/file", "../out/filo"))):
            with self.subTest(part=part, what=what):
                self.assertEqual(self.compare_stubs(change, "--quick", "--only", part), DIFFERENT)
                self.assertRegex(self.output, r"DIFFERENT: (?s:.)* different\n$")

    def test_a_difference_is_printed_with_its_command(self):
        self.compare_stubs(("asked", "Asked"), "--quick", "--only", "cases")
        self.assertIn("DIFFERENT: one\n$ cat ../asked; l10n-drift check >../file\n", self.output)
        self.assertIn("-|asked: setup\n+|Asked: setup\n", self.output)

    def test_what_is_expected_to_differ_is_counted_apart(self):
        change = ("asked: ", "asked, 3 left out: ")
        options = ("--quick", "--only", "cases")
        self.assertEqual(self.compare_stubs(change, *options), DIFFERENT)
        self.assertEqual(self.compare_stubs(change, *options, "--expect", ", \\d+ left out"), SAME)
        self.assertIn("1 outputs, 0 equal, 1 equal but for what is expected to differ\n",
                      self.output)
        self.assertEqual(self.compare_stubs(change, *options, "--expect", ", \\d+ left"), DIFFERENT)

    def test_a_setup_that_fails_is_no_success(self):
        (self.root / "testdata/cases/one.case").write_text(CASE.replace("setup l", "setup false l"))
        self.assertEqual(self.compare_stubs(("hm", "hm"), "--only", "cases"), DIFFERENT)
        self.assertIn("setup failed with status 1", self.output)

    def test_a_program_that_is_not_there_is_an_error(self):
        self.assertEqual(self.compare(self.program("old", STUB), self.root / "nowhere"), ERROR)
        self.assertIn("there is no program at ", self.output)

    def test_a_word_of_the_real_program_is_noticed(self):
        demo = (ROOT / "testdata/histories/demo.fi").read_text()
        (self.root / "testdata/histories/demo.fi").write_text(demo)
        (self.root / "testdata/cases/one.case").write_text(
            "# Real.\nhistory demo.fi\n\n$ l10n-drift\n\n$ l10n-drift languages\n")
        program = pathlib.Path(PROGRAM).resolve()
        new = self.program("new", WRAPPER.format(program=program))
        options = ("--quick", "--only", "cases")
        self.assertEqual(self.compare(program, program, *options), SAME, self.output)
        self.assertIn("2 outputs, 2 equal\n", self.output)
        self.assertEqual(self.compare(program, new, *options), DIFFERENT)
        self.assertIn("2 outputs, 1 equal, 1 different\n", self.output)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
