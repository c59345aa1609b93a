#!/usr/bin/python3
"""Makes the pictures of the documents anew: docs/pictures/make.py PROGRAM

They show what the program writes for the demo's history, with a tick, a page that is done and a new
one. Needs git, cmark-gfm, chromium and fonts-noto-cjk, which nothing else here does, so that the gate
does not run it. Look at the pictures before you commit them.
"""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path(__file__).resolve().parent
HISTORY = FOLDER.parent.parent / "testdata/histories/demo.fi"
BRANCH = "dev-1.2-ko.2"
DAY = "2024-06-01T12:00:00 +0000"
WIDTH = 980
STYLE = """
body { margin: 24px 32px; font: 15px/1.5 "DejaVu Sans", "Noto Sans CJK KR", sans-serif; color: #1f2328; }
h1, h2 { border-bottom: 1px solid #d1d9e0; padding-bottom: 6px; }
h1 { font-size: 26px } h2 { font-size: 21px } h3 { font-size: 17px }
code { font: 13px "DejaVu Sans Mono", monospace; background: #f0f1f3; border-radius: 5px; padding: 2px 5px; }
pre { background: #f6f8fa; padding: 12px; border-radius: 6px } pre code { background: none; padding: 0 }
li { margin: 3px 0 } li:has(> input) { list-style: none; margin-left: -22px } a { color: #0969da }
"""


class Demo:
    """The demo's repository, in which people go on working."""

    def __init__(self, scratch, program):
        self.repo = pathlib.Path(scratch) / "tidewater"
        self.program = program
        self.environment = os.environ | {
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_DATE": DAY, "GIT_COMMITTER_DATE": DAY,
            "GIT_AUTHOR_NAME": "Kim", "GIT_AUTHOR_EMAIL": "kim@example.org",
            "GIT_COMMITTER_NAME": "Kim", "GIT_COMMITTER_EMAIL": "kim@example.org"}
        subprocess.run(["git", "init", "-q", "-b", "main", self.repo], check=True)
        self.git("fast-import", "--quiet", stdin=HISTORY.open("rb"))
        self.git("reset", "-q", "--hard")

    def git(self, *arguments, stdin=subprocess.DEVNULL):
        return subprocess.run(["git", "-C", self.repo, *arguments], env=self.environment,
                              stdin=stdin, check=True, capture_output=True, text=True).stdout

    def commit(self, branch, path, text):
        self.git("switch", "-q", branch)
        (self.repo / path).write_text(text, encoding="utf-8")
        self.git("commit", "-qam", f"update {path}")
        self.git("switch", "-q", "main")

    def body(self, *arguments):
        return subprocess.run([self.program, "--base", "main", "--branch", BRANCH, "--quick",
                               *arguments], cwd=self.repo, env=self.environment, check=True,
                              capture_output=True, text=True).stdout


def lived_in_issue(demo):
    """The second body: somebody has ticked a box and updated a page, and a source has changed."""
    previous = demo.repo.parent / "body.md"
    demo.git("switch", "-q", "main")
    later = "content/en/docs/concepts/retention.md"
    first = demo.body("--exclude", later)
    previous.write_text(re.sub(r"\[ \] (M1\. )", r"[x] \1", first, count=1), encoding="utf-8")
    copied = "examples/producer.yaml"
    demo.commit(BRANCH, f"content/ko/{copied}", demo.git("show", f"main:content/en/{copied}"))
    return demo.body("--previous", previous)


def photograph(markdown, picture, scratch):
    """What GitHub makes of it, as far as cmark-gfm goes; the folds are open."""
    rendered = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "tasklist", "-e",
                               "strikethrough"], input=markdown, text=True, check=True,
                              capture_output=True).stdout
    page = pathlib.Path(scratch) / "page.html"
    rendered = rendered.replace("<details>", "<details open>")
    page.write_text(f'<!DOCTYPE html><meta charset="utf-8"><style>{STYLE}</style>{rendered}',
                    encoding="utf-8")
    lines = rendered.count("<li") * 31 + rendered.count("<h") * 48 + 480
    subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                    "--force-device-scale-factor=1", f"--window-size={WIDTH},{lines}",
                    f"--screenshot={picture}", page.as_uri()], check=True, capture_output=True)


def main(arguments):
    program = shutil.which(arguments[0]) or arguments[0]
    with tempfile.TemporaryDirectory() as scratch:
        demo = Demo(scratch, pathlib.Path(program).resolve())
        photograph(lived_in_issue(demo), FOLDER / "issue.png", scratch)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
