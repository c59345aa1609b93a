"""What the tests of the issues that keep themselves up to date have in common."""

import json
import shutil

from stub_case import StubCase
from stub_github import REPOSITORY

LABEL = "l10n-drift"
ISSUES = f"repos/{REPOSITORY}/issues"
PIECES = "<!-- l10n-drift-begin: M -->\nb\n<!-- l10n-drift-end -->"


def marker(language="ko", branch="dev-1.2-ko.1", part=1, parts=1, **more):
    content = {"base": "main", "branch": branch, "language": language, "version": "0.1.0",
               "part": part, "parts": parts, "files": 2, **more}
    return f"<!-- l10n-drift: {json.dumps(content, separators=(',', ':'))} -->"


def report(*texts, language="ko", branch="dev-1.2-ko.1", **more):
    """The parts of a report, as `--output-dir` writes them; `more` stands in each marker."""
    return [f"{text}\n\n{marker(language, branch, number, len(texts), **more)}\n"
            for number, text in enumerate(texts, 1)]


class PublisherCase(StubCase):
    """The steps of a run of the workflow, and what the issue says after them."""

    def setUp(self):
        super().setUp()
        self.folder = self.scratch / "reports"

    def previous(self, language="ko", expect=0):
        """What the issue says now, in parts, as `l10n-drift --previous` gets it."""
        shutil.rmtree(self.folder / language, ignore_errors=True)
        self.run_script("living_issue.py", "previous", "--language", language, self.folder,
                        expect=expect)
        if expect:
            return []
        folder = self.folder / language / "previous"
        return [(folder / f"{number + 1}.md").read_text()
                for number in range(len(list(folder.iterdir())))]

    def write(self, texts, count, language="ko"):
        for number, text in enumerate(texts, 1):
            (self.folder / language / f"{number}.md").write_text(text)
        (self.folder / language / "open").write_text(f"{count}\n")

    def publish(self, *languages, expect=0):
        """Publishes. Returns the writes that it took."""
        return self.run_script("living_issue.py", "publish", "--languages",
                               ",".join(languages or ("ko",)), self.folder, expect=expect)

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
