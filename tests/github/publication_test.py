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


def first_lines(text):
    """All but the marker."""
    return text.partition("<!--")[0]


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

    def numbers(self):
        """The parts that stand in the comments, in their order."""
        return [int(re.search('"part":([0-9]+)', body)[1]) for body in self.bodies()]

    def test_a_part_that_somebody_deleted_is_posted_at_the_end(self):
        """The others move up: what stands in them is read, and nobody gets more than one mail."""
        for total, lost in ((2, 2), (3, 2), (3, 3), (4, 2), (5, 3)):
            with self.subTest(total=total, lost=lost):
                self.github.issues.clear()
                self.github.comments.clear()
                texts = report(*"abcde"[:total])
                self.cycle(texts)
                del self.github.comments[lost - 2]
                kept = self.bodies()
                seen = self.previous()
                self.assertIn("a part of issue #1 is missing", self.said)
                self.assertEqual([text.partition("\n")[0] for text in seen],
                                 [text.partition("\n")[0] for text in texts[:1] + kept])
                self.assertEqual([issue_text.markers(text)[0]["part"] for text in seen],
                                 list(range(1, total)))
                self.assertEqual({issue_text.markers(text)[0]["parts"] for text in seen},
                                 {total - 1})
                self.github.mails.clear()
                self.write(texts, 2)
                writes = self.publish()
                self.assertEqual([write.split()[0] for write in writes],
                                 ["POST"] + ["PATCH"] * (total - lost))
                self.assertEqual(self.github.mails, ["comment"])
                self.assertEqual(self.bodies(), texts[1:])
                self.assertEqual(self.cycle(texts), [])

    def test_parts_out_of_order_are_put_in_order_without_a_mail(self):
        texts = report("a", "b", "c", "d")
        self.cycle(texts)
        self.github.comments.append(self.github.comments.pop(0))
        self.assertEqual(self.numbers(), [3, 4, 2])
        self.github.mails.clear()
        self.assertEqual([write.split()[0] for write in self.cycle(texts)], ["PATCH"] * 3)
        self.assertEqual((self.bodies(), self.github.mails), (texts[1:], []))

    def test_a_run_that_posts_a_lost_part_may_be_cut_off_anywhere(self):
        """What people wrote is read by the next run, and it posts nothing more."""
        for cut in range(4):
            with self.subTest(cut=cut):
                self.github.issues.clear()
                self.github.comments.clear()
                texts = report(*(f"{name}\n{PIECES}" for name in "abcd"))
                self.cycle(texts)
                del self.github.comments[0]
                self.github.troubles = [Trouble("(POST|PATCH|DELETE)", "", 403, after=cut)]
                self.github.mails.clear()
                self.cycle(texts, expect=None)
                self.github.troubles = []
                seen = self.previous()
                self.assertLessEqual({"a", "c", "d"}, {text.partition("\n")[0] for text in seen})
                self.write(texts, 2)
                self.publish()
                self.assertEqual((self.bodies(), self.github.mails), (texts[1:], ["comment"]))

    def test_a_part_that_is_lost_while_the_list_shrinks(self):
        self.cycle(report("a", "b", "c"))
        del self.github.comments[0]
        self.assertEqual(len(self.previous()), 2)
        self.write(report("A"), 2)
        self.assertEqual([write.split()[0] for write in self.publish()], ["PATCH", "DELETE"])

    def test_a_part_deleted_after_it_was_read_is_left_to_the_next_run(self):
        self.cycle(report("a", "b", "c"))
        self.previous()
        self.write(report("A", "B", "C"), 2)
        del self.github.comments[0]
        self.github.mails.clear()
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
                    self.assertLessEqual(set(map(first_lines, self.bodies())),
                                         set(map(first_lines, seen)))
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
        texts = report("a", f"mine\n{PIECES}\nyours")
        self.cycle(texts)
        self.github.add_comment(1, self.github.comments[0]["body"])
        seen = self.previous()
        self.assertEqual([issue_text.markers(text)[0]["part"] for text in seen], [1, 2, 3])
        self.assertEqual([text.count(word) for text in seen for word in ("mine", "yours")],
                         [0, 0, 1, 1, 0, 0])
        self.assertIn(PIECES, seen[2])
        self.write(texts, 2)
        self.assertEqual([write.split()[0] for write in self.publish()], ["DELETE"])
        self.assertEqual(self.bodies(), texts[1:])

    def test_people_are_not_mentioned_again_in_what_is_posted(self):
        """In a comment that is there, nothing of their words changes."""
        words = "@kim: M2! Thanks, @docs/ko and lee@tidewater.example."
        ours = PIECES.replace("b\n", "`@types/node`\n")
        texts = report("a", f"{words}\n{ours}\n{words}", f"{ours}\n**@kim** &#64;lee")
        self.cycle(report("a", "b"))
        self.assertEqual(len(self.cycle(texts)), 3)
        self.assertEqual(self.bodies()[0], texts[1])
        posted = texts[2].replace("**@kim**", "**@\u2060kim**").replace("#64;", "#64;\u2060")
        self.assertEqual(self.bodies()[1], posted)
        self.assertEqual(self.publish(), [])
        self.assertEqual(self.previous()[2], posted)
        self.assertEqual(self.cycle([*texts[:2], posted]), [])

    def test_a_body_that_github_finds_too_long_is_an_error(self):
        self.cycle(report("a" * 70000), expect=1)
        self.assertIn("HTTP 422: Validation Failed; body is too long", self.said)
        self.assertEqual(self.github.issues, [])


if __name__ == "__main__":
    run_tests("issues in parts")
