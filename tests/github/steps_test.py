#!/usr/bin/python3
"""Runs every step of the action and of what sites call: steps_test.py ROOT PROGRAM [TEST...]

The repository is the demo, as GitHub's checkout clones it; GitHub is the stub. The only thing that
is not what it is on GitHub is the compiler: `cmake` is a stand-in that installs PROGRAM, since a
build takes minutes. Skipped, with status 77, where gh is not installed.
"""

import json
import os
import pathlib
import re
import sys
import unittest

import workflow_files
from site_case import PROGRAM, ROOT, SiteCase
from release_case import serve_release
from stub_case import run_tests
from stub_github import REPOSITORY, Trouble, run_of, zipped
from workflow_runner import Contexts, Runner, UnknownExpression

DRIFT, CHECK, COMMENT = (f".github/workflows/{name}.yml" for name in
                         ("drift", "check", "check-comment"))
ALL_STEPS = workflow_files.names_of_steps(ROOT, own=False)
EXECUTED = set()
ITEM = re.compile(r"^(?:-|\d+\.) (\[[ x]\] \w+\. .*)$", re.M)

STAND_IN = """#!/bin/sh
# Configures, builds and installs like cmake; what it installs is there already.
echo "cmake $*" >>"$HOME/cmake.log"
for word; do
  case $word in CMAKE_INSTALL_PREFIX=*) echo "${word#*=}" >"$HOME/prefix" ;; esac
done
if [ "$1" = --install ]; then
  read -r prefix <"$HOME/prefix"
  mkdir -p "$prefix/bin"
  cp "$PROGRAM" "$prefix/bin/l10n-drift"
fi
"""


