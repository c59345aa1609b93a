#!/usr/bin/python3
"""Keeps issues up to date through the real `gh` client: publisher_test.py ROOT [TEST...]

GitHub is a stub on loopback (stub_api.py) that counts what is written. Skipped, with status 77,
where gh is not installed.
"""

import doctest
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import stub_api
from stub_api import BOT, Trouble

SKIPPED = 77
ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").absolute()
SCRIPT = ROOT / ".github/scripts/living_issue.py"
sys.path.insert(0, str(SCRIPT.parent))
import issue_text  # pylint: disable=wrong-import-position,import-error
STRANGER = {"login": "mallory", "type": "User"}
LABEL = "l10n-drift"
ISSUES = f"repos/{stub_api.REPOSITORY}/issues"
PIECES = "<!-- l10n-drift-begin: M -->\nb\n<!-- l10n-drift-end -->"


def marker(language="ko", branch="dev-1.2-ko.1", part=1, parts=1):
    content = {"base": "main", "branch": branch, "language": language, "version": "0.1.0",
               "part": part, "parts": parts, "files": 2}
    return f"<!-- l10n-drift: {json.dumps(content, separators=(',', ':'))} -->"


def report(*texts, language="ko", branch="dev-1.2-ko.1"):
    """The parts of a report, as `--output-dir` writes them."""
    return [f"{text}\n\n{marker(language, branch, number, len(texts))}\n"
            for number, text in enumerate(texts, 1)]


