#!/usr/bin/python3
"""A year of a small team, and what it is mailed: year_test.py ROOT [TEST...]

Everything that happens is made up from a seed (small_team.py): the list grows, shrinks to nothing and
to one; people tick, write, talk, delete comments, spoil the issue and mend it, close it and open it
again; runs are cut off, repeated, and come while somebody edits. There is one run a day. After each,
what was mailed is held against what docs/github.md says is mailed, and nothing else may be. GitHub is
the stub, asked in this process and without gh: the other tests show that gh is asked in the same way.
"""

import collections
import contextlib
import io
import json
import os
import pathlib
import shutil
import sys
import tempfile
import unittest
import unittest.mock
import urllib.parse

from small_team import TICKED, Program, Team
from stub_github import BOT, REPOSITORY, GitHub, Refusal

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").absolute()
sys.path.insert(0, str(ROOT / ".github/scripts"))
import github_client  # pylint: disable=wrong-import-position,import-error
import issue_text  # pylint: disable=wrong-import-position,import-error
import living_issue  # pylint: disable=wrong-import-position,import-error

DAYS = 365
CONFLICT = 3
ENVIRONMENT = {"GITHUB_REPOSITORY": REPOSITORY, "L10N_DRIFT_LOGIN": BOT["login"],
               "L10N_DRIFT_WAIT_SCALE": "0", "GITHUB_STEP_SUMMARY": ""}


class CutOff(Exception):
    """The machine is gone."""


class Gh:
    """Takes the place of the `gh` client."""

    def __init__(self, github):
        self.github = github
        self.writes_left = None

    def __call__(self, method, url, content):
        if method != "GET" and self.writes_left is not None:
            if not self.writes_left:
                raise CutOff
            self.writes_left -= 1
        path, _, query = url.partition("?")
        try:
            status, answer = self.github.answer(method, path, dict(urllib.parse.parse_qsl(query)),
                                                content)
        except Refusal as refusal:
            status, answer = refusal.status, refusal.content
        return github_client.Answer(status, {}, json.dumps(answer).encode())


class Expectation:
    """What may be mailed, as docs/github.md says it. It knows nothing of how that is remembered."""

    def __init__(self):
        self.quiet = 0  # Runs in a row without work.
        self.is_rested = False  # There was no work for two runs, since the issue was last open.
        self.overruled = False  # Somebody closed the issue while there was work, and we opened it.
        self.heeded = None  # What needed work when somebody closed it after that.

    def state_changes(self, was_open, work):
        """The change of state that a run makes, or None."""
        self.quiet = 0 if work else self.quiet + 1
        if was_open:
            self.heeded = None
            closes = self.quiet >= 2
            self.is_rested = closes
            self.overruled = self.overruled and not closes
            return "closed" if closes else None
        if not work:
            self.is_rested = self.is_rested or self.quiet >= 2
            return None
        if self.is_rested:
            self.is_rested = self.overruled = False
            self.heeded = None
            return "reopened"
        if self.overruled and self.heeded is None:
            self.heeded = work
        if self.overruled and work <= self.heeded:
            return None
        self.overruled, self.heeded = True, None
        return "reopened"


