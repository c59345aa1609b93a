#!/usr/bin/python3
"""The life of an issue, through the command line on a real repository: issue_life_test.py PROGRAM

One team's issue from its first body to its last: regenerated without a change, ticked, the source
moving on, files done, new, renamed and in other sections, people writing around and between its
pieces, cut into parts and joined again, sent back by a browser with CRLF.

Then the same with names that are as hostile as git allows: whatever the body says, cmark-gfm, with
GitHub's extensions, makes nothing of it but what is ours; a second time, too, when the names come
out of the body itself.
"""

import pathlib
import re
import sys

for folder in ("render", "support"):
    sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / folder))
import inert_test  # pylint: disable=wrong-import-position
from workbench import workbench  # pylint: disable=wrong-import-position

BRANCH = "dev-1.2-ko.1"
PAGE = "---\ntitle: {name}\n---\n\n# {name}\n\n" + "".join(
    f"Paragraph {i} of the page, with words enough to tell it from others.\n\n" for i in range(9))
TRANSLATION = "# 제목\n\n" + "".join(f"다른 것과 구별할 수 있는 {i}번째 문단이다.\n\n" for i in range(9))
ITEM = re.compile(r"^- \[([ x])\] ([A-Z][0-9]+)\. (.*)$", re.M)

# A name of a file may have anything but '/' and NUL; that of a branch has less.
HOSTILE = [
    "a::error::b.md", "a%0Ab.md", "a`b`c.md", "$(touch pwned).md", "@team.md", "#1 fixes #1.md",
    "<!-- l10n-drift-end -->.md", "-->.md", "]]>.md", "<!--.md", "[x] done.md", "[l](y).md",
    "new\nline.md", "new\n<!-- l10n-drift-end -->\n.md", "\n1. [x] M1. b.md", "caf\udce9.md",
    "\x1b[31m.md", "--dash--.md", "</details>.md", "&lt;b&gt;.md", "'quotes\".md", "GH-12 {0}.md",
    "```.md", "0123456789abcdef.md", "www.example.org.md", "한국어.md", "\\u0022}}} -->.md",
]


def check(holds, what):
    if not holds:
        raise AssertionError(what)


class Repository:
    """A scratch repository with a base and a milestone, and the program run on it."""

    def __init__(self, bench):
        self.bench = bench
        self.folder = pathlib.Path(bench.scratch)
        self.repo = pathlib.Path(bench.repo)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments):
        self.bench.output("git", *arguments)

    def commit(self, branch, changes, moves=()):
        """`changes` maps paths to contents, or to None where the file goes."""
        if branch not in ("main", None):
            self.git("switch", "-q", branch)
        for old, new in moves:
            (self.repo / new).parent.mkdir(parents=True, exist_ok=True)
            self.git("mv", old, new)
        for path, content in changes.items():
            target = self.repo / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                target.unlink()
            else:
                target.write_text(content, encoding="utf-8")
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "change")
        self.git("switch", "-q", "main")

    def run(self, *arguments, branch=BRANCH, previous=()):
        files = []
        for text in previous:
            file = self.folder / f"previous-{len(files)}.md"
            file.write_bytes(text.encode("utf-8", "surrogateescape"))
            files += ["--previous", file]
        body = self.bench.output("l10n-drift", "--base", "main", "--branch", branch, "--lang", "ko",
                                 *files, *arguments)
        return body.decode("utf-8", "surrogateescape")

    def parts(self, max_chars, previous=()):
        folder = self.folder / "parts"
        self.run("--output-dir", folder, "--max-chars", str(max_chars), previous=previous)
        texts = []
        while (folder / f"{len(texts) + 1}.md").exists():
            texts.append((folder / f"{len(texts) + 1}.md").read_bytes().decode())
            check(len(texts[-1]) <= max_chars, "a part is too long")
        return texts


def items(body):
    """{id: (ticked, rest of the line)} of all files in the body."""
    return {label: (tick == "x", rest) for tick, label, rest in ITEM.findall(body)}


def page(name, *, line=""):
    return PAGE.format(name=name) + line


def source(name):
    return f"content/en/{name}.md"


def translation(name):
    return f"content/ko/{name}.md"


def tick(body, label):
    ticked = body.replace(f"[ ] {label}. ", f"[x] {label}. ")
    check(ticked != body, f"{label} can be ticked")
    return ticked


def begin(repo):
    names = ["a", "b", "c", "d", "e"]
    repo.commit(None, {source(n): page(n) for n in names})
    repo.commit(None, {translation(n): TRANSLATION for n in names})
    repo.git("branch", BRANCH)
    repo.commit("main", {source(n): page(n, line="New.\n") for n in "abcd"})


