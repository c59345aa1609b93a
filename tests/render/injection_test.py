#!/usr/bin/env python3
"""Looks for foreign text that acts, in what the program prints: injection_test.py PROGRAM

Every name that somebody else chooses holds what could be a command, a mention, a link or Markdown:
of files, of branches, of commits, of headings. The issue, rendered as GitHub does, must have nothing
in it that is not the program's own (inert_test.py), and no output a line that GitHub Actions would
take for a command.
"""

import pathlib
import re
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import inert_test  # noqa: E402
from workbench import workbench  # noqa: E402

HOSTILE = [
    "::error::x",
    "::error file=a,line=1::x",
    "##[error]x",
    "%0A::error::x",
    "a\n::error::x",
    "`",
    "a`b``c",
    "```",
    "$(touch touched)",
    "'; touch touched; '",
    "@team",
    "@org/team",
    "#1",
    "o/r#1",
    "GH-1",
    "<!--",
    "-->",
    "--><b>x</b><!--",
    "]]>",
    "](http://x)",
    "[a](http://x)",
    "![a](http://x)",
    "[x] done",
    "http://x",
    "www.example.org",
    "a@example.org",
    "0123456789abcdef0123456789abcdef01234567",
    ":tada:",
    "</details></li></ol>",
    "\\",
    "**a** _b_ ~~c~~",
    "| a | b |",
    "\x1b[31m",
    "\u202egnp",
]
SUBJECTS = [*HOSTILE, *(f"Merge pull request #12 from {text}" for text in HOSTILE),
            *(f"{text} (#12)" for text in HOSTILE)]
LINKS = "https://github.com/o/r"
# git lets no more of it into the name of a branch.
BRANCH = "x-<!--`$(touch${IFS}touched)`@team-#1-]]>-](x)-%0A'"


def quoted(path):
    """A path as fast-import takes it."""
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def page(text, body):
    """A heading can hold no line end; a paragraph and code can."""
    heading = text.replace("\n", " ")
    return (f"# Page\n\nFirst.\n\n## {heading}\n\n{body}\n{text}\n\n"
            f"~~~~\n{body}\n{text}\n~~~~\n")


def commit(message, files, mark, parent=None):
    """A commit to BRANCH in the format of `git fast-import`."""
    def data(text):
        return f"data {len(text.encode())}\n{text}\n"

    lines = [f"commit refs/heads/{BRANCH}\nmark :{mark}\n",
             f"committer A <a@example.org> {1600000000 + mark * 90000} +0000\n", data(message),
             f"from :{parent}\n" if parent else ""]
    lines += [f"M 100644 inline {quoted(path)}\n{data(text)}" for path, text in files.items()]
    return "".join(lines)


def history():
    """Pages with hostile names and headings, then a change of all by commits with hostile subjects.

    The last commits are those of a source that has all the subjects in its log.
    """
    names = [f"content/{{}}/{text.replace('//', '/')}.md" for text in HOSTILE]
    before = {name.format("en"): page(text, "Old.") for name, text in zip(names, HOSTILE)}
    before |= {name.format("ko"): page("제목", "옛.") for name in names}
    before |= {"content/en/log.md": "0\n", "content/ko/log.md": "0\n"}
    after = {name.format("en"): page(text, "New text that is another.")
             for name, text in zip(names, HOSTILE)}
    stream = commit("Start", before, 1) + commit("Change", after, 2, 1)
    for number, subject in enumerate(SUBJECTS, 3):
        files = {"content/en/log.md": f"{number}\n"}
        stream += commit(subject, files, number, number - 1)
    return stream + f"reset refs/heads/main\nfrom :{len(SUBJECTS) + 2}\n\n"


def foreign_commands(text):
    """Lines that a runner of GitHub Actions would take for commands."""
    return [line for line in text.splitlines() if re.match(r"\s*::", line) or "##[" in line]


def check_issue(body):
    problems = inert_test.problems_of(body)
    linked = len(re.findall(r"\]\(https://redirect\.github\.com/o/r/pull/12\)", body))
    if linked < len(HOSTILE):
        problems.append(f"{linked} pull requests are linked")
    listed = len(re.findall(r"^- \[ \] M", body, re.M))
    if listed != len(HOSTILE) + 1:
        problems.append(f"{listed} files are listed")
    return problems


def injections(bench):
    """Looks at what is printed of the history. Yields what is wrong."""
    def run(branch, *options):
        return bench.run("l10n-drift", "--lang", "ko", "--base", "main", "--branch", branch,
                         "--commits", *options)

    calls = [(branch, *options) for branch in ("main", BRANCH)
             for options in (["--links", LINKS], ["--links", LINKS, "--details"],
                             ["--links", LINKS, "--style", "compact", "--untranslated"])]
    for call in calls:
        body = run(*call).stdout.decode()
        yield from (f"{call}: {what}" for what in check_issue(body))
    for options in ([], ["--format", "text"], ["--details"], ["--format", "json"],
                    ["--format", "text", "--texts"], ["--format", "json", "--texts"]):
        done = run(BRANCH, *options)
        if done.returncode:
            yield f"{options}: status {done.returncode}"
        yield from (f"{options}: a command: {line!r}"
                    for line in foreign_commands((done.stdout + done.stderr).decode()))
    if (pathlib.Path(bench.repo) / "touched").exists():
        yield "foreign text was run"


def main():
    with tempfile.NamedTemporaryFile() as stream, workbench(sys.argv[1]) as bench:
        stream.write(history().encode())
        stream.flush()
        bench.import_history(stream.name)
        failures = list(injections(bench))
    print("\n".join(failures) or "foreign text does nothing")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
