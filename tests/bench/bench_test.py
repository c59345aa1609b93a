#!/usr/bin/python3
"""Shows that the benchmark measures what it says: bench_test.py [DOCUMENT]

The generator is deterministic and its histories have the shape that was asked for; what the program
says of its phases is understood; mutations of pages do what their names say, always alike; the
figures of detection leave out what is proved right, and nothing else; a line above its limit does
not hold; and the table of the document has the benchmark's rows, and verdicts that follow from its
numbers. No clock decides anything here.
"""

import collections
import pathlib
import random
import re
import sys
import tempfile
import unittest

from bank import Bank
from complaints import judgement, sample_verdicts
from detection import evaluation_rows, unjudged
from far_touches import touch
from measure import Comparison, Failed, Run, parse_stats, run
from moving_site import TEAMS, MovingShape
from mutations import MUTATIONS
from pages import Page, split_blocks
from precision import Entry, is_right
from repositories import MOVING_SITE, SYNTHESIZE, git, import_synthetic
from rows import ROWS
from synthesize import LANGUAGES, Shape
from table import Line, parse_result_table, phase_table, result_table

SHAPE = Shape(800, languages=3, pages=60, translated=40)
MOVING = MovingShape(1200, languages=6, sources=240, renames=60, splits=6, deletions=12)
MERGES_CHECKED = 5
STATS = """l10n-drift: warning: something else, 3 commits
l10n-drift: stats: walk 0.300 s, 13,021 commits, 25110 trees, 0 blobs
l10n-drift: stats: render 0.100 s
l10n-drift: stats: total 0.400 s, 13021 commits, 25110 trees, 9 blobs
"""


def output(repository, *arguments):
    return git(repository, *arguments).decode().split()