def test_life(repo):
    begin(repo)
    first = repo.run()
    check(list(items(first)) == ["M1", "M2", "M3", "M4"], "four files are listed")
    check(repo.run(previous=[first]) == first, "without a change, the same bytes")

    # People tick boxes, claim files in a line of the list, and write around it.
    body = tick(tick(first, "M2"), "M3").replace("M4. `content/en/d.md`", "M4. `d` @someone")
    mark = "<!-- l10n-drift-begin: solution -->"
    body = "Read the **guide** first, @team.\n\n" + body.replace(mark, "M4 is hard.\n" + mark)
    body += "\nSee #12.  \n"
    again = repo.run(previous=[body])
    check(items(again)["M2"][0] and not items(again)["M1"][0], "ticks stay")
    check(again.startswith("Read the **guide** first, @team.\n\n<!-- "), "the text above stays")
    check("\nM4 is hard.\n" + mark in again, "the text between stays")
    check(again.endswith(" -->\n\nSee #12.  \n"), "the text below stays")
    check("\n- M4: " in again and again.count("@someone") == 1,
          "what somebody wrote into the list stands below it")
    check(repo.run(previous=[again]) == again, "the same bytes, with what people wrote")

    # A browser sends CRLF.
    browser = again.replace("\n", "\r\n")
    check(repo.run(previous=[browser]) == browser, "the same bytes, as the browser sent them")

    # Whoever looks at some pages alone makes none of the others done, and takes no tick from them.
    some = repo.run("--include", "a.md", "--exclude", "c.md", previous=[again])
    check("3 files left out of this report" in some, "they are listed as left out")
    check([ticked for ticked, _ in items(some).values()] == [False, True, True, False],
          "with their ticks")
    check(repo.run("--include", "a.md", previous=[some]) == some, "the same bytes")
    check(repo.run(previous=[some]) == again, "and the next whole list is what it was")

    # The source of one moves on after the tick; one is done; one is new, with a name before all.
    repo.commit("main", {source("b"): page("b", line="New, and newer.\n"), source("0"): page("0")})
    repo.commit(BRANCH, {translation("a"): "# 제목\n\n" + page("a", line="New.\n")[9:]})
    repo.git("switch", "-q", BRANCH)
    repo.git("merge", "-q", "--no-edit", "main")
    repo.git("switch", "-q", "main")
    repo.commit(BRANCH, {translation("a"): page("a", line="New.\n"), translation("0"): "# 영\n"})
    repo.commit("main", {source("0"): page("0", line="New.\n")})
    body = repo.run(previous=[again])
    now = items(body)
    check(now["M2"] == (False, now["M2"][1]) and "changed since it was ticked" in now["M2"][1],
          "a tick goes when the source moves on")
    check(now["M3"][0], "another tick stays")
    check(now["M5"][1].startswith("(new) `content/en/0.md`"), "a new file follows the highest id")
    check("New since the last report: M5." in body, "and is told as such")
    check(now["M1"] == (True, "`content/en/a.md`"), "what is done is listed as done")
    check(re.search(r"<summary>1 file done</summary>\n\n- \[x\] M1\. ", body), "and folded")
    body = repo.run(previous=[body])
    check("(new)" not in body and "New since" not in body, "which is news once")
    check("changed since it was ticked" in body, "a note stays")
    check(repo.run(previous=[body]) == body, "and so do the bytes")
    noted = repo.run(previous=[tick(body, "M2")])
    check(items(noted)["M2"][0] and "since it was ticked" not in noted, "until it is ticked again")

    # A source is renamed, another deleted; the rename is followed later.
    repo.commit("main", {source("d"): None}, [(source("c"), source("new/c"))])
    moved = repo.run(previous=[noted])
    now = items(moved)
    check("`content/en/c.md` -> `content/en/new/c.md`" in now["R1"][1], "the source has moved")
    check("(formerly M3)" in now["R1"][1], "and its file says what it was")
    check("(formerly M4)" in now["D1"][1], "so does a file that is to be deleted")
    repo.commit(BRANCH, {translation("d"): None}, [(translation("c"), translation("new/c"))])
    repo.commit("main", {source("new/c"): page("c", line="New, once more.\n")})
    body = repo.run(previous=[moved])
    now = items(body)
    check("`content/en/new/c.md`" in now["M3"][1] and "(formerly R1)" in now["M3"][1],
          "a file that comes back to a section has its old id")
    check(now["D1"][1] == "`content/ko/d.md` (formerly M4) (no longer in the report)", "it is gone")

    # Again; and whoever moves the page along updates it from the newest source.
    repo.commit("main", {}, [(source("new/c"), source("newer/c"))])
    body = repo.run(previous=[body])
    check("`content/en/newer/c.md`" in items(body)["R1"][1], "the source has moved again")
    repo.git("switch", "-q", BRANCH)
    repo.git("merge", "-q", "--no-edit", "main")
    repo.commit(BRANCH, {translation("newer/c"): "# 제목\n\n글\n"},
                [(translation("new/c"), translation("newer/c"))])
    body = repo.run(previous=[body])
    check("`content/en/newer/c.md`" in items(body)["R1"][1], "it is done, under its new name")
    repo.commit("main", {source("newer/c"): page("c", line="New, a third time.\n")})
    body = repo.run(previous=[body])
    check("`content/en/newer/c.md`" in items(body)["M3"][1], "the id has moved along")

    # Cut into parts, with more text of people in them, and joined again.
    body = repo.run(previous=[body])
    parts = repo.parts(1500, [body])
    check(len(parts) > 1, "it is cut")
    check(repo.parts(1500, ["".join(parts)]) == parts, "joined, the same parts")
    check(repo.parts(1500, parts) == parts, "one by one, too")
    parts[1] += "A comment of ours.\n"
    joined = repo.run(previous=["\n".join(parts)])
    check(joined == body + "A comment of ours.\n", "the whole body is there again")

    # The next milestone has the same issue.
    repo.git("branch", "dev-1.2-ko.2", BRANCH)
    other = repo.run(branch="dev-1.2-ko.2", previous=[joined])
    is_open = {label: item for label, item in items(joined).items()
               if f"- [x] {label}. " not in joined[joined.index("done</summary>"):]}
    check(items(other) == is_open, "a new branch keeps the ids, and lists no more what was done")
    done = len(items(joined)) - len(is_open)
    check(done > 0 and f", {done} done." in other, "but counts it")
    check(repo.run(branch="dev-1.2-ko.2", previous=[other]) == other, "the same bytes once more")