class Year:
    """Leads an issue through the year, and counts what is mailed, by kind."""

    def __init__(self, test, seed, folder):
        self.test = test
        self.github = GitHub()
        self.gh = Gh(self.github)
        self.team = Team(seed, self.github)
        self.program = Program()
        self.expected = Expectation()
        self.folder = pathlib.Path(folder)
        self.mails = collections.Counter()
        self.runs = collections.Counter()
        self.said_refused = self.said_closed = False

    # --- A run ------------------------------------------------------------------------------------

    def script(self, *arguments):
        with contextlib.redirect_stderr(io.StringIO()) as said, \
                unittest.mock.patch.object(github_client, "ask_gh", self.gh):
            status = living_issue.main([*arguments, str(self.folder)])
        self.test.assertIn(status, (0, 1, CONFLICT), said.getvalue())
        return status

    def publish(self):
        return self.script("publish", "--languages", "ko")

    def report(self):
        """The job that makes the report. Returns how many parts it has, or None."""
        folder = self.folder / "ko"
        shutil.rmtree(folder, ignore_errors=True)
        self.test.assertEqual(self.script("previous", "--language", "ko"), 0)
        previous = [(folder / "previous" / f"{number + 1}.md").read_text()
                    for number in range(len(list((folder / "previous").iterdir())))]
        texts = self.program.run(previous, self.team.items)
        if texts is None:
            (folder / "refused").write_text("l10n-drift: error: @kim `` a piece has no end\n")
            return None
        for number, text in enumerate(texts, 1):
            (folder / f"{number}.md").write_text(text)
        (folder / "open").write_text(str(len(self.team.items)))
        return len(texts)

    def comments(self):
        return [comment for comment in self.github.comments if comment["user"] == BOT]

    def parts(self):
        return [comment["body"] for comment in self.comments()
                if issue_text.is_further_part(comment["body"], "ko")]

    def run(self):
        """The run of a day, which may go wrong in several ways."""
        wanted = self.report()
        if wanted and self.github.issues and self.team.chance(0.05):
            self.conflict()
            wanted = self.report()
        was_open = bool(self.github.issues) and self.github.issues[0]["state"] == "open"
        before, present = len(self.github.mails), len(self.parts())
        known = {comment["id"] for comment in self.comments()}
        if wanted and self.team.chance(0.1):
            wanted = self.cut_off() or wanted
        status = self.publish()
        self.test.assertEqual(status, 0 if wanted else 1)
        mails = self.github.mails[before:]
        comments = [comment["body"] for comment in self.comments() if comment["id"] not in known]
        kinds = collections.Counter(filter(lambda kind: kind != "comment", mails))
        kinds.update(map(self.kind_of, comments))
        self.test.assertEqual(mails.count("comment"), len(comments))
        self.test.assertEqual(kinds, self.expected_mails(wanted, present, was_open))
        self.mails += kinds
        self.look(wanted)

    def kind_of(self, comment):
        if issue_text.is_further_part(comment, "ko"):
            return "part"
        return "refusal" if issue_text.is_refusal(comment) else "note"

    def expected_mails(self, wanted, present, was_open):
        if not wanted:
            told, self.said_refused = self.said_refused, True
            return collections.Counter([] if told else ["refusal"])
        self.said_refused = False
        if self.mails["issue"] == 0:
            return collections.Counter(["issue"] * bool(self.team.items) + ["part"] * (wanted - 1))
        change = self.expected.state_changes(was_open, len(self.team.items))
        # Who opens it again while there is nothing to do has read the comment.
        is_told, self.said_closed = change == "closed" and self.said_closed, \
            change == "closed" or (self.said_closed and change is None)
        is_open = self.github.issues[0]["state"] == "open"
        self.test.assertEqual(is_open, was_open if change is None else change == "reopened")
        parts = max(0, wanted - 1 - present) if was_open or is_open else 0
        return collections.Counter([change, *(() if is_told else ["note"])] if change else []) + \
            collections.Counter(["part"] * parts)

    def conflict(self):
        """Somebody writes while the report is made. It is left alone, and the run repeated."""
        self.runs["conflict"] += 1
        issue = self.github.issues[0]
        issue["body"] += f"{self.team.new_words()}\n"
        before = len(self.github.mails)
        status = self.publish()
        self.test.assertEqual(status, CONFLICT)
        self.test.assertEqual(self.github.mails[before:], [])

    def cut_off(self):
        """The run ends somewhere; another one of the same report follows, or of a new one. Returns
        how many parts that has."""
        self.gh.writes_left = self.team.random.randint(0, 4)
        try:
            self.publish()
        except CutOff:
            self.runs["cut off"] += 1
            if self.team.chance(0.7):
                self.gh.writes_left = None
                self.team.go_on()
                return self.report()
        finally:
            self.gh.writes_left = None
        return None

    # --- What the issue says ----------------------------------------------------------------------

    def look(self, wanted):
        if not self.github.issues:
            return
        issue = self.github.issues[0]
        texts = [comment["body"] for comment in self.github.comments] + [issue["body"]]
        all_of_it = "\n".join(texts).replace("\u2060", "")
        for words in self.team.written:
            self.test.assertEqual(all_of_it.count(words), 1, words)
        if wanted and issue["state"] == "open":
            self.test.assertLessEqual(self.team.ticked & set(self.team.items),
                                      set(TICKED.findall(all_of_it)))
            parts = [issue["body"], *self.parts()]
            self.test.assertEqual([issue_text.markers(part)[0]["part"] for part in parts],
                                  list(range(1, wanted + 1)))
            for item in self.team.items:
                self.test.assertEqual(sum(part.count(f" {item}. ") for part in parts), 1, item)

    def live(self):
        for day in range(DAYS):
            self.team.work(day)
            if self.github.issues:
                self.team.touch_the_issue()
            self.run()
        return self


class YearTest(unittest.TestCase):
    def lead(self, seed):
        with tempfile.TemporaryDirectory() as folder, \
                unittest.mock.patch.dict(os.environ, ENVIRONMENT):
            return Year(self, seed, folder).live()

    def test_a_year_is_mailed_by_kind(self):
        year = self.lead(1)
        self.assertEqual(year.mails, {"issue": 1, "part": 14, "refusal": 18, "closed": 15,
                                      "reopened": 16, "note": 31})

    def test_other_years(self):
        seen = collections.Counter()
        for seed in (2, 3, 4, 106, 110):
            with self.subTest(seed=seed):
                year = self.lead(seed)
                seen += year.mails + year.runs
        self.assertLessEqual({"issue", "part", "note", "closed", "reopened", "refusal", "cut off",
                              "conflict"}, seen.keys())


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
