#!/usr/bin/python3
"""Comments on pull requests through the real `gh` client: check_comment_test.py ROOT [TEST...]

GitHub is a stub on loopback (stub_api.py). What strangers can forge, the artifact and the names of
branches, is forged here. Skipped, with status 77, where gh is not installed.
"""

import json
import sys
import zipfile

from sample_findings import finding, report
from stub_case import SCRIPTS, StubCase, run_tests
from stub_github import BOT, REPOSITORY, STRANGER, Trouble, run_of, zipped

sys.path.insert(0, str(SCRIPTS))
import check_findings  # pylint: disable=wrong-import-position,import-error

SHA = "0123456789abcdef0123456789abcdef01234567"
COMMENTS = f"repos/{REPOSITORY}/issues/7/comments"
GOOD = json.dumps(report(finding()))


class CheckCommentTest(StubCase):
    def setUp(self):
        super().setUp()
        self.event = self.scratch / "event.json"
        self.environment["GITHUB_EVENT_PATH"] = str(self.event)
        self.pull = self.add_pull(7)
        self.run_of_check = run_of(self.pull)

    def add_pull(self, number, sha=SHA):
        return self.github.add_pull(number, "fix", sha, "mallory/site")

    def leave(self, text, **changes):
        """The check leaves an artifact."""
        self.github.add_artifact(zipped({"check.json": text}), **changes)

    def tell(self, expect=0):
        """Runs the script. Returns what it wrote to GitHub."""
        self.event.write_text(json.dumps({"workflow_run": self.run_of_check}))
        return self.run_script("check_comment.py", expect=expect)

    def leave_and_tell(self, *findings, **others):
        self.github.artifacts.clear()
        self.leave(json.dumps(report(*findings, **others)))
        return self.tell()

    def body(self):
        bodies = [comment["body"] for comment in self.github.comments if comment["user"] == BOT]
        self.assertEqual(len(bodies), 1)
        return bodies[0]

    def assert_nothing_else_was_written(self):
        self.assertEqual(list(self.scratch.iterdir()), [self.event])

    def test_tells_once_and_edits_ever_after(self):
        partly = finding("was_behind", False, status="partially_updated", open_changes=2)
        self.assertEqual(self.leave_and_tell(finding(), partly), [f"POST {COMMENTS}"])
        self.assertEqual(self.body(), """\
<!-- l10n-drift-check -->
### Translations

Translations that this pull request changes are left behind.

To be mended before the merge:

- `content/ko/a.md`: places of `content/en/a.md` are left behind (+3 -1 lines).

Worth a look:

- `content/ko/a.md` is only partly updated (+3 -1 lines, 2 open changes). Its source is \
`content/en/a.md`.

Where and what: [the details of the check](https://github.com/tidewater/site/actions/runs/99).
""")
        comment = self.github.comments[0]["id"]
        edit = [f"PATCH repos/{REPOSITORY}/issues/comments/{comment}"]
        self.assertEqual(self.leave_and_tell(finding("orphaned", status="deleted")), edit)
        self.assertIn("its source `content/en/a.md` was deleted", self.body())
        self.assertEqual(self.leave_and_tell(), edit)
        self.assertIn("All translations that this pull request changes are up to date.",
                      self.body())
        self.leave_and_tell(finding("was_behind", False, level="note"))
        self.assertIn("This pull request leaves nothing behind in the translations that it changes.\n\n"
                      "1 translation that this pull request changes was behind before, and still is.",
                      self.body())

    def test_the_same_findings_of_another_run_are_no_news(self):
        self.leave_and_tell(finding())
        self.github.comments[0]["body"] = self.github.comments[0]["body"].replace("/99", "/98")
        self.assertEqual(self.leave_and_tell(finding()), [])

    def test_says_nothing_where_nothing_was_ever_found(self):
        self.assertEqual(self.leave_and_tell(), [])
        self.assertIn("#7: nothing to tell", self.said)

    def test_every_kind_has_its_words(self):
        self.leave_and_tell(finding("orphaned", status="renamed", move_to="content/ko/b.md"),
                            finding("lost"), finding("forgotten"), finding("copy"),
                            finding("never", nearest="content/en/b.md"), finding("unknown", False),
                            notices=[{"kind": kind, "source": "c.md", "languages": ["ja"]}
                                     for kind in check_findings.NOTICES])
        self.assertIn("It belongs at `content/ko/b.md` now.", self.body())
        self.assertIn("Is `content/en/b.md` meant?", self.body())
        self.assertIn("`content/ko/a.md` loses what it had", self.body())
        self.assertIn("not all of `content/en/a.md` is in it", self.body())
        self.assertIn("Copy it again.", self.body())
        self.assertIn("Translations left as they were: `ja`.", self.body())

    def test_a_long_list_is_cut(self):
        self.leave_and_tell(*[finding()] * 1000)
        self.assertIn("- and 950 more\n", self.body())
        self.assertLess(len(self.body()), 10000)

    def test_comments_of_others_are_left_alone(self):
        self.github.add_comment(7, check_findings.MARKER + "\nforged", STRANGER)
        self.github.add_comment(7, "quoted:\n" + check_findings.MARKER)
        self.assertEqual(self.leave_and_tell(finding()), [f"POST {COMMENTS}"])
        self.assertEqual(self.github.comments[0]["body"], check_findings.MARKER + "\nforged")

    def test_ours_is_found_on_a_later_page(self):
        for number in range(150):
            self.github.add_comment(7, f"{number}", STRANGER)
        self.leave_and_tell(finding())
        self.assertEqual(self.leave_and_tell(finding()), [])

    def test_a_comment_whose_answer_was_lost_is_not_posted_twice(self):
        for status in (502, 0):
            self.github.comments.clear()
            self.github.troubles = [Trouble("POST", "comments$", status, done=True)]
            self.assertEqual(self.leave_and_tell(finding()), [f"POST {COMMENTS}"])
            self.body()

    # --- Which pull request -----------------------------------------------------------------------

    def refused(self, reason):
        self.assertEqual(self.leave_and_tell(finding()), [])
        self.assertIn(f"no comment: {reason}", self.said)

    def test_the_pull_request_has_moved_on(self):
        self.pull["head"]["sha"] = SHA[::-1]
        self.refused("no open pull request has this commit for its head")

    def test_the_pull_request_is_closed(self):
        self.pull["state"] = "closed"
        self.refused("no open pull request")

    def test_another_repository_of_the_same_owner(self):
        self.pull["head"]["repo"] = {"full_name": "mallory/other"}
        self.refused("no open pull request")

    def test_a_fork_that_is_gone(self):
        self.pull["head"]["repo"] = None
        self.refused("no open pull request")
        self.run_of_check["head_repository"] = None
        self.refused("the repository of the pull request is gone")

    def test_two_pull_requests_of_one_branch(self):
        self.add_pull(8)
        self.refused("2 pull requests have this commit for their head")

    def test_a_push_is_no_pull_request(self):
        self.run_of_check["event"] = "push"
        self.refused("the run was started by push")

    def test_a_branch_may_be_called_anything(self):
        for branch in ("$(touch touched)", "a&head=x:y", "#?%", "a\nb", "`x`;x", "--input", "é"):
            self.github.comments.clear()
            self.run_of_check["head_branch"] = self.pull["head"]["ref"] = branch
            self.assertEqual(self.leave_and_tell(finding()), [f"POST {COMMENTS}"], branch)
        self.assert_nothing_else_was_written()

    def test_the_number_in_the_artifact_is_nothing(self):
        self.add_pull(8, sha=SHA[::-1])
        content = report(finding()) | {"number": 8, "pull_request": 8, "issue": 8}
        self.leave(json.dumps(content))
        self.assertEqual(self.tell(), [f"POST {COMMENTS}"])

    # --- Forged artifacts -------------------------------------------------------------------------

    def test_no_artifact_or_another_is_no_comment(self):
        self.leave(GOOD, name="other")
        self.leave(GOOD, run=98)
        self.leave(GOOD, expired=True)
        self.assertEqual(self.tell(), [])
        self.assertIn("no comment: the check left no findings", self.said)

    def test_archives_that_are_none_or_too_much(self):
        good = zipped({"check.json": GOOD})
        encrypted = bytearray(good)
        encrypted[6] |= 1
        encrypted[encrypted.index(b"PK\x01\x02") + 8] |= 1
        for content in (b"", b"no zip", good[:-30], bytes(encrypted),
                        good.replace(b"check.json", b"check.jsoN", 1),
                        zipped({"check.json": GOOD, "../../x": "x"}),
                        zipped({"check.json": GOOD + " " * check_findings.LARGEST_FILE}),
                        zipped({"../check.json": GOOD}), zipped({"/etc/passwd": GOOD})):
            self.github.artifacts.clear()
            self.github.add_artifact(content)
            self.assertEqual(self.tell(expect=1), [])
        self.assert_nothing_else_was_written()

    def test_a_large_artifact_is_not_even_fetched(self):
        self.github.add_artifact(b"x", size_in_bytes=check_findings.LARGEST_ARCHIVE + 1)
        self.assertEqual(self.tell(expect=1), [])
        self.assertEqual([request for request in self.github.requests if "zip" in request], [])

    def test_an_artifact_that_is_larger_than_it_said(self):
        content = zipped({"check.json": GOOD + " " * check_findings.LARGEST_ARCHIVE},
                         method=zipfile.ZIP_STORED)
        self.github.add_artifact(content, size_in_bytes=5)
        self.assertEqual(self.tell(expect=1), [])

    def test_the_token_stays_with_github(self):
        self.leave_and_tell(finding())
        self.assertIn("GET download", self.github.requests)
        self.assertNotIn("GET download with the token", self.github.requests)

    def test_content_that_the_program_does_not_write_is_an_error(self):
        self.leave("[]")
        self.assertEqual(self.tell(expect=1), [])
        self.assertIn("::error::check.json is no output of l10n-drift check", self.said)


if __name__ == "__main__":
    run_tests("comments on pull requests")