def expect_inert(body, when):
    problems = inert_test.problems_of(body)
    check(not problems, f"{when}: {problems}\n{body}")


def test_hostile(repo):
    branch = "dev-$(id)`-@team-#1-%0A-]]>-<!---->"
    names = [name.removesuffix(".md") for name in HOSTILE]
    heading = "# a\n\n## ::error:: @team #1 <!-- `x` ]]> $(id)\n\nText.\n"
    repo.commit(None, {source(n): heading for n in names})
    repo.commit(None, {translation(n): heading for n in names})
    # A page that stays up to date, as a report has to have something to look at.
    repo.commit(None, {source("kept"): heading, translation("kept"): heading})
    repo.git("branch", branch)
    repo.commit("main", {source(n): heading + "\nNew text.\n" for n in names})
    body = repo.run("--details", branch=branch)
    expect_inert(body, "the first body")
    check(len(items(body)) == len(names), "each name is an item of its own")
    check(repo.run("--details", branch=branch, previous=[body]) == body, "the same bytes again")
    ticked = body.replace("- [ ] M", "- [x] M")
    repo.commit("main", {source(n): heading + "\nNewer text.\n" for n in names[::2]})
    body = repo.run("--details", branch=branch, previous=[ticked])
    expect_inert(body, "the second body")
    check(sum(ticked for ticked, _ in items(body).values()) == len(names) // 2, "half are ticked")
    left_out = repo.run("--include", source("kept"), branch=branch, previous=[body])
    expect_inert(left_out, "the body with all left out")
    check(items(left_out).keys() == items(body).keys(), "each is listed as left out")
    check(repo.run("--details", branch=branch, previous=[left_out]) == body, "and comes back")
    # Now the names are in the body alone.
    repo.git("switch", "-q", branch)
    repo.git("rm", "-q", "-r", "content/ko")
    repo.git("commit", "-q", "-m", "gone", "--allow-empty")
    repo.git("switch", "-q", "main")
    repo.commit(branch, {translation("left"): heading})
    body = repo.run(branch=branch, previous=[body])
    expect_inert(body, "the third body")
    check(f"{len(names)} files done" in body, "all are done")
    check(repo.run(branch=branch, previous=[body]) == body, "the same bytes once more")
    for part in repo.folder.glob("previous-*.md"):
        part.unlink()


def main(arguments):
    for test in (test_life, test_hostile):
        with workbench(arguments[0]) as bench:
            test(Repository(bench))
    print("an issue lives")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
