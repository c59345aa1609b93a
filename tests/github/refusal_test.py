#!/usr/bin/python3
"""Says in the issue that it cannot be read: refusal_test.py ROOT [TEST...]

Once, whatever the program said. GitHub is a stub on loopback (stub_api.py). Skipped, with status 77,
where gh is not installed.
"""

import doctest
import sys
import unittest

from publisher_case import ISSUES, PublisherCase, report
from stub_case import SCRIPTS, run_tests
from stub_github import STRANGER, Trouble

sys.path.insert(0, str(SCRIPTS))
import issue_state  # pylint: disable=wrong-import-position,import-error
import refusal  # pylint: disable=wrong-import-position,import-error

SAID = b"l10n-drift: error: cannot take '/tmp/x/ko/previous/2.md' for a previous body: why\n"


class RefusalTest(PublisherCase):
    def setUp(self):
        super().setUp()
        self.cycle(report("a", "b"))

    def refuse(self, said=SAID, expect=1):
        """A run in which the program could not read the issue. Returns what was written."""
        self.previous()
        (self.folder / "ko" / "refused").write_bytes(said)
        return self.publish(expect=expect)

    def test_it_is_said_once_until_it_is_mended(self):
        self.assertEqual(self.refuse(), [f"POST {ISSUES}/1/comments"])
        self.assertIn("- `error: cannot take '2.md' for a previous body: why`", self.bodies()[-1])
        self.assertIn("::error::ko: #1 cannot be read, and says so", self.said)
        self.assertEqual((self.refuse(), self.refuse()), ([], []))
        self.assertEqual([write.split()[0] for write in self.cycle(report("a", "b"))], ["PATCH"])
        self.assertIn("This is mended", self.bodies()[-1])
        self.assertEqual(self.cycle(report("a", "b")), [])
        self.assertEqual(self.refuse(), [f"POST {ISSUES}/1/comments"])
        self.assertEqual(self.only_issue()["state"], "open")

    def test_an_answer_that_is_lost_is_no_reason_to_say_it_twice(self):
        self.github.troubles = [Trouble("POST", "comments$", 502, done=True)]
        self.assertEqual(self.refuse(), [f"POST {ISSUES}/1/comments"])
        self.assertEqual(self.refuse(), [])

    def test_what_strangers_say_is_not_what_we_said(self):
        self.refuse()
        said = self.github.comments.pop()["body"]
        self.github.add_comment(1, said, STRANGER)
        self.assertEqual(len(self.refuse()), 1)

    def test_what_the_program_said_is_data(self):
        for said, shown in (
                (b"l10n-drift: error: @kim ``` <b> #1 $(touch x)\n", "- ````error: @kim ```"),
                (b"l10n-drift: error: \xff\x00\x1b[31m \xe2\x80\xae\n", "\\u{fffd}\\u{0}\\u{1b}[31m"),
                (b"l10n-drift: error: " + b"x" * 10**6 + b"\n", "- `error: xxx"),
                (b"Killed\n" * 10**5, "- `Killed`\n- `Killed`"), (b"", "says:\n\n\n\n")):
            with self.subTest(said=said[:60]):
                self.refuse(said)
                text = self.github.comments.pop()["body"]
                self.assertIn(shown.replace("\\u{fffd}", "\ufffd"), text)
                self.assertLess(len(text), 4000)
                self.assertLessEqual(text.count("\n- "), refusal.MOST_LINES)

    def test_an_issue_that_was_mended_meanwhile_is_left_alone(self):
        self.previous()
        (self.folder / "ko" / "refused").write_bytes(SAID)
        self.only_issue()["body"] += "mended\n"
        self.assertEqual(self.publish(expect=3), [])
        self.only_issue()["labels"] = []
        self.assertEqual(self.publish(expect=3), [])


class ExamplesTest(unittest.TestCase):
    def test_they_hold(self):
        for module in (issue_state, refusal):
            self.assertEqual(doctest.testmod(module).failed, 0)


if __name__ == "__main__":
    run_tests("issues that cannot be read")