class PublisherTest(unittest.TestCase):
    """Each test has a GitHub of its own."""

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = pathlib.Path(scratch.name) / "reports"
        self.stub = stub_api.Stub()
        self.stub.__enter__()
        self.addCleanup(self.stub.__exit__)
        self.github = self.stub.github
        self.environment = self.stub.environment(scratch.name)
        self.said = ""

    def run_script(self, *arguments):
        done = subprocess.run(["/usr/bin/python3", SCRIPT, *arguments, self.folder],
                              env=self.environment, capture_output=True, text=True, timeout=120,
                              check=False)
        self.said = done.stdout + done.stderr
        self.assertNotIn("Traceback", self.said)
        return done.returncode

    def previous(self, language="ko"):
        """What the issue says now, in parts, as `l10n-drift --previous` gets it."""
        shutil.rmtree(self.folder / language, ignore_errors=True)
        self.assertEqual(self.run_script("previous", "--language", language), 0, self.said)
        folder = self.folder / language / "previous"
        return [(folder / f"{number + 1}.md").read_text()
                for number in range(len(list(folder.iterdir())))]

    def write(self, texts, count, language="ko"):
        for number, text in enumerate(texts, 1):
            (self.folder / language / f"{number}.md").write_text(text)
        (self.folder / language / "open").write_text(f"{count}\n")

    def publish(self, *languages, expect=0):
        """Publishes. Returns the writes that it took."""
        before = len(self.github.writes())
        status = self.run_script("publish", "--languages", ",".join(languages or ("ko",)))
        self.assertEqual(status, expect, self.said)
        return self.github.writes()[before:]

    def cycle(self, texts, count=2, expect=0):
        """A whole run of the workflow for one language."""
        self.previous()
        self.write(texts, count)
        return self.publish(expect=expect)

    def only_issue(self):
        self.assertEqual(len(self.github.issues), 1)
        return self.github.issues[0]

    def bodies(self, number=1):
        return [comment["body"] for comment in self.github.comments_of(number)]

    # --- A life -----------------------------------------------------------------------------------

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
        self.assertEqual(self.cycle(report("Nothing is outdated."), 0),
                         [f"POST {ISSUES}/1/comments", f"PATCH {ISSUES}/1"])
        self.assertEqual(self.only_issue()["state"], "closed")
        self.assertIn("Nothing is outdated.\n", self.only_issue()["body"])
        self.assertEqual(self.bodies(), ["Nothing is outdated any more in the branch"
                                         " `dev-1.2-ko.1`."
                                         "\n\n<!-- l10n-drift-note: closed -->\n"])
        self.assertEqual(self.cycle(report("Nothing is outdated."), 0), [])
        self.assertEqual(len(self.cycle(report("b"), 1)), 2)
        self.assertEqual(self.only_issue()["state"], "open")
        self.assertIn("There is work again in the branch `dev-1.2-ko.1`: 1 file.", self.bodies()[1])
        self.assertEqual(len(self.cycle(report("Nothing is outdated."), 0)), 2)
        self.assertEqual(len(self.bodies()), 3)

    def test_what_a_report_leaves_out_keeps_the_issue_open_until_it_is_ticked(self):
        left_out = ("<!-- l10n-drift-begin: left-out -->\n1. [ ] M1. `a`\n2. [x] M2. `b`\n"
                    "<!-- l10n-drift-end -->")
        self.cycle(report("1. [ ] M1. `a`", "x"))
        self.assertEqual(len(self.cycle(report("Nothing.", left_out), 0)), 2)
        self.assertEqual((self.only_issue()["state"], len(self.bodies())), ("open", 1))
        self.cycle(report("Nothing.", left_out.replace("[ ]", "[x]")), 0)
        self.assertEqual(self.only_issue()["state"], "closed")
        self.cycle(report("Nothing.", left_out), 0)
        self.assertIn("There is work again in the branch `dev-1.2-ko.1`: 1 file.",
                      self.bodies()[-1])

    def test_reopens_what_people_closed(self):
        self.cycle(report("a"))
        self.only_issue()["state"] = "closed"
        self.cycle(report("a"))
        self.assertEqual(self.only_issue()["state"], "open")
        self.only_issue()["state"] = "closed"
        self.cycle(report("a"))
        self.assertEqual((self.only_issue()["state"], len(self.bodies())), ("open", 1))

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
        self.assertIn("branch ``$(touch${IFS}x)`@team`;", self.bodies()[0])
        self.assertEqual(list(pathlib.Path().glob("x")), [])

    # --- Parts ------------------------------------------------------------------------------------

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
        self.assertEqual(self.run_script("previous", "--language", "ko"), 1)
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
                    status = self.run_script("publish", "--languages", "ko")
                    self.github.troubles = []
                    self.repeat_some_runs(cut, changed)
                    seen = self.previous()
                    claimed = max((int(re.search('"parts":([0-9])', text)[1]) for text in seen),
                                  default=0)
                    self.assertEqual(len(seen), claimed, (status, seen))
                    self.assertLessEqual(set(self.bodies()), set(seen))
                    self.cycle(changed)
                    self.assertEqual([self.only_issue()["body"], *sorted(self.bodies())],
                                     [changed[0], *sorted(changed[1:])])

    def repeat_some_runs(self, cut, texts):
        """Half of the runs that were cut off are repeated by hand; the others are followed."""
        if cut % 2 and self.github.issues:
            self.publish()
            self.assertEqual(self.only_issue()["body"], texts[0])

    def test_a_report_without_a_marker_is_not_made_twice(self):
        self.github.add_issue("x", PIECES, [LABEL])
        self.assertEqual(self.run_script("previous", "--language", "ko"), 1)
        self.assertIn("issue #1 has lost its marker", self.said)
        self.github.issues[0]["state"] = "closed"
        self.cycle(report("a"))

    def test_words_behind_the_marker_do_not_hide_it(self):
        self.cycle(report("a"))
        self.only_issue()["body"] = self.only_issue()["body"].rstrip() + " thanks! --> \n"
        self.cycle(report("a"))
        self.only_issue()

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

    # --- Which issue ------------------------------------------------------------------------------

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
        self.github.issues[1]["state"] = self.github.issues[2]["state"] = "closed"
        self.cycle(report("b"))
        self.assertEqual(self.github.issues[2]["body"], report("b")[0])
        self.assertEqual(len(self.github.issues), 3)

    def test_an_issue_with_two_languages_is_left_to_people(self):
        self.github.add_issue("x", report("x")[0] + report("y", language="ja")[0], [LABEL])
        self.assertEqual(self.run_script("previous", "--language", "ja"), 1)
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
        self.assertEqual(self.run_script("previous", "--language", "ko"), 1)
        self.assertIn("set L10N_DRIFT_LOGIN to the token's owner", self.said)
        self.environment["L10N_DRIFT_LOGIN"] = "docs[bot]"
        self.assertEqual(self.cycle(report("a")), [])
        self.only_issue()

    def test_outside_actions_a_token_without_an_owner_is_an_error(self):
        del self.environment["GITHUB_ACTIONS"]
        self.assertEqual(self.run_script("previous", "--language", "ko"), 1)
        self.assertIn("GET user: HTTP 403: Resource not accessible by integration", self.said)

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
        self.assertEqual(self.run_script("previous", "--language", "../ko"), 2)

    def test_the_page_of_the_run_tells_what_was_done(self):
        summary = self.folder.parent / "summary.md"
        self.environment["GITHUB_STEP_SUMMARY"] = str(summary)
        self.cycle(report("a"))
        self.publish("ja", expect=1)
        lines = summary.read_text().splitlines()
        self.assertEqual(lines[0], "- ko: #1 created")
        self.assertTrue(lines[1].startswith("- ja: `there is no report: "), lines)

    # --- Trouble ----------------------------------------------------------------------------------

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
                self.github.troubles = [Trouble("POST", "issues$", status, done=True)]
                writes = self.cycle(report("a", "b"))
                self.assertEqual(writes.count(f"POST {ISSUES}"), 1)
                self.assertEqual(self.only_issue()["body"], report("a", "b")[0])
                self.assertEqual(self.cycle(report("a", "b")), [])

    def test_a_comment_whose_answer_was_lost_is_not_posted_twice(self):
        self.github.troubles = [Trouble("POST", "comments$", 504, done=True)]
        self.cycle(report("a", "b", "c"))
        self.assertEqual(self.bodies(), report("a", "b", "c")[1:])
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
                (501, 403, "API rate limit exceeded", lambda: stub_api.reset_in(500))):
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
                                        stub_api.reset_in(3000))]
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
        self.assertEqual(self.run_script("previous", "--language", "ko"), 1)
        self.assertIn("gh has no token: set GH_TOKEN", self.said)


class TextTest(unittest.TestCase):
    def test_the_examples_hold(self):
        self.assertEqual(doctest.testmod(issue_text).failed, 0)


if __name__ == "__main__":
    if not shutil.which("gh"):
        print("SKIPPED: the publisher: there is no gh to drive it through")
        sys.exit(SKIPPED)
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
