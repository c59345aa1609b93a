#!/usr/bin/python3
"""Comments on pull requests through the real `gh` client: comment_test.py ROOT [TEST...]

GitHub is a stub on loopback (stub_api.py). What strangers can forge, the artifact and the names of
branches, is forged here. Skipped, with status 77, where gh is not installed.
"""

import html.parser
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest
import zipfile

import stub_api
from stub_api import BOT, REPOSITORY, Trouble

SKIPPED = 77
ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").absolute()
SCRIPTS = ROOT / ".github/scripts"
sys.path.insert(0, str(SCRIPTS))
import check_findings  # pylint: disable=wrong-import-position,import-error

STRANGER = {"login": "mallory", "type": "User"}
SHA = "0123456789abcdef0123456789abcdef01234567"
FORK = "mallory/site"
COMMENTS = f"repos/{REPOSITORY}/issues/7/comments"
HOSTILE = ["](https://evil.example) @team #1", "`", "``x`", "a\n- [x] b", "<img src=x>", "<!-- x",
           "-->", "::error::x", "%0A", "$(touch x)", "|", "[x]", "\u202ereversed", "\ud800",
           "{source}", "`" * 90, " ", "", "x" * 9000, "https://evil.example", "GH-1 " + SHA,
           "$`x`$", "</code>"]


def finding(kind="outdated", fails=True, **fields):
    return {"kind": kind, "fails": fails, "source": "content/en/a.md",
            "translation": "content/ko/a.md", "insertions": 3, "deletions": 1, "open_changes": 0,
            **fields}


def report(*findings, notices=()):
    return {"findings": list(findings), "notices": list(notices)}