class Synthesis(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.repository = cls.made("one.git", SHAPE)

    @classmethod
    def made(cls, name, shape):
        import_synthetic(cls.folder / name, SYNTHESIZE, shape)
        return cls.folder / name

    def test_same_shape_gives_same_commits(self):
        again = self.made("again.git", SHAPE)
        other = self.made("other.git", SHAPE._replace(seed=2))
        tip = output(self.repository, "rev-parse", "main")
        self.assertEqual(tip, output(again, "rev-parse", "main"))
        self.assertNotEqual(tip, output(other, "rev-parse", "main"))

    def test_counts_are_those_that_were_asked_for(self):
        self.assertEqual(output(self.repository, "rev-list", "--count", "main"), ["800"])
        self.assertEqual(output(self.repository, "for-each-ref", "--format=%(refname)"),
                         ["refs/heads/main"])
        self.assertEqual(len(output(self.repository, "ls-tree", "--name-only", "main")), 60)
        self.assertEqual(output(self.repository, "ls-tree", "--name-only", "main:content"),
                         sorted(["en", *LANGUAGES[:3]]))
        pages = output(self.repository, "ls-tree", "-r", "--name-only", "main", "content/ko")
        self.assertTrue(30 < len(pages) <= 40, len(pages))

    def test_commits_fall_where_they_should(self):
        subjects = git(self.repository, "log", "--no-merges", "--format=%s", "main").decode()
        folders = collections.Counter(
            re.search(r"(content/[^/]+|code-|file-)", line)[1] for line in subjects.splitlines())
        changes = folders.total()
        elsewhere = folders["code-"] + folders["file-"]
        self.assertAlmostEqual(elsewhere / changes, 0.5, delta=0.08)
        self.assertAlmostEqual(folders["content/en"] / changes, 0.25, delta=0.08)
        self.assertGreater(folders["content/ko"], 20)

    def test_first_page_is_as_old_as_the_root(self):
        root = output(self.repository, "rev-list", "--max-parents=0", "main")
        for language in LANGUAGES[:3]:
            page = f"content/{language}/_index.md"
            self.assertEqual(output(self.repository, "log", "--format=%H", "main", "--", page),
                             root)

    def test_merges_are_as_git_would_merge(self):
        check_merges(self, self.repository, SHAPE)


def check_merges(test, repository, shape):
    merges = output(repository, "rev-list", "--merges", "main")
    test.assertTrue(0.2 < len(merges) / shape.commits < 0.4, len(merges))
    for merge in merges[:MERGES_CHECKED]:
        parents = output(repository, "rev-parse", f"{merge}^1", f"{merge}^2")
        test.assertEqual(output(repository, "merge-tree", "--write-tree", *parents),
                         output(repository, "rev-parse", f"{merge}^{{tree}}"))


class MovingSynthesis(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        scratch = tempfile.TemporaryDirectory()
        cls.addClassCleanup(scratch.cleanup)
        cls.folder = pathlib.Path(scratch.name)
        cls.repository = cls.made("one.git", MOVING)

    @classmethod
    def made(cls, name, shape):
        import_synthetic(cls.folder / name, MOVING_SITE, shape)
        return cls.folder / name

    def files(self, folder):
        return output(self.repository, "ls-tree", "-r", "--name-only", "main", folder)

    def changed_sources(self, letter):
        """How many sources non-merges have added, renamed or deleted, as git sees it."""
        return len(output(self.repository, "log", "--no-merges", "-M", f"--diff-filter={letter}",
                          "--format=", "--name-only", "main", "--", "content/en"))

    def test_same_shape_gives_same_commits(self):
        again = self.made("again.git", MOVING)
        tip = output(self.repository, "rev-parse", "main")
        self.assertEqual(tip, output(again, "rev-parse", "main"))
        self.assertEqual(output(self.repository, "rev-list", "--count", "main"), ["1200"])

    def test_as_many_files_are_moved_and_deleted_as_were_asked_for(self):
        # What is rewritten or too short in the commit that moves it is deleted and added for git.
        renames = self.changed_sources("R")
        self.assertTrue(0.8 * MOVING.renames <= renames <= MOVING.renames, renames)
        gone = MOVING.renames - renames + MOVING.splits + MOVING.deletions
        self.assertAlmostEqual(self.changed_sources("D"), gone, delta=MOVING.splits)

    def test_pictures_and_stubs_are_parts_of_all_files(self):
        files = self.files("content")
        pictures = [path for path in files if path.endswith(".png")]
        stubs = [path for path in files if path.endswith("_index.md")]
        self.assertAlmostEqual(len(pictures) / len(files), 1 / 8, delta=0.05)
        self.assertAlmostEqual(len(stubs) / len(files), 1 / 10, delta=0.06)

    def test_languages_are_of_different_sizes_and_stop_at_different_times(self):
        teams = list(TEAMS)[:MOVING.languages]
        self.assertEqual(output(self.repository, "ls-tree", "--name-only", "main:content"),
                         sorted(["en", *teams]))
        sizes = {code: len(self.files(f"content/{code}")) for code in teams}
        self.assertGreater(sizes["zh-cn"], 1.4 * sizes["ko"])
        last = {code: int(output(self.repository, "log", "-1", "--format=%ct", "main", "--",
                                 f"content/{code}")[0]) for code in teams}
        self.assertLess(last["es"], last["ko"])

    def strays(self, language):
        """The part of its pages that have no source where they are."""
        sources, pages = ({path.removeprefix(f"content/{code}/")
                           for path in self.files(f"content/{code}")} for code in ("en", language))
        return len(pages - sources) / len(pages)

    def test_translations_are_left_where_their_sources_were(self):
        korean, given_up = self.strays("ko"), self.strays("es")
        self.assertTrue(0.05 < korean < given_up < 0.6, (korean, given_up))

    def test_first_page_is_as_old_as_the_root(self):
        root = output(self.repository, "rev-list", "--max-parents=0", "main")
        for language in ("en", "ko", "es"):
            page = f"content/{language}/_index.md"
            self.assertEqual(output(self.repository, "log", "--format=%H", "main", "--", page),
                             root)

    def test_merges_are_as_git_would_merge(self):
        check_merges(self, self.repository, MOVING)


class Measuring(unittest.TestCase):
    def test_stats_are_read_whatever_else_is_said(self):
        phases = parse_stats(STATS)
        self.assertEqual(list(phases), ["walk", "render", "total"])
        self.assertEqual(phases["walk"].seconds, 0.3)
        self.assertEqual(phases["walk"].counts, {"commits": 13021, "trees": 25110, "blobs": 0})
        self.assertEqual(phases["total"].objects(), 13021 + 25110 + 9)
        self.assertEqual(phases["render"].counts, {})
        self.assertEqual(parse_stats("l10n-drift: error: no such option\n"), {})

    def test_ratios_are_of_best_and_of_medians(self):
        def runs(*seconds):
            return [Run(one, one ** 2, 0, "") for one in seconds]
        comparison = Comparison(runs(2.0, 4.0, 30.0), runs(2.5, 1.0, 8.0))
        self.assertEqual(comparison.of_best(), 2.0)
        self.assertEqual(comparison.of_medians(), 4.0 / 2.5)
        self.assertEqual(comparison.of_cpu(), 4.0)

    def test_peak_grows_with_what_is_touched(self):
        small, large = (run([sys.executable, "-c", f"bytearray(b'x') * {megabytes << 20}"])
                        for megabytes in (1, 200))
        self.assertGreater(large.peak_bytes - small.peak_bytes, 150 << 20)

    def test_failing_command_is_no_measurement(self):
        with self.assertRaisesRegex(Failed, "exit status 3\nno$"):
            run([sys.executable, "-c", "import sys; sys.stderr.write('no'); sys.exit(3)"])


class Table(unittest.TestCase):
    LINES = [Line("a", "work", "git", 1.004, 1.2, 1.0), Line("b", "work", "git", 1.0, 1.1, 1.0),
             Line("c", "work", "", 401, 390, 400, " MB"), Line("d", "work", "", None, None, 2.2)]

    def test_only_what_is_measured_and_within_its_limit_holds(self):
        verdicts = [row["Holds"] for row in parse_result_table(result_table(self.LINES))]
        self.assertEqual(verdicts, ["no", "yes", "no", "not measured"])
        self.assertEqual([line.holds() for line in self.LINES], [False, True, False, False])

    def test_table_is_found_in_a_document(self):
        rows = parse_result_table(f"# Title\n\n{result_table(self.LINES)}\n| x |\n")
        self.assertEqual(len(rows), 4)
        self.assertEqual(rows[2], {"Row": "c", "Work": "work", "Against": "", "Best": "401 MB",
                                   "Median": "390 MB", "CPU": "", "At most": "400 MB",
                                   "Holds": "no"})

    def test_phases_are_parts_of_the_whole(self):
        table = phase_table({"a": parse_stats(STATS)})
        self.assertIn("| a | 75 % | 25 % | 38140 |\n", table)


PAGE = """---
title: A page
---

## One thing

Some text of two sentences. This is the *second* one, see [there](/docs/x) for `--flag 1`.

* An item of the list with words
* Another item of the list

```shell
# A comment
run --this *now*
```

A paragraph with {{< note >}} in it, which goes over two lines and has several long words,
and 12 of them.

| a | b |
| - | - |
| first cell | second cell |
"""


class Mutations(unittest.TestCase):
    @staticmethod
    def mutated(name, text=PAGE):
        """What one mutation makes of a page, which has another one to borrow from."""
        lender = Page("lender", "## Other\n\nThese are the words of another page.\n\n"
                      "```\nanother line\n```\n")
        page = Page("page", text)
        page.bank = Bank([page, lender])
        mutation = next(one for one in MUTATIONS if one.name == name)
        lines = mutation.change(page, random.Random(name))
        return lines and "\n".join(lines)

    def test_blocks_are_told_apart(self):
        kinds = [block.kind for block in split_blocks(PAGE.splitlines())]
        self.assertEqual(kinds, ["front matter", "heading", "paragraph", "item", "item", "code",
                                 "paragraph", "table"])

    def test_needed_mutations_change_the_page_and_always_alike(self):
        for mutation in MUTATIONS:
            if mutation.needed and mutation.name not in ("section lost", "row lost"):
                with self.subTest(mutation=mutation.name):
                    self.assertNotIn(self.mutated(mutation.name), (None, PAGE))
                    self.assertEqual(self.mutated(mutation.name), self.mutated(mutation.name))

    def test_cosmetic_mutations_leave_code_alone(self):
        code = PAGE[PAGE.index("```shell"):PAGE.rindex("```")]
        for mutation in MUTATIONS:
            if not mutation.needed and mutation.name != "crlf":
                with self.subTest(mutation=mutation.name):
                    made = self.mutated(mutation.name)
                    self.assertIn(code, made.replace("\r", ""))
        self.assertIn("the _second_ one", self.mutated("emphasis swapped"))
        self.assertIn("{{% note %}}", self.mutated("shortcodes swapped"))

    def test_what_does_not_apply_is_left_out(self):
        self.assertIsNone(self.mutated("row lost"))
        self.assertIsNone(self.mutated("code changed", "A page of one line.\n"))

    def test_touch_is_one_word_far_away(self):
        lines = [f"Paragraph with words and the number {n}." for n in range(12)]
        touched = touch("\n\n".join(lines), (0.0, 0.1), random.Random(1)).split("\n\n")
        changed = [n for n in range(12) if touched[n] != lines[n]]
        self.assertEqual(len(changed), 1)
        self.assertGreater(changed[0], 3)
        self.assertIsNone(touch("\n\n".join(lines[:2]), (0.0, 0.5), random.Random(1)))


JUDGED = """A title

| Page | Milestones | Source line | Translation line | What the translation lacks |
| --- | --- | --- | --- | --- |
| docs/a.md | m-1, m-2 | 3 | - | a `x \\| y` |
| docs/b.md | m-1 | - | 4-5 | b |

| Page | Milestones | Why it is wrong |
| --- | --- | --- |
| docs/c.md | m-1 | wording |
"""
SETTLED = """  still reported: m-2 content/ko/docs/a.md: partially_updated
  still reported: m-1 content/ko/docs/c.md: outdated
  still reported: m-2 content/ko/docs/c.md: outdated
settled: 9/12 = 0.750
"""


class Detection(unittest.TestCase):
    def test_complaints_are_read_by_milestone_and_page(self):
        judged = judgement(JUDGED)
        self.assertEqual(judged.right, {("m-1", "content/ko/docs/a.md"),
                                        ("m-2", "content/ko/docs/a.md"),
                                        ("m-1", "content/ko/docs/b.md")})
        self.assertEqual(judged.wrong, {("m-1", "content/ko/docs/c.md")})

    def test_only_what_is_reported_and_right_is_left_out(self):
        rows = evaluation_rows(SETTLED, "masked: 98/100 = 0.980\n", judgement(JUDGED))
        self.assertEqual([row.figure for row in rows],
                         ["9/12 = 0.750", "9/11 = 0.818", "98/100 = 0.980", "1"])
        self.assertEqual([row.holds for row in rows], [None, False, True, None])
        self.assertEqual(unjudged(SETTLED, judgement(JUDGED)), [("m-2", "content/ko/docs/c.md")])


class Precision(unittest.TestCase):
    DOCUMENT = "\n\n".join(["| a |\n|-|\n| b |"] * 2) + """

| Page | At | Change | Source line | Translation line | Verdict | Why |
|---|---|---|---|---|---|---|
| a.md | m1 | changed | 1-2 | 3 | right | another number |
| a.md | m1 | added | 5 | - | wrong | it is there |
| b.md | m2 | changed | 7 | 7 | wording | a comma |
"""

    def test_wording_alone_is_right_where_it_is_called_minor(self):
        verdicts = sample_verdicts(self.DOCUMENT)
        cases = [
            ("a.md", "m1", "changed", "substantive", "1-2", "3", True),
            ("a.md", "m1", "changed", "minor", "1-2", "3", True),
            ("a.md", "m1", "added", "substantive", "5", "-", False),
            ("a.md", "m1", "added", "minor", "5", "-", False),
            ("b.md", "m2", "changed", "minor", "7", "7", True),
            ("b.md", "m2", "changed", "substantive", "7", "7", False),
            ("b.md", "m2", "changed", "minor", "8", "8", False),  # Nobody has judged it.
            ("b.md", "m1", "changed", "minor", "7", "7", False),
        ]
        for *entry, expected in cases:
            self.assertEqual(is_right(Entry(*entry, "", "", 1), verdicts), expected, entry)


class Document(unittest.TestCase):
    path = None

    def test_table_has_every_row_and_says_what_its_numbers_say(self):
        rows = parse_result_table(self.path.read_text())
        self.assertEqual(list(dict.fromkeys(row["Row"] for row in rows)), list(ROWS))
        for row in rows:
            with self.subTest(row=row):
                self.assertEqual(row["Holds"], self.verdict(row["Best"], row["At most"]))

    @staticmethod
    def verdict(best, limit):
        if not best:
            return "not measured"
        return "yes" if float(best.split()[0]) <= float(limit.split()[0]) else "no"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        Document.path = pathlib.Path(sys.argv.pop())
    else:
        del Document
    unittest.main()