class StepsTest(SiteCase):
    def setUp(self):
        super().setUp()
        programs = self.home / "bin"
        programs.mkdir()
        (programs / "cmake").write_text(STAND_IN)
        (programs / "cmake").chmod(0o755)
        self.environment |= {"PROGRAM": str(PROGRAM), "PATH": f"{programs}:{os.environ['PATH']}"}
        self.runner = Runner(ROOT, self.site, self.scratch, self.environment)
        self.runner.executed = EXECUTED

    def run_well(self, *arguments, **options):
        result = self.runner.run_job(*arguments, **options)
        self.assertTrue(result.succeeded, result.log)
        return result

    # --- The report -------------------------------------------------------------------------------

    def report(self, inputs=None, expect=True, lose=None):
        """Runs the whole workflow. Returns the result of its last job, and the writes to GitHub."""
        before = len(self.github.writes())
        self.runner.artifacts.clear()
        first = self.run_well(DRIFT, "languages", inputs)
        needs = {"languages": {"result": "success", "outputs": first.outputs}}
        for language in json.loads(first.outputs["languages"]):
            self.runner.run_job(DRIFT, "report", inputs, needs, {"language": language})
        if lose:
            del self.runner.artifacts[f"l10n-drift-{lose}"]
        last = self.runner.run_job(DRIFT, "publish", inputs, needs)
        self.assertEqual(last is None or last.succeeded, expect, last and last.log)
        return last, self.github.writes()[before:]

    def test_a_life_of_the_issues(self):
        self.report()
        issues = {issue["title"]: issue for issue in self.github.issues}
        self.assertEqual(sorted(issues), ["[ja] Outdated files in the main branch",
                                          "[ko] Outdated files in the dev-1.2-ko.2 branch"])
        korean = issues["[ko] Outdated files in the dev-1.2-ko.2 branch"]
        self.assertIn("- [ ] M1. `content/en/_index.md` 1 file changed, 2 insertions(+), 1 del",
                      korean["body"])
        self.assertEqual(self.report()[1], [])
        # Somebody claims a file and ticks another, on a page that sends CRLF.
        korean["body"] = ("M2 is mine. Kim\n\n" + korean["body"].replace("[ ] M1.", "[x] M1.")
                          ).replace("\n", "\r\n")
        changed = f"PATCH repos/{REPOSITORY}/issues/{korean['number']}"
        self.assertEqual(self.report()[1], [changed])  # One more is counted as ticked.
        self.assertEqual(self.report()[1], [])
        # A new page that is out of date comes to the list, and nothing else changes.
        before = korean["body"].replace("\r\n", "\n")
        self.commit("content/en/docs/start/first-message.md", "A line more.\n")
        self.assertIn(changed, self.report()[1])
        self.assertIn("M2 is mine. Kim", korean["body"])
        for line in [line for line in before.splitlines() if line.startswith("- [")]:
            self.assertIn(line, korean["body"])
        self.assertIn("`content/en/docs/start/first-message.md`", korean["body"])
        self.assertEqual(len(self.github.issues), 2)

    def commit(self, path, text, branch="main"):
        self.git("switch", "-q", branch)
        with (self.site / path).open("a", encoding="utf-8") as stream:
            stream.write(text)
        self.git("add", path)
        self.git("commit", "-q", "-m", "docs: a change")
        self.git("switch", "-q", "main")

    def test_the_languages_that_are_asked_for(self):
        last, _ = self.report({"languages": "ko", "args": "--include '*.md'",
                               "base": "origin/main", "branch": "dev-1.2-ko.1",
                               "issue-args": "--style compact"})
        self.assertEqual([issue["title"] for issue in self.github.issues],
                         ["[ko] Outdated files in the dev-1.2-ko.1 branch"])
        self.assertIn(" XS (+", self.github.issues[0]["body"])
        self.assertIn("- ko: #1 created", last.summary)
        result = self.runner.run_job(DRIFT, "languages", {"languages": "ko,fr"})
        self.assertFalse(result.succeeded)
        self.assertIn("::error::no translations in fr; there are ja, ko", result.log)

    def test_a_site_without_translations(self):
        self.import_site("untranslated.fi")
        result = self.runner.run_job(DRIFT, "languages", {})
        self.assertFalse(result.succeeded)
        self.assertIn("no translations on 'main'", result.log)

    def test_a_language_that_fails_does_not_stop_the_others(self):
        last, _ = self.report(expect=False, lose="ja")
        self.assertEqual([issue["title"] for issue in self.github.issues],
                         ["[ko] Outdated files in the dev-1.2-ko.2 branch"])
        self.assertIn("::error::ja: there is no report", last.log)

    def test_an_issue_that_was_edited_meanwhile_is_no_failure(self):
        self.report()
        first = self.run_well(DRIFT, "languages", {"languages": "ko"})
        needs = {"languages": {"result": "success", "outputs": first.outputs}}
        self.runner.artifacts.clear()
        self.commit("content/en/docs/start/first-message.md", "A line more.\n")
        self.run_well(DRIFT, "report", {}, needs, {"language": "ko"})
        korean = next(issue for issue in self.github.issues if "[ko]" in issue["title"])
        korean["body"] = ticked = korean["body"].replace("[ ] M1.", "[x] M1.")
        last = self.run_well(DRIFT, "publish", {}, needs)
        self.assertIn("::warning::ko: left as it is until the next run", last.log)
        self.assertEqual(korean["body"], ticked)

    def test_a_closed_issue_is_opened_again(self):
        self.report({"languages": "ja"})
        self.github.set_state(1, "closed")
        self.report({"languages": "ja"})
        self.assertEqual([issue["state"] for issue in self.github.issues], ["open"])
        self.assertIn("but there is work", self.github.comments[0]["body"])

    def test_an_issue_in_parts(self):
        in_parts = {"languages": "ko", "issue-args": "--max-chars 1600"}
        self.report(in_parts)
        (issue,) = self.github.issues
        self.assertGreater(len(self.github.comments), 0)
        claimed = self.github.comments[0]
        claimed["body"] = claimed["body"].replace("[ ]", "[x]").replace("\n", "\r\n")
        ticks = claimed["body"].count("[x]")
        self.assertGreater(ticks, 0)
        changed = f"PATCH repos/{REPOSITORY}/issues/{issue['number']}"
        self.assertEqual(self.report(in_parts)[1], [changed])  # More are counted as ticked.
        self.assertEqual(self.report(in_parts)[1], [])
        self.report({"languages": "ko"})
        for comment in self.github.comments:
            self.assertIn("Nothing is listed here now.", comment["body"])
        self.assertEqual(issue["body"].count("[x]"), ticks)

    def test_a_tick_after_a_run_that_was_cut_off(self):
        in_parts = {"languages": "ko", "issue-args": "--commits --details --max-chars 2100"}
        self.github.troubles = [Trouble("POST", "comments$", 403, after=1)]
        self.report(in_parts, expect=False)
        (comment,) = self.github.comments
        before = ITEM.findall(comment["body"])
        comment["body"] = comment["body"].replace("[ ]", "[x]", 1)
        self.report(in_parts)
        after = ITEM.findall(comment["body"])
        self.assertEqual(after, [before[0].replace("[ ]", "[x]"), *before[1:]])
        self.assertEqual(self.report(in_parts)[1], [])

    def test_an_issue_that_cannot_be_read_says_so_once(self):
        """And once more if it was mended in between."""
        korean = {"languages": "ko"}
        self.report(korean)
        (issue,) = self.github.issues
        whole = issue["body"]
        spoilt = whole.replace('"highest":', '"highst":').replace("M1. ", "M1. @kim `` ", 1)
        for mail in (1, 2):
            issue["body"] = spoilt
            last, _ = self.report(korean, expect=False)
            self.assertIn("::error::ko: #1 cannot be read, and says so", last.log)
            self.assertEqual(len(self.github.comments), mail)
            said = self.github.comments[-1]["body"]
            self.assertIn("- `error: ", said)
            self.assertIn("it has no 'highest'", said)
            self.assertEqual(self.report(korean, expect=False)[1], [])
            self.assertEqual(issue["body"], spoilt)
            issue["body"] = whole
            self.assertEqual([write.split()[0] for write in self.report(korean)[1]], ["PATCH"])
            self.assertIn("This is mended", self.github.comments[-1]["body"])
            self.assertEqual(self.report(korean)[1], [])

    def test_what_fails_for_other_reasons_is_not_said_in_the_issue(self):
        self.report({"languages": "ko"})
        for wrong in ({"issue-args": "--nonsense"}, {"branch": "nowhere"},
                      {"issue-args": "--max-chars 1"}):
            with self.subTest(wrong):
                last, writes = self.report({"languages": "ko", **wrong}, expect=False)
                self.assertIn("::error::ko: there is no report", last.log)
                self.assertEqual(writes, [])

    def test_an_issue_that_has_lost_a_part(self):
        in_parts = {"languages": "ko", "issue-args": "--commits --details --max-chars 2100"}
        self.report(in_parts)
        (issue,) = self.github.issues
        self.assertGreater(len(self.github.comments), 1)
        self.assertIn('"all"', issue["body"])
        lost = self.github.comments.pop(0)
        self.commit("content/en/docs/start/first-message.md", "A line more.\n")
        self.report(in_parts)
        listed = "\n".join(one["body"] for one in [issue, *self.github.comments])
        self.assertGreater(len(ITEM.findall(lost["body"])), 0)
        self.assertLessEqual(set(ITEM.findall(lost["body"])), set(ITEM.findall(listed)))
        self.report(in_parts)  # What was new is so no more.
        self.assertEqual(self.report(in_parts)[1], [])

    def test_the_program_is_built_once(self):
        self.report({"languages": "ja"})
        log = (self.home / "cmake.log").read_text().splitlines()
        self.assertEqual([line.split()[1] for line in log], ["--preset", "--build", "--install"])
        (saved,) = self.runner.caches.values()
        self.assertTrue(list(pathlib.Path(saved, "lib/l10n-drift").glob("libgit2.so*")))
        self.assertFalse(list(pathlib.Path(saved, "lib/l10n-drift").glob("libc.so*")))

    def test_the_program_of_a_release_is_taken(self):
        self.environment["no_proxy"] = "127.0.0.1"
        with serve_release(ROOT, PROGRAM) as served:
            self.report({"languages": "ja"})
            self.assertEqual(served.requests, [served.name] * 2)
        self.assertFalse((self.home / "cmake.log").exists())
        self.assertEqual(self.runner.caches, {})
        self.assertEqual(len(self.github.issues), 1)

    # --- The check --------------------------------------------------------------------------------

    def open_pull_request(self, base="main", path="content/ko/docs/concepts/retention.md"):
        """A pull request that mends a typo of a page that is out of date."""
        self.runner.event_name = "pull_request"
        self.runner.github = {"base_ref": base}
        self.git("switch", "-q", "-c", "typo", base)
        self.commit(path, "\n오타를 고쳤다.\n", "typo")
        head = self.git("rev-parse", "typo")
        self.git("switch", "-q", "--detach", base)
        self.git("merge", "-q", "--no-ff", "-m", "Merge", "typo")
        self.git("update-ref", "refs/pull/7/merge", "HEAD")
        self.git("switch", "-q", "main")
        self.git("branch", "-q", "-D", "typo")
        self.runner.merge = "refs/pull/7/merge"
        return head

    def tell(self, head):
        """Runs the workflow that comments, on what the check has left."""
        self.runner.event_name = "workflow_run"
        pull = self.github.add_pull(7, "typo", head, "mallory/site")
        self.runner.event = {"workflow_run": run_of(pull)}
        for name, folder in self.runner.artifacts.items():
            files = {path.name: path.read_bytes() for path in folder.iterdir()}
            self.github.add_artifact(zipped(files), name=name)
        return self.run_well(COMMENT, "comment")

    def test_a_typo_fix_is_not_held_up_by_what_was_behind_before(self):
        head = self.open_pull_request("dev-1.2-ko.1")
        result = self.run_well(CHECK, "check", {"base": "origin/main"})
        self.assertNotIn("::error", result.log)
        self.assertIn("### Not the business of this branch", result.summary)
        self.assertIn("#7: nothing to tell", self.tell(head).log)

    def test_a_pull_request_that_would_be_out_of_date(self):
        head = self.open_pull_request("dev-1.2-ko.1")
        inputs = {"base": "origin/main", "args": "--fail-on outdated"}
        result = self.runner.run_job(CHECK, "check", inputs)
        self.assertFalse(result.succeeded)
        self.assertIn("::error file=content/ko/docs/concepts/retention.md,", result.log)
        self.assertIn("content/ko/docs/concepts/retention.md", result.summary)
        self.assertEqual(os.listdir(self.runner.artifacts["l10n-drift-check"]), ["check.json"])
        told = self.tell(head)
        self.assertIn("#7: told", told.log)
        self.assertIn("- `content/ko/docs/concepts/retention.md` is outdated",
                      self.github.comments[0]["body"])

    def test_a_pull_request_that_is_up_to_date(self):
        head = self.open_pull_request("main", "content/ja/_index.md")
        self.run_well(CHECK, "check", {"args": "--min-severity substantive"})
        self.assertIn("#7: nothing to tell", self.tell(head).log)
        self.assertEqual(self.github.comments, [])

    def test_branches_may_be_called_anything(self):
        for base in ("$(touch${IFS}touched)", "`touch`", "a;b", "x&&y", "ko'\"", "가"):
            with self.subTest(base=base):
                self.git("branch", base, "dev-1.2-ko.1")
                self.runner.artifacts.clear()
                self.open_pull_request(base)
                result = self.runner.run_job(CHECK, "check")
                self.assertIn(f"origin/{base}", result.log)
                self.assertNotIn("unknown revision", result.log)
        self.assert_nothing_was_run()

    # --- The runner -------------------------------------------------------------------------------

    def test_unknown_expressions_are_noticed(self):
        for text in ("secrets.X", "github", "inputs.a || inputs.b", "toJSON(github)"):
            with self.assertRaises(UnknownExpression):
                Contexts(github={}).expression(text)


class CoverageTest(unittest.TestCase):
    """Runs after the others."""

    def test_no_step_was_left_out(self):
        self.assertEqual(ALL_STEPS - EXECUTED, set())


def load_tests(loader, _tests, _pattern):
    return unittest.TestSuite(loader.loadTestsFromTestCase(case)
                              for case in (StepsTest, CoverageTest))


if __name__ == "__main__":
    run_tests("the steps of the workflows", sys.argv[3:])
