#!/usr/bin/python3
"""Meets trouble through the real `gh` client: github_client_test.py ROOT [TEST...]

Answers that are lost, limits of rate, refusals: GitHub is a stub on loopback (stub_api.py) that
makes them. Skipped, with status 77, where gh is not installed.
"""

import re

from publisher_case import ISSUES, PublisherCase, report
from stub_api import reset_in
from stub_case import run_tests
from stub_github import Trouble


class GithubClientTest(PublisherCase):
    def test_forbidden_is_final(self):
        message = "Resource not accessible by integration"
        self.github.troubles = [Trouble("POST", "issues$", 403, message)]
        self.assertEqual(self.cycle(report("a"), expect=1).count(f"POST {ISSUES}"), 1)
        self.assertIn("HTTP 403: Resource not accessible by integration", self.said)
        self.assertNotIn("waiting", self.said)

    def test_bad_gateways_are_asked_again(self):
        for status in (500, 502, 503, 504):
            self.github.troubles = [Trouble(method, "issues", status)
                                    for method in ("GET", "POST", "PATCH")]
            self.cycle(report(f"a{status}"))
            self.assertIn(f"HTTP {status}: trouble", self.said)
            self.assertEqual(self.only_issue()["body"], report(f"a{status}")[0])

    def test_trouble_that_lasts_is_an_error(self):
        self.previous()
        self.write(report("a"), 1)
        self.github.troubles = [Trouble("POST", "issues$", 502, times=99)]
        self.assertEqual(self.publish(expect=1).count(f"POST {ISSUES}"), 5)
        self.assertEqual(re.findall("^waiting ([0-9]+) s", self.said, re.M), ["2", "4", "8", "16"])

    def test_an_issue_whose_answer_was_lost_is_not_posted_twice(self):
        for status in (502, 0):
            with self.subTest(status=status):
                self.github.issues.clear()
                self.github.comments.clear()
                self.github.troubles = [Trouble("POST", "issues$", status, done=True)]
                writes = self.cycle(report("a", "b"))
                self.assertEqual(writes.count(f"POST {ISSUES}"), 1)
                self.assertEqual(self.only_issue()["body"], report("a", "b")[0])
                self.assertEqual(self.cycle(report("a", "b")), [])

    def test_a_comment_whose_answer_was_lost_is_not_posted_twice(self):
        self.github.troubles = [Trouble("POST", "comments$", 504, done=True)]
        self.cycle(report("a", "b", "c"))
        self.assertEqual(self.bodies(), report("a", "b", "c")[1:])
        self.cycle(report("none"), 0)  # The second run without work closes it, with a comment.
        self.github.troubles = [Trouble("POST", "comments$", 0, done=True)]
        self.cycle(report("none"), 0)
        self.assertEqual(len(self.bodies()), 1)
        self.github.troubles = [Trouble("DELETE", "comments", 502, done=True),
                                Trouble("POST", "comments$", 502, done=False)]
        self.cycle(report("a"), 1)
        self.assertEqual(len(self.bodies()), 2)

    def test_a_comment_deleted_by_a_lost_answer_is_deleted(self):
        self.cycle(report("a", "b"))
        self.github.troubles = [Trouble("DELETE", "comments", 502, done=True)]
        self.cycle(report("a"))
        self.assertEqual(self.bodies(), [])

    def test_a_note_is_posted_once_though_the_issue_could_not_be_closed(self):
        self.cycle(report("a"))
        self.cycle(report("none"), 0)
        self.github.troubles = [Trouble("PATCH", "issues/1$", 403)]
        self.cycle(report("none"), 0, expect=1)
        self.cycle(report("none"), 0)
        self.assertEqual((self.only_issue()["state"], len(self.bodies())), ("closed", 1))

    def test_rate_limits_are_waited_for(self):
        secondary = "You have exceeded a secondary rate limit"
        for seconds, status, message, headers in (
                (7, 403, secondary, lambda: {"Retry-After": "7"}),
                (8, 429, "Slow down", lambda: {"Retry-After": "8"}),
                (60, 403, secondary, dict),
                (501, 403, "API rate limit exceeded", lambda: reset_in(500))):
            with self.subTest(seconds=seconds):
                self.github.issues.clear()
                self.github.troubles = [Trouble("POST", "issues$", status, message, headers())]
                self.cycle(report("a"))
                waits = re.findall("^waiting ([0-9]+) s: POST", self.said, re.M)
                self.assertEqual(len(waits), 1)
                # The time of a reset goes by meanwhile.
                self.assertIn(int(waits[0]), range(400, 502) if seconds == 501 else [seconds])
                self.only_issue()

    def test_nobody_waits_for_an_hour(self):
        self.github.troubles = [Trouble("POST", "issues$", 403, "API rate limit exceeded",
                                        reset_in(3000))]
        self.cycle(report("a"), expect=1)
        self.assertIn("HTTP 403: API rate limit exceeded", self.said)
        self.assertNotIn("waiting", self.said)

    def test_what_github_says_is_no_command_to_the_runner(self):
        self.github.troubles = [Trouble("POST", "issues$", 422, "100%\n::set-output name=x::y")]
        self.cycle(report("a"), expect=1)
        self.assertEqual([line for line in self.said.splitlines() if line.startswith("::set")], [])
        self.assertIn("HTTP 422: 100%25 ::set-output", self.said)

    def test_no_token_is_said_at_once(self):
        del self.environment["GH_TOKEN"], self.environment["GH_HOST"]
        self.previous(expect=1)
        self.assertIn("gh has no token: set GH_TOKEN", self.said)


if __name__ == "__main__":
    run_tests("trouble with GitHub")
