#!/usr/bin/python3
"""Shows that docs_test.py finds what it is there to find, in a project of a few files."""

import contextlib
import io
import pathlib
import tempfile
import unittest

import docs_test

HELP = """Usage: l10n-drift [OPTIONS]

Options:
  -h, --help                   Print this help message and exit
  -C, --repo PATH              the repository, as `git -C` takes it
  --base REV                  newest sources, see --branch-of

Commands:
  check [TRANSLATION]...                      fail on drift
"""
CHECK_HELP = """Usage: l10n-drift check [OPTIONS]

Options:
  -h, --help                   Print this help message and exit
  --staged                    only what is staged
"""
PROGRAM = f"""#!/bin/sh
case "$*" in
--help) cat <<'END'
{HELP}END
;;
'check --help') cat <<'END'
{CHECK_HELP}END
;;
*) git rev-list --count HEAD ;;
esac
"""
MANUAL = """# Manual

`-h`, `--help`, `-C`, `--repo PATH`, `--base REV`, `--staged`; see [the map](design.md#files).
Elsewhere: `git diff --numstat`.

    indented

## A heading: with `code`
"""
MAN = """.\\" A comment with --nothing
.TP
\\fB\\-C\\fR, \\fB\\-\\-repo\\fR \\fIPATH\\fR
.TP
\\-h, \\-\\-help
.TP
.B \\-\\-base
See git log \\-\\-graph.
.It Fl -staged
"""
DESIGN = """# Design

`lib/elsewhere.cc` is no entry here.

## Files

- `cmd/main.cc`: all of it
- `lib/a.{h,cc}`: the rest

## End
"""
README = """# Tool

[Manual](docs/manual.md#a-heading-with-code), [the web](https://tidewater.example/x.md)

```
$ l10n-drift --base main && cmake --preset dev
$ sudo apt-get install cmake g++ \\
    libc++-dev
```

<!-- output of: l10n-drift count -->
````
2
````
"""


class DocsTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.root = pathlib.Path(scratch.name)
        commit = "commit refs/heads/main\ncommitter A <a@b.example> {} +0000\ndata 1\nx\n"
        history = "".join(commit.format(n) for n in (1, 2))
        self.write("testdata/histories/demo.fi", history)
        self.write("docs/manual.md", MANUAL)
        self.write("docs/l10n-drift.1", MAN)
        self.write("docs/design.md", DESIGN)
        self.write("README.md", README)
        for path in ("cmd/main.cc", "lib/a.h", "lib/a.cc"):
            self.write(path, "")
        self.write(".ci/packages", "# Names\n\n[build]\ncmake\n# And\ng++\nlibc++-dev\n\n[tests]\nfile\n")
        self.write("program", PROGRAM)
        (self.root / "program").chmod(0o755)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def run_test(self):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            status = docs_test.main([str(self.root), str(self.root / "program")])
        return status, said.getvalue()

    def assert_finds(self, complaint):
        status, said = self.run_test()
        self.assertEqual(status, 1, said)
        self.assertIn(complaint, said)
        self.assertEqual(len(said.splitlines()), len(complaint.splitlines()), said)

    def test_is_content_where_all_is_in_step(self):
        self.assertEqual(self.run_test(), (0, "the documents are in step with the program\n"))

    def test_finds_an_option_that_the_manual_lacks(self):
        self.write("docs/manual.md", MANUAL.replace("`--base REV`, ", ""))
        self.assert_finds("docs/manual.md: says nothing of --base")

    def test_finds_a_subcommands_option_that_the_man_page_lacks(self):
        self.write("docs/l10n-drift.1", MAN.replace("Fl -staged", "nothing"))
        self.assert_finds("docs/l10n-drift.1: says nothing of --staged")

    def test_finds_a_short_option_that_the_man_page_lacks(self):
        self.write("docs/l10n-drift.1", MAN.replace("\\-h,", "h,"))
        self.assert_finds("docs/l10n-drift.1: says nothing of -h")

    def test_finds_an_option_that_the_program_lacks(self):
        self.write("docs/manual.md", MANUAL + "\nAnd `--colour WHEN`.\n")
        self.assert_finds("docs/manual.md: the program has no option --colour")

    def test_finds_an_unknown_option_in_an_example(self):
        self.write("README.md", README.replace("--base main", "--bass main"))
        self.assert_finds("README.md: the program has no option --bass")

    def test_finds_an_unknown_option_in_the_man_page(self):
        self.write("docs/l10n-drift.1", MAN + "\\-\\-colour\n")
        self.assert_finds("docs/l10n-drift.1: the program has no option --colour")

    def test_finds_a_package_that_the_readme_lacks(self):
        self.write(".ci/packages", "[build]\ncmake\ng++\nlibc++-dev\nmake\n")
        self.assert_finds("README.md: installs no make")

    def test_finds_a_package_that_nobody_needs(self):
        self.write("README.md", README.replace("cmake g++", "cmake g++ gdb"))
        self.assert_finds("README.md: installs gdb, which is not needed to build")

    def test_finds_a_readme_that_installs_nothing(self):
        self.write("README.md", README.replace("apt-get install", "apt install"))
        self.assert_finds("README.md: installs no packages")

    def test_finds_a_link_that_leads_nowhere(self):
        self.write("README.md", README + "\n[x](docs/nowhere.md)\n")
        self.assert_finds("README.md: the link docs/nowhere.md leads nowhere")

    def test_finds_an_anchor_without_a_heading(self):
        self.write("README.md", README + "\n[x](docs/manual.md#nothing)\n")
        self.assert_finds("README.md: the link docs/manual.md#nothing names no heading")

    def test_finds_a_file_that_the_map_lacks(self):
        self.write("lib/elsewhere.cc", "")
        self.assert_finds("docs/design.md: Files lacks lib/elsewhere.cc")

    def test_finds_an_entry_without_a_file(self):
        self.write("docs/design.md", DESIGN.replace("## End", "- `lib/b.cc`: gone\n\n## End"))
        self.assert_finds("docs/design.md: there is no lib/b.cc")

    def test_finds_an_entry_that_stands_twice(self):
        self.write("docs/design.md", DESIGN.replace("## End", "- `lib/a.h`: again\n\n## End"))
        self.assert_finds("docs/design.md: Files names lib/a.h 2 times")

    def test_finds_an_output_that_is_another(self):
        self.write("README.md", README.replace("\n2\n", "\n3\n"))
        self.assert_finds("README.md: 'l10n-drift count' exits with 0 and prints\n2")

    def quote(self, case, text):
        self.write("testdata/cases/some.case", "$ l10n-drift check\nexit 1\nstdout\n|one\n|\n|two\n")
        self.write("README.md", f"{README}\n<!-- output in: {case} -->\n```\n{text}\n```\n")

    def test_takes_an_output_that_a_case_has(self):
        self.quote("some", "one\n\ntwo")
        self.assertEqual(self.run_test()[0], 0)

    def test_finds_a_quoted_output_that_no_case_has(self):
        for case, text in (("some", "one\n\nthree"), ("some", "two"), ("some", "one"), ("other", "one")):
            with self.subTest(case=case, text=text):
                self.quote(case, text)
                self.assert_finds(f"README.md: testdata/cases/{case}.case has no such output: "
                                   f"{text.partition(chr(10))[0]}")

    def test_finds_a_readme_without_an_output(self):
        self.write("README.md", README.replace("output of", "what follows"))
        self.assert_finds("README.md: shows no output of the program")


if __name__ == "__main__":
    unittest.main()
