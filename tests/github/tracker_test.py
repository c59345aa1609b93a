#!/usr/bin/python3
"""Finds the issue that is ours through the real `gh` client: tracker_test.py ROOT [TEST...]

Among those of others, and whatever strangers paste. GitHub is a stub on loopback (stub_api.py).
Skipped, with status 77, where gh is not installed.
"""

import json

from publisher_case import LABEL, PIECES, PublisherCase, report
from stub_case import run_tests
from stub_github import BOT, STRANGER


class TrackerTest(PublisherCase):
    def test_a_marker_that_a_stranger_pasted_is_nothing(self):
        self.github.add_issue("mine", report("x")[0], [LABEL], STRANGER)
        self.github.add_issue("no label", report("x")[0])
        self.github.add_issue("another label", report("x")[0], ["bug"])
        self.github.add_issue("another language", report("x", language="ja")[0], [LABEL])
        self.github.add_issue("quoted", "> " + report("x")[0].replace("\n", "\n> "), [LABEL])
        self.github.add_issue("broken", "<!-- l10n-drift: {\"language\": -->", [LABEL])
        self.github.add_issue("ghost", report("x")[0], [LABEL])["user"] = None
        before = json.dumps(self.github.issues)
        self.cycle(report("a"))
        self.assertEqual(json.dumps(self.github.issues[:-1]), before)
        self.assertEqual(len(self.github.issues), 8)

    def test_a_report_without_a_marker_is_not_made_twice(self):
        self.github.add_issue("x", PIECES, [LABEL])
        self.previous(expect=1)
        self.assertIn("issue #1 has lost its marker", self.said)
        self.github.set_state(1, "closed")
        self.cycle(report("a"))

    def test_words_behind_the_marker_do_not_hide_it(self):
        self.cycle(report("a"))
        self.only_issue()["body"] = self.only_issue()["body"].rstrip() + " thanks! --> \n"
        self.cycle(report("a"))
        self.only_issue()

    def test_a_pull_request_with_the_marker_is_no_issue(self):
        self.github.pulls.append({"number": 1, "title": "x", "body": report("x")[0],
                                  "state": "open", "user": BOT, "labels": [{"name": LABEL}]})
        self.cycle(report("a"))
        self.assertEqual(self.only_issue()["number"], 2)

    def test_of_two_the_oldest_open_one_is_ours_and_there_is_no_third(self):
        for state in ("closed", "open", "open"):
            self.github.add_issue("x", report("x")[0], [LABEL], state=state)
        self.cycle(report("a"))
        self.assertIn("#2 is kept up to date; take the label l10n-drift off #1, #3", self.said)
        self.assertEqual([issue["body"] for issue in self.github.issues],
                         report("x") + report("a") + report("x"))
        self.github.set_state(2, "closed")
        self.github.set_state(3, "closed")
        self.cycle(report("b"))
        self.assertEqual(self.github.issues[2]["body"], report("b")[0])
        self.assertEqual(len(self.github.issues), 3)

    def test_an_issue_with_two_languages_is_left_to_people(self):
        self.github.add_issue("x", report("x")[0] + report("y", language="ja")[0], [LABEL])
        self.previous("ja", expect=1)
        self.assertIn("issue #1 has the markers of several languages", self.said)

    def test_it_is_found_on_a_later_page(self):
        for number in range(230):
            self.github.add_issue(f"{number}", "nothing", [LABEL], STRANGER)
        self.cycle(report("a"))
        for number in range(230):
            self.github.add_comment(231, f"claim {number}", STRANGER)
        self.cycle(report("A", "b"))
        self.assertEqual(len(self.github.issues), 231)
        self.assertEqual(self.cycle(report("A", "b")), [])
        self.assertEqual(self.cycle(report("A")).pop().split()[0], "DELETE")

    def test_the_token_of_a_person_is_asked_for_its_owner(self):
        self.github.user = self.github.actor = {"login": "kim", "type": "User"}
        self.cycle(report("a"))
        self.assertEqual(self.cycle(report("a")), [])
        self.github.add_issue("forged", report("x")[0], [LABEL], BOT)
        self.assertEqual(self.cycle(report("a")), [])

    def test_the_token_of_another_app_creates_one_issue_at_most(self):
        self.github.actor = {"login": "docs[bot]", "type": "Bot"}
        self.cycle(report("a"), expect=1)
        self.assertIn("issue #1 was created by docs[bot]: set L10N_DRIFT_LOGIN to that", self.said)
        self.previous(expect=1)
        self.assertIn("set L10N_DRIFT_LOGIN to the token's owner", self.said)
        self.environment["L10N_DRIFT_LOGIN"] = "docs[bot]"
        self.assertEqual(self.cycle(report("a")), [])
        self.only_issue()

    def test_outside_actions_a_token_without_an_owner_is_an_error(self):
        del self.environment["GITHUB_ACTIONS"]
        self.previous(expect=1)
        self.assertIn("GET user: HTTP 403: Resource not accessible by integration", self.said)


if __name__ == "__main__":
    run_tests("whose issue is whose")
