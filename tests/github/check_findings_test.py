#!/usr/bin/python3
"""Makes comments of findings that a stranger may have forged: check_findings_test.py ROOT [TEST...]

cmark-gfm tells what GitHub would make of a comment.
"""

import html.parser
import json
import subprocess
import sys
import unittest

from sample_findings import finding, report
from stub_case import SCRIPTS

sys.path.insert(0, str(SCRIPTS))
import check_findings  # pylint: disable=wrong-import-position,import-error

HOSTILE = ["](https://evil.example) @team #1", "`", "``x`", "a\n- [x] b", "<img src=x>", "<!-- x",
           "-->", "::error::x", "%0A", "$(touch x)", "|", "[x]", "\u202ereversed", "\ud800",
           "{source}", "`" * 90, " ", "", "x" * 9000, "https://evil.example",
           "GH-1 0123456789abcdef0123456789abcdef01234567", "$`x`$", "</code>"]


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


class CheckFindingsTest(unittest.TestCase):
    def test_what_the_program_does_not_write_is_refused(self):
        reports = [report(found) for found in (
            5, finding("renamed ![](x)"), finding(fails="@team"), finding(fails=[]),
            finding(source=5), finding(insertions="![](x)"), finding(insertions=10 ** 80),
            finding(insertions=float("inf")), finding(draft="@team"), finding(draft=[]))]
        reports.append(report(notices=[{"kind": "x", "source": "x", "languages": []}]))
        for content in ("", "null", "[]", "{}", "{\"findings\": 1, \"notices\": []}", "[" * 100000,
                        "{\"findings\": [], \"notices\": [], \"n\": " + "9" * 5000 + "}", "\xff",
                        *map(json.dumps, reports)):
            with self.subTest(content=content[:80]), self.assertRaises(check_findings.Unusable):
                check_findings.parse(content.encode("latin-1"))

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

    def test_a_source_that_came_or_went_is_told_of(self):
        words = {"withdrawn": "nothing is urgent", "published": "is published now", None: ""}
        for draft, said in words.items():
            notice = {"kind": "source_changed", "source": "x", "languages": ["ko"], "draft": draft}
            found = report(finding(fails=False, draft=draft), notices=[notice])
            parsed = check_findings.parse(json.dumps(found))
            for line in parsed.passing + parsed.notices:
                with self.subTest(line=line):
                    self.assertIn(said, line)
                    self.assertEqual("draft" in line, draft is not None)

    def test_a_comment_fits_into_one(self):
        long = "\u202e" * 9000
        findings = [finding(kind, fails, source=long, translation=long, nearest=long, move_to=long)
                    for kind in check_findings.FINDINGS
                    for fails in (True, False) for _ in range(50)]
        parsed = check_findings.parse(json.dumps(report(*findings)))
        self.assertLess(len(check_findings.comment(parsed, "https://github.com/")), 65536)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
