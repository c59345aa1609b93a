#!/usr/bin/python3
"""Writes an issue in parts through the real `gh` client: publication_test.py ROOT [TEST...]

Whatever is cut off, whoever reads meanwhile sees a whole report. GitHub is a stub on loopback
(stub_api.py). Skipped, with status 77, where gh is not installed.
"""

import re
import sys

from publisher_case import ISSUES, PIECES, PublisherCase, report
from stub_case import SCRIPTS, run_tests
from stub_github import STRANGER, Trouble

sys.path.insert(0, str(SCRIPTS))
import issue_text  # pylint: disable=wrong-import-position,import-error


class PublicationTest(PublisherCase):
    def test_further_parts_are_comments(self):
        self.cycle(report("a", "b", "c"))
        self.github.add_comment(1, "I take M64 to M80.", STRANGER)
        self.assertEqual(self.only_issue()["body"], report("a", "b", "c")[0])
        self.assertEqual(self.bodies()[:2], report("a", "b", "c")[1:])
        self.assertEqual(self.previous(), report("a", "b", "c"))
        changed = self.github.comments[0]["id"]
        self.assertEqual(self.cycle(report("a", "B", "c")), [f"PATCH {ISSUES}/comments/{changed}"])

    def test_a_list_that_grows_is_written_from_its_end(self):
        self.cycle(report("a"))
        writes = self.cycle(report("A", "b", "c"))
        self.assertEqual(writes, [f"POST {ISSUES}/1/comments"] * 2 + [f"PATCH {ISSUES}/1"])
        self.assertEqual(self.bodies(), report("A", "b", "c")[1:])
        writes = self.cycle(report("A", "b", "c", "d"))
        parts = [f"PATCH {ISSUES}/comments/{comment['id']}" for comment in self.github.comments]
        self.assertEqual(writes, [f"POST {ISSUES}/1/comments", parts[1], parts[0],
                                  f"PATCH {ISSUES}/1"])

    def test_a_list_that_shrinks_is_written_from_its_beginning(self):
        self.cycle(report("a", "b", "c"))
        writes = self.cycle(report("A"))
        self.assertEqual([write.split()[0] for write in writes], ["PATCH", "DELETE", "DELETE"])
        self.assertEqual(self.bodies(), [])

    def test_a_part_that_somebody_deleted_is_posted_again(self):
        """What stands in the others is read, and stays where it is."""
        texts = report("a", "b", "c")
        for lost in (2, 3):
            with self.subTest(lost=lost):
                self.github.issues.clear()
                self.github.comments.clear()
                self.cycle(texts)
                del self.github.comments[lost - 2]
                self.github.comments[0]["body"] += "I take all of it.\n"
                kept = self.github.comments[0]["body"]
                seen = self.previous()
                self.assertIn(f"part {lost} of issue #1 is missing: it is posted again", self.said)
                self.assertEqual((seen[0], seen[4 - lost]), (texts[0], kept))
                (empty,) = issue_text.markers(seen[lost - 1])
                self.assertEqual((empty["part"], empty["parts"], empty["ids"]), (lost, 3, {}))
                wanted = [*texts]
                wanted[4 - lost] = kept
                self.write(wanted, 2)
                self.assertEqual(self.publish(), [f"POST {ISSUES}/1/comments"])
                self.assertEqual(sorted(self.bodies()), sorted(wanted[1:]))
                self.assertEqual(self.cycle(wanted), [])

    def test_a_part_that_is_lost_while_the_list_shrinks(self):
        self.cycle(report("a", "b", "c"))
        del self.github.comments[0]
        self.assertEqual(len(self.previous()), 3)
        self.write(report("A"), 2)
        self.assertEqual([write.split()[0] for write in self.publish()], ["PATCH", "DELETE"])

    def test_a_part_deleted_after_it_was_read_is_left_to_the_next_run(self):
        self.cycle(report("a", "b", "c"))
        self.previous()
        self.write(report("A", "B", "C"), 2)
        del self.github.comments[0]
        self.assertEqual(self.publish(expect=3), [])
        self.assertIn("part 2 of issue #1 is gone", self.said)
        self.assertEqual(len(self.cycle(report("A", "B", "C"))), 3)

    def test_a_part_that_has_lost_its_marker_is_not_posted_twice(self):
        self.cycle(report("a", PIECES))
        comment = self.github.comments[0]
        comment["body"], whole = PIECES + "\n", comment["body"]
        self.previous(expect=1)
        self.assertIn("a comment of issue #1 has lost its marker", self.said)
        comment["body"] = whole
        self.assertEqual(self.cycle(report("a", PIECES)), [])

    def test_the_empty_part_of_a_strange_branch_is_whole(self):
        first = report("a", branch="x-->\n<b>&가")[0]
        text = issue_text.empty_part(first, 2)
        self.assertEqual([marker["branch"] for marker in issue_text.markers(text)],
                         ["x-->\n<b>&가"])
        self.assertEqual(text.count("-->"), 3)

    def test_a_run_that_was_cut_off_can_be_repeated(self):
        self.cycle(report("a"))
        self.github.troubles = [Trouble("PATCH", "issues/1$", 403)]
        self.cycle(report("A", "b"), expect=1)
        self.assertEqual(self.publish(), [f"PATCH {ISSUES}/1"])
        self.assertEqual((self.only_issue()["body"], *self.bodies()), tuple(report("A", "b")))

    def test_the_run_after_one_that_was_cut_off_sees_all_that_there_is(self):
        """Cut off after each write, from some parts, or none, to others: no part is missing."""
        texts = {number: report(*f"{number}"* number) for number in (1, 2, 3, 4)}
        for old, new in ((0, 3), (2, 4), (4, 2)):
            for cut in range(1, max(old, new) + 1):
                with self.subTest(old=old, new=new, cut=cut):
                    self.github.issues.clear()
                    self.github.comments.clear()
                    if old:
                        self.cycle(texts[old])
                    self.previous()
                    changed = [text.replace("<!--", "new\n<!--") for text in texts[new]]
                    self.write(changed, 2)
                    self.github.troubles = [Trouble("(POST|PATCH|DELETE)", "", 403, after=cut)]
                    self.publish(expect=None)
                    self.github.troubles = []
                    self.repeat_some_runs(cut, changed)
                    seen = self.previous()
                    claimed = max((int(re.search('"parts":([0-9])', text)[1]) for text in seen),
                                  default=0)
                    self.assertEqual(len(seen), claimed, (self.said, seen))
                    self.assertLessEqual(set(self.bodies()), set(seen))
                    self.cycle(changed)
                    self.assertEqual([self.only_issue()["body"], *sorted(self.bodies())],
                                     [changed[0], *sorted(changed[1:])])

    def repeat_some_runs(self, cut, texts):
        """Half of the runs that were cut off are repeated by hand; the others are followed."""
        if cut % 2 and self.github.issues:
            self.publish()
            self.assertEqual(self.only_issue()["body"], texts[0])

    def test_comments_of_others_are_no_parts(self):
        self.cycle(report("a"))
        self.github.add_comment(1, report("x", "stolen")[1], STRANGER)
        self.github.add_comment(1, report("x", "ja", language="ja")[1])
        self.assertEqual(self.previous(), report("a"))
        self.cycle(report("A"))
        self.assertEqual(len(self.bodies()), 2)

    def test_a_part_that_stands_twice_is_taken_once(self):
        self.cycle(report("a", "b"))
        self.github.add_comment(1, self.github.comments[0]["body"])
        self.assertEqual(self.previous(), report("a", "b"))
        self.assertIn("part 2 stands twice in issue #1", self.said)

    def test_a_body_that_github_finds_too_long_is_an_error(self):
        self.cycle(report("a" * 70000), expect=1)
        self.assertIn("HTTP 422: Validation Failed; body is too long", self.said)
        self.assertEqual(self.github.issues, [])


if __name__ == "__main__":
    run_tests("issues in parts")