def archive(content, name="check.json", method=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as opened:
        opened.writestr(name, content)
    return stream.getvalue()


class CommentTest(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.scratch = pathlib.Path(scratch.name)
        self.stub = stub_api.Stub()
        self.stub.__enter__()
        self.addCleanup(self.stub.__exit__)
        self.github = self.stub.github
        self.environment = self.stub.environment(scratch.name)
        self.environment["GITHUB_EVENT_PATH"] = str(self.scratch / "event.json")
        self.run = {"id": 99, "event": "pull_request", "head_branch": "fix", "head_sha": SHA,
                    "head_repository": {"full_name": FORK, "owner": {"login": "mallory"}}}
        self.add_pull(7)
        self.said = ""

    def add_pull(self, number, **changes):
        head = {"ref": self.run["head_branch"], "sha": SHA, "user": {"login": "mallory"},
                "repo": {"full_name": FORK}}
        self.github.pulls.append({
            "number": number, "title": "x", "body": "x", "state": changes.pop("state", "open"),
            "user": STRANGER, "base": {"ref": "main", "repo": {"full_name": REPOSITORY}},
            "head": {**head, **changes}})

    def leave(self, content, **changes):
        """The check leaves an artifact."""
        self.github.artifacts.append({
            "id": self.github.new_id(), "run": 99, "name": "l10n-drift-check", "expired": False,
            "content": content, "size_in_bytes": len(content), **changes})

    def tell(self, expect=0):
        """Runs the script. Returns what it wrote to GitHub."""
        (self.scratch / "event.json").write_text(json.dumps({"workflow_run": self.run}))
        before = len(self.github.writes())
        done = subprocess.run(["/usr/bin/python3", SCRIPTS / "check_comment.py"],
                              env=self.environment, cwd=self.scratch, capture_output=True,
                              text=True, timeout=120, check=False)
        self.said = done.stdout + done.stderr
        self.assertNotIn("Traceback", self.said)
        self.assertEqual(done.returncode, expect, self.said)
        return self.github.writes()[before:]

    def leave_and_tell(self, *findings, **others):
        self.github.artifacts.clear()
        self.leave(archive(json.dumps(report(*findings, **others))))
        return self.tell()

    def body(self):
        bodies = [comment["body"] for comment in self.github.comments if comment["user"] == BOT]
        self.assertEqual(len(bodies), 1)
        return bodies[0]

    # --- One comment ------------------------------------------------------------------------------

    def test_tells_once_and_edits_ever_after(self):
        partly = finding("partially_updated", False, open_changes=2)
        self.assertEqual(self.leave_and_tell(finding(), partly), [f"POST {COMMENTS}"])
        self.assertEqual(self.body(), """\
<!-- l10n-drift-check -->
### Translations

Translations that this pull request changes would be out of date once merged.

To be mended before the merge:

- `content/ko/a.md` is outdated (+3 -1 lines). Its source is `content/en/a.md`.

Worth a look:

- `content/ko/a.md` is only partly updated (+3 -1 lines, 2 open changes). Its source is \
`content/en/a.md`.

Where and what: [the details of the check](https://github.com/tidewater/site/actions/runs/99).
""")
        comment = self.github.comments[0]["id"]
        edit = [f"PATCH repos/{REPOSITORY}/issues/comments/{comment}"]
        self.assertEqual(self.leave_and_tell(finding("deleted")), edit)
        self.assertIn("its source `content/en/a.md` was deleted", self.body())
        self.assertEqual(self.leave_and_tell(), edit)
        self.assertIn("All translations that this pull request changes are up to date.",
                      self.body())

    def test_the_same_findings_of_another_run_are_no_news(self):
        self.leave_and_tell(finding())
        self.github.comments[0]["body"] = self.github.comments[0]["body"].replace("/99", "/98")
        self.assertEqual(self.leave_and_tell(finding()), [])

    def test_says_nothing_where_nothing_was_ever_found(self):
        self.assertEqual(self.leave_and_tell(), [])
        self.assertIn("#7: nothing to tell", self.said)

    def test_every_kind_has_its_words(self):
        self.leave_and_tell(finding("renamed", move_to="content/ko/b.md"),
                            finding("never", nearest="content/en/b.md"), finding("unknown", False),
                            notices=[{"kind": kind, "source": "c.md", "languages": ["ja"]}
                                     for kind in check_findings.NOTICES])
        self.assertIn("It belongs at `content/ko/b.md` now.", self.body())
        self.assertIn("Is `content/en/b.md` meant?", self.body())
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
        self.github.pulls[0]["head"]["sha"] = SHA[::-1]
        self.refused("no open pull request has this commit for its head")

    def test_the_pull_request_is_closed(self):
        self.github.pulls[0]["state"] = "closed"
        self.refused("no open pull request")

    def test_another_repository_of_the_same_owner(self):
        self.github.pulls[0]["head"]["repo"] = {"full_name": "mallory/other"}
        self.refused("no open pull request")

    def test_a_fork_that_is_gone(self):
        self.github.pulls[0]["head"]["repo"] = None
        self.refused("no open pull request")
        self.run["head_repository"] = None
        self.refused("the repository of the pull request is gone")

    def test_two_pull_requests_of_one_branch(self):
        self.add_pull(8)
        self.refused("2 pull requests have this commit for their head")

    def test_a_push_is_no_pull_request(self):
        self.run["event"] = "push"
        self.refused("the run was started by push")

    def test_a_branch_may_be_called_anything(self):
        for branch in ("$(touch touched)", "a&head=x:y", "#?%", "a\nb", "`x`;x", "--input", "é"):
            self.github.comments.clear()
            self.run["head_branch"] = self.github.pulls[0]["head"]["ref"] = branch
            self.assertEqual(self.leave_and_tell(finding()), [f"POST {COMMENTS}"], branch)
        self.assertEqual(sorted(path.name for path in self.scratch.iterdir()), ["event.json"])

    def test_the_number_in_the_artifact_is_nothing(self):
        self.add_pull(8, sha=SHA[::-1])
        content = report(finding()) | {"number": 8, "pull_request": 8, "issue": 8}
        self.leave(archive(json.dumps(content)))
        self.assertEqual(self.tell(), [f"POST {COMMENTS}"])

    # --- Forged artifacts -------------------------------------------------------------------------

    def test_no_artifact_or_another_is_no_comment(self):
        self.leave(archive(json.dumps(report(finding()))), name="other")
        self.leave(archive(json.dumps(report(finding()))), run=98)
        self.leave(archive(json.dumps(report(finding()))), expired=True)
        self.assertEqual(self.tell(), [])
        self.assertIn("no comment: the check left no findings", self.said)

    def test_archives_that_are_none_or_too_much(self):
        good = json.dumps(report(finding()))
        two = io.BytesIO()
        with zipfile.ZipFile(two, "w") as opened:
            opened.writestr("check.json", good)
            opened.writestr("../../x", "x")
        bomb = archive(good + " " * check_findings.LARGEST_FILE)
        encrypted = bytearray(archive(good))
        encrypted[6] |= 1
        encrypted[encrypted.index(b"PK\x01\x02") + 8] |= 1
        for content in (b"", b"no zip", two.getvalue(), bomb, archive(good, "../check.json"),
                        archive(good, "/etc/passwd"), archive(good)[:-30], bytes(encrypted),
                        archive(good).replace(b"check.json", b"check.jsoN", 1)):
            self.github.artifacts.clear()
            self.leave(content)
            self.assertEqual(self.tell(expect=1), [])
        self.assertEqual(sorted(path.name for path in self.scratch.iterdir()), ["event.json"])

    def test_a_large_artifact_is_not_even_fetched(self):
        self.leave(b"x", size_in_bytes=check_findings.LARGEST_ARCHIVE + 1)
        self.assertEqual(self.tell(expect=1), [])
        self.assertEqual([request for request in self.github.requests if "zip" in request], [])

    def test_an_artifact_that_is_larger_than_it_said(self):
        content = json.dumps(report(finding())) + " " * check_findings.LARGEST_ARCHIVE
        self.leave(archive(content, method=zipfile.ZIP_STORED), size_in_bytes=5)
        self.assertEqual(self.tell(expect=1), [])

    def test_the_token_stays_with_github(self):
        self.leave_and_tell(finding())
        self.assertIn("GET download", self.github.requests)
        self.assertNotIn("GET download with the token", self.github.requests)

    def test_content_that_the_program_does_not_write(self):
        for content in ("", "null", "[]", "{}", "{\"findings\": 1, \"notices\": []}", "[" * 100000,
                        json.dumps(report(finding("renamed ![](x)"))), json.dumps(report(5)),
                        json.dumps(report(finding(fails="@team"))),
                        json.dumps(report(finding(fails=[]))),
                        json.dumps(report(finding(source=5))),
                        json.dumps(report(finding(insertions="![](x)"))),
                        json.dumps(report(finding(insertions=10 ** 80))),
                        json.dumps(report(finding(insertions=float("inf")))),
                        json.dumps(report(notices=[{"kind": "x", "source": "x", "languages": []}])),
                        "{\"findings\": [], \"notices\": [], \"n\": " + "9" * 5000 + "}", "\xff"):
            with self.subTest(content=content[:80]), self.assertRaises(check_findings.Unusable):
                check_findings.parse(content.encode("latin-1"))
        self.leave(archive("[]"))
        self.assertEqual(self.tell(expect=1), [])
        self.assertIn("::error::check.json is no output of l10n-drift check", self.said)

    def test_foreign_text_stays_code(self):
        findings = [finding(kind, source=text, translation=text, nearest=text, move_to=text)
                    for text in HOSTILE for kind in check_findings.FINDINGS]
        notices = [{"kind": "source_changed", "source": text, "languages": [text]}
                   for text in HOSTILE]
        while findings or notices:
            parsed = check_findings.parse(json.dumps(report(*findings[:40], notices=notices[:40])))
            body = check_findings.comment(parsed, "https://github.com/x/y/actions/runs/1")
            page = Page(body)
            self.assertEqual(page.links, ["https://github.com/x/y/actions/runs/1"])
            self.assertLessEqual(page.tags, {"h3", "p", "ul", "li", "code", "a"})
            self.assertEqual(page.comments, [" l10n-drift-check "])
            self.assertNotRegex(page.text, r"[@#$<>\[\]{}`|%]|evil|GH-|0123|::|touch")
            findings, notices = findings[40:], notices[40:]

    def test_a_comment_fits_into_one(self):
        long = "\u202e" * 9000
        findings = [finding(kind, fails, source=long, translation=long, nearest=long, move_to=long)
                    for kind in check_findings.FINDINGS
                    for fails in (True, False) for _ in range(50)]
        parsed = check_findings.parse(json.dumps(report(*findings)))
        self.assertLess(len(check_findings.comment(parsed, "https://github.com/")), 65536)


class Page(html.parser.HTMLParser):
    """What GitHub would make of a body: tags, links, comments, and text that is no code."""

    def __init__(self, body):
        super().__init__()
        self.tags, self.links, self.comments, self.text = set(), [], [], ""
        self._code = 0
        command = ["cmark-gfm", "--unsafe"]
        for name in ("autolink", "footnotes", "strikethrough", "table", "tasklist"):
            command += ["-e", name]
        self.feed(subprocess.run(command, input=body, capture_output=True, text=True, timeout=60,
                                 check=True).stdout)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self._code += tag == "code"
        self.links += [value for name, value in attrs if name == "href"]

    def handle_endtag(self, tag):
        self._code -= tag == "code"

    def handle_comment(self, data):
        self.comments.append(data)

    def handle_data(self, data):
        self.text += "" if self._code else data


if __name__ == "__main__":
    if not shutil.which("gh"):
        print("SKIPPED: comments on pull requests: there is no gh to drive them through")
        sys.exit(SKIPPED)
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
