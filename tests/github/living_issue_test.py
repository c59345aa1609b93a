#!/usr/bin/python3
"""Keeps issues up to date through the real `gh` client: living_issue_test.py ROOT [TEST...]

From their first day to their last, in one language and in several. GitHub is a stub on loopback
(stub_api.py) that counts what is written. Skipped, with status 77, where gh is not installed.
"""

import doctest
import re
import sys
import unittest

from publisher_case import ISSUES, LABEL, PublisherCase, report
from stub_case import SCRIPTS, run_tests
from stub_github import Trouble

sys.path.insert(0, str(SCRIPTS))
import issue_text  # pylint: disable=wrong-import-position,import-error


class LivingIssueTest(PublisherCase):
    def test_creates_an_issue_with_our_label(self):
        writes = self.cycle(report("- [ ] M1. `a`"))
        self.assertEqual(writes, ["POST repos/tidewater/site/labels", f"POST {ISSUES}"])
        issue = self.only_issue()
        self.assertEqual(issue["title"], "[ko] Outdated files in the dev-1.2-ko.1 branch")
        self.assertEqual(issue["body"], report("- [ ] M1. `a`")[0])
        self.assertEqual(issue["labels"], [{"name": LABEL}])
        self.assertEqual(self.github.labels, [LABEL])

    def test_creates_nothing_if_nothing_is_outdated(self):
        self.assertEqual(self.cycle(report("Nothing is outdated."), 0), [])
        self.assertEqual(self.github.issues, [])

    def test_a_label_that_is_there_is_no_error(self):
        self.github.labels.append(LABEL)
        self.cycle(report("a"))
        self.only_issue()

    def test_writes_nothing_if_nothing_changed(self):
        self.cycle(report("a", "b"))
        self.assertEqual(self.cycle(report("a", "b")), [])
        self.assertIn("#1 unchanged", self.said)

    def test_ends_of_lines_are_no_change(self):
        self.cycle(report("a\nb", "c"))
        self.only_issue()["body"] = self.only_issue()["body"].replace("\n", "\r\n").rstrip()
        self.assertEqual(self.previous(), report("a\nb", "c"))
        self.write(report("a\nb", "c"), 2)
        self.assertEqual(self.publish(), [])

    def test_what_people_did_reaches_the_next_report_and_is_overwritten_by_it_alone(self):
        self.cycle(report("1. [ ] M1. `a`\n1. [ ] M2. `b`"))
        theirs = self.only_issue()["body"].replace("[ ] M1.", "[x] M1.").replace("\n", "\r\n")
        self.only_issue()["body"] = "I take M2. Kim\r\n\r\n" + theirs
        (seen,) = self.previous()
        self.assertTrue(seen.startswith("I take M2. Kim\n\n1. [x] M1. `a`\n1. [ ] M2. `b`\n"))
        text = report("1. [x] M1. `a`\n1. [ ] M2. `b`\n1. [ ] M3. `c`")[0]
        self.write(["I take M2. Kim\n\n" + text], 2)
        self.assertEqual(self.publish(), [f"PATCH {ISSUES}/1"])
        self.assertIn("[ ] M3.", self.only_issue()["body"])

    def test_an_edit_between_reading_and_writing_is_not_overwritten(self):
        self.cycle(report("1. [ ] M1. `a`", "1. [ ] M9. `z`"))
        self.previous()
        self.write(report("1. [ ] M1. `a`\n1. [ ] M2. `b`", "1. [ ] M9. `z`"), 3)
        comment = self.github.comments[0]
        comment["body"] = comment["body"].replace("[ ]", "[x]")
        self.assertEqual(self.publish(expect=3), [])
        self.assertIn("somebody edited part 2 of issue #1", self.said)
        self.assertIn("[x] M9.", comment["body"])
        self.assertNotIn("M2", self.only_issue()["body"])

    def edit_upon(self, request, item):
        """Somebody ticks the boxes of an item when the request comes for the first time."""
        def edit(made):
            if re.fullmatch(request, made):
                item["body"] = item["body"].replace("[ ]", "[x]")
                self.github.meanwhile = lambda request: None
        self.github.meanwhile = edit

    def test_an_edit_while_other_parts_are_written_is_not_overwritten(self):
        self.cycle(report("1. [ ] M1. `a`", "1. [ ] M2. `b`"))
        (issue, comment), new = (self.only_issue(), self.github.comments[0]), "1. [ ] M3. `c`"
        for part, request in ((issue, f"POST {ISSUES}/1/comments"),
                              (issue, f"PATCH {ISSUES}/comments/.*"),
                              (comment, f"POST {ISSUES}/1/comments")):
            with self.subTest(request=request):
                self.previous()
                self.write(report(f"1. [ ] M1. `a`\n{new}", f"1. [ ] M2. `b`\n{new}", new), 3)
                self.edit_upon(request, part)
                self.publish(expect=3)
                self.assertIn("somebody edited part", self.said)
                self.assertIn("[x]", part["body"])
                self.cycle(report("1. [ ] M1. `a`", "1. [ ] M2. `b`"))
                self.assertEqual(self.bodies(), report("", "1. [ ] M2. `b`")[1:])

    def test_an_edit_while_github_asks_to_wait_is_not_overwritten(self):
        self.cycle(report("1. [ ] M1. `a`"))
        self.github.troubles = [Trouble("PATCH", "issues/1$", 403, "You have exceeded a secondary"
                                        " rate limit", {"Retry-After": "60"})]
        self.edit_upon(f"PATCH {ISSUES}/1", self.only_issue())
        self.cycle(report("1. [ ] M1. `a`\n1. [ ] M2. `b`"), expect=3)
        self.assertEqual(self.only_issue()["body"], report("1. [x] M1. `a`")[0])

    def test_an_edit_of_a_part_that_is_to_go_is_not_lost(self):
        self.cycle(report("1. [ ] M1. `a`", "1. [ ] M2. `b`"))
        self.edit_upon(f"PATCH {ISSUES}/1", self.github.comments[0])
        self.cycle(report("1. [ ] M1. `a`\n1. [ ] M2. `b`"), expect=3)
        self.assertIn("[x] M2.", self.previous()[1])

    def test_an_edit_of_an_issue_that_is_being_made_is_not_overwritten(self):
        self.previous()
        self.write(report("1. [ ] M1. `a`", "1. [ ] M2. `b`"), 2)
        self.github.meanwhile = lambda request: [
            issue.update(body=issue["body"].replace("[ ]", "[x]")) for issue in self.github.issues
            if request == f"POST {ISSUES}/1/comments"]
        self.publish(expect=3)
        self.assertIn("1. [x] M1. `a`", self.previous()[0])

    def test_an_issue_that_appeared_or_vanished_meanwhile_is_left_alone(self):
        self.previous()
        self.write(report("a"), 1)
        self.github.add_issue("other", report("b")[0], [LABEL])
        self.assertEqual(self.publish(expect=3), [])
        self.previous()
        self.write(report("a"), 1)
        self.only_issue()["labels"] = []
        self.assertEqual(self.publish(expect=3), [])
        self.assertIn("issue #1 is gone, or has lost its label or its marker", self.said)

    def test_closes_with_a_comment_and_reopens_with_another(self):
        self.cycle(report("a"))
        self.rest()
        self.assertEqual(self.only_issue()["state"], "closed")
        self.assertIn("Nothing is outdated.\n", self.only_issue()["body"])
        self.assertEqual(self.bodies(), ["Nothing is outdated any more in the branch"
                                         " `dev-1.2-ko.1`."
                                         "\n\n<!-- l10n-drift-note: closed -->\n"])
        self.assertEqual(self.cycle(report("Nothing is outdated."), 0), [])
        self.assertEqual(len(self.cycle(report("b"), 1)), 2)
        self.assertEqual(self.only_issue()["state"], "open")
        self.assertIn("There is work again in the branch `dev-1.2-ko.1`: 1 file.", self.bodies()[1])
        self.rest()
        self.assertEqual(len(self.bodies()), 3)
        self.assertEqual(self.github.mails, ["issue", "comment", "closed", "comment", "reopened",
                                             "comment", "closed"])

    def rest(self):
        """Two runs without work, which close the issue."""
        self.assertEqual(self.cycle(report("Nothing is outdated."), 0), [f"PATCH {ISSUES}/1"])
        self.assertEqual(self.only_issue()["state"], "open")
        self.assertEqual(self.cycle(report("Nothing is outdated."), 0),
                         [f"POST {ISSUES}/1/comments", f"PATCH {ISSUES}/1"])

    def test_work_that_comes_and_goes_is_mailed_to_nobody(self):
        self.cycle(report("a"), 1)
        for _ in range(3):
            self.cycle(report("Nothing."), 0)
            self.cycle(report("a"), 1)
        self.assertEqual((self.github.mails, self.bodies()), (["issue"], []))
        self.assertEqual(self.only_issue()["body"], report("a")[0])

    def test_a_run_that_is_repeated_is_one_run(self):
        self.cycle(report("a"), 1)
        self.cycle(report("Nothing."), 0)
        self.assertEqual((self.publish(), self.publish()), ([], []))
        self.github.troubles = [Trouble("PATCH", "issues/1$", 403)]
        self.cycle(report("Nothing."), 0, expect=1)
        self.assertEqual(self.publish(), [f"PATCH {ISSUES}/1"])
        self.assertEqual(self.publish(), [])
        self.assertEqual(self.github.mails, ["issue", "comment", "closed"])

    def test_what_a_report_leaves_out_keeps_the_issue_open_until_it_is_ticked(self):
        self.cycle(report("1. [ ] M1. `a`", "x"))
        self.assertEqual(len(self.cycle(report("Nothing.", "x", left_out=1), 0)), 2)
        self.assertEqual((self.only_issue()["state"], len(self.bodies())), ("open", 1))
        self.cycle(report("Nothing.", "x"), 0)
        self.cycle(report("Nothing.", "x"), 0)
        self.assertEqual(self.only_issue()["state"], "closed")
        self.cycle(report("Nothing.", "x", left_out=3), 2)
        self.assertIn("There is work again in the branch `dev-1.2-ko.1`: 5 files.",
                      self.bodies()[-1])

    def test_what_an_older_report_leaves_out_is_counted_by_its_boxes(self):
        left_out = ("<!-- l10n-drift-begin: left-out -->\n1. [ ] M1. `a`\n2. [x] M2. `b`\n"
                    "<!-- l10n-drift-end -->")
        self.cycle(report("1. [ ] M1. `a`", "x"))
        self.assertEqual(len(self.cycle(report("Nothing.", left_out), 0)), 2)
        self.assertEqual((self.only_issue()["state"], len(self.bodies())), ("open", 1))
        self.cycle(report("Nothing.", left_out.replace("[ ]", "[x]")), 0)
        self.cycle(report("Nothing.", left_out.replace("[ ]", "[x]")), 0)
        self.assertEqual(self.only_issue()["state"], "closed")
        self.cycle(report("Nothing.", left_out), 0)
        self.assertIn("There is work again in the branch `dev-1.2-ko.1`: 1 file.",
                      self.bodies()[-1])

    # --- Closed by people -------------------------------------------------------------------------

    def close(self, work, mails):
        """Somebody closes the issue, and then there is a run. It costs so many mails."""
        self.github.set_state(1, "closed")
        self.run_with(work, mails)

    def run_with(self, work, mails):
        before = len(self.github.mails)
        self.cycle(report(f"{work} files"), work)
        self.assertEqual(self.github.mails[before:], ["comment", "reopened"] if mails else [])
        self.assertEqual(self.only_issue()["state"], "open" if mails else "closed")

    def test_who_closes_it_is_overruled_once_and_left_alone_until_the_list_grows(self):
        self.cycle(report("a"), 3)
        self.close(3, mails=2)
        self.assertIn("3 files. So it is open again. If somebody closes it once more,",
                      self.bodies()[0])
        self.close(4, mails=0)
        self.assertIn("with 4 files to be worked on. It stays closed until there are more.",
                      self.bodies()[0])
        self.assertEqual(self.cycle(report("4 files"), 4), [])
        for work in (3, 1, 4):
            self.run_with(work, mails=0)
        self.run_with(5, mails=2)
        self.assertIn("5 files, and no longer 4.", self.bodies()[1])
        self.close(6, mails=0)
        self.run_with(6, mails=0)
        self.assertEqual([body.count("once more, with") for body in self.bodies()], [1, 1])

    def test_who_opens_it_again_begins_anew(self):
        self.cycle(report("a"), 3)
        self.close(3, mails=2)
        self.close(3, mails=0)
        self.github.set_state(1, "open")
        self.cycle(report("a"), 7)
        self.assertNotIn("once more, with", self.bodies()[0])
        self.close(7, mails=0)
        self.run_with(8, mails=2)

    def test_work_after_none_is_new_work_whoever_closed_it(self):
        self.cycle(report("a"), 3)
        self.close(3, mails=2)
        self.close(3, mails=0)
        self.run_with(0, mails=0)
        self.run_with(1, mails=0)
        for _ in range(3):
            self.run_with(0, mails=0)
        self.run_with(1, mails=2)
        self.assertIn("There is work again in the branch `dev-1.2-ko.1`: 1 file.", self.bodies()[1])

    def test_an_issue_that_people_close_without_work_stays_closed(self):
        self.cycle(report("a"), 3)
        self.close(0, mails=0)
        self.run_with(0, mails=0)
        self.assertEqual(self.cycle(report("x"), 0), [])

    def test_a_run_that_is_cut_off_while_it_overrules_goes_on(self):
        for number, what in enumerate(("closed once", "grown")):
            with self.subTest(what):
                self.cycle(report("a"), 3 + number)
                self.github.set_state(1, "closed")
                if number:
                    self.cycle(report("a"), 3 + number)
                self.github.troubles = [Trouble("PATCH", "issues/1$", 403)]
                self.github.mails.clear()
                self.cycle(report("b"), 9, expect=1)
                self.assertEqual(self.github.mails, ["comment"])
                self.cycle(report("b"), 9)
                self.assertEqual(self.github.mails, ["comment", "reopened"])

    def test_what_people_wrote_into_our_comment_is_kept(self):
        self.cycle(report("a"), 3)
        self.close(3, mails=2)
        self.github.comments[0]["body"] = "Why? Kim\n" + self.bodies()[0] + "\nNo idea. Lee\n"
        said = self.bodies()[0]
        self.close(3, mails=0)
        self.github.set_state(1, "open")
        self.cycle(report("a"), 3)
        self.assertEqual(self.bodies()[0], said)

    # --- The title --------------------------------------------------------------------------------

    def test_the_title_follows_the_branch_and_keeps_the_words_of_people(self):
        self.cycle(report("a"))
        self.cycle(report("a", branch="dev-1.2-ko.2"))
        self.assertEqual(self.only_issue()["title"],
                         "[ko] Outdated files in the dev-1.2-ko.2 branch")
        self.only_issue()["title"] = "Kim leads dev-1.2-ko.2!"
        self.cycle(report("a", branch="dev-1.3-ko.1"))
        self.assertEqual(self.only_issue()["title"], "Kim leads dev-1.3-ko.1!")
        self.only_issue()["title"] = "Korean pages, mainly"
        self.cycle(report("a", branch="main"))
        self.cycle(report("a", branch="dev-1.4-ko.1"))
        self.assertEqual(self.only_issue()["title"], "Korean pages, mainly")

    def test_a_branch_may_be_called_anything(self):
        branch = "$(touch${IFS}x)`@team`;%0A::error::" + "x" * 300
        self.cycle(report("a", branch=branch))
        self.assertEqual(len(self.only_issue()["title"]), 256)
        self.cycle(report("none", branch=branch), 0)
        self.cycle(report("none", branch=branch), 0)
        self.assertIn("branch ``$(touch${IFS}x)`@team`;", self.bodies()[0])
        self.assertEqual(list(self.scratch.glob("x")), [])

    # --- Several languages ------------------------------------------------------------------------

    def test_one_language_does_not_stop_another(self):
        for language in ("ja", "ko", "zh-cn"):
            self.previous(language)
            self.write(report("a", language=language, branch="main"), 1, language)
        (self.folder / "ja" / "1.md").unlink()
        self.github.troubles = [Trouble("POST", "issues$", 422, times=1)]
        self.publish("de", "ja", "ko", "zh-cn", expect=1)
        self.assertEqual(self.only_issue()["title"], "[zh-cn] Outdated files in the main branch")
        self.assertIn("::error::de: there is no report", self.said)
        self.assertIn("::error::ko: POST repos/tidewater/site/issues: HTTP 422: trouble", self.said)

    def test_a_report_in_another_language_is_refused(self):
        self.previous()
        self.write(report("a", language="ja"), 1)
        self.assertEqual(self.publish(expect=1), [])

    def test_codes_of_languages_are_no_paths(self):
        self.previous("../ko", expect=2)

    def test_the_page_of_the_run_tells_what_was_done(self):
        summary = self.scratch / "summary.md"
        self.environment["GITHUB_STEP_SUMMARY"] = str(summary)
        self.cycle(report("a"))
        self.publish("ja", expect=1)
        lines = summary.read_text().splitlines()
        self.assertEqual(lines[0], "- ko: #1 created")
        self.assertTrue(lines[1].startswith("- ja: `there is no report: "), lines)


class TextTest(unittest.TestCase):
    def test_the_examples_hold(self):
        self.assertEqual(doctest.testmod(issue_text).failed, 0)


if __name__ == "__main__":
    run_tests("issues that live")
