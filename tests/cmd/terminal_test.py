#!/usr/bin/env python3
"""Looks at what people see at a terminal: terminal_test.py PROGRAM GOLDEN

The body of an issue has no hidden comments there, and a line on standard error says where they are.

The table of `status` in pseudo-terminals of 60, 80 and 200 columns, with long paths and with names in
Korean and Chinese, is held against GOLDEN. No line may be wider than its terminal, no word may be cut
anywhere but in the middle of a path, and nothing of it may depend on whether there are colours.
With L10N_DRIFT_ACCEPT set, GOLDEN is written anew, and the test counts as skipped.
"""

import fcntl
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import termios
import unicodedata

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
from workbench import workbench  # noqa: E402

SKIPPED = 77
WIDTHS = (60, 80, 200)
NAMES = ("docs/concepts/cluster-administration/manage-resources-across-namespaces-and-clusters.md",
         "docs/개념/워크로드/파드의 생명주기와 상태 확인 방법.md", "docs/概念/工作负载/节点亲和性与污染和容忍度.md",
         "docs/a.md", "docs/tasks/" + "deeply/" * 12 + "nested.md")
COLOR = re.compile(r"\x1b\[[0-9;]*m")


def columns_of(text):
    """How many columns a text takes, by Python's own tables."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
               for c in text)


def at_terminal(bench, command, width, is_remark_expected=False, **variables):
    """What a program writes to a terminal that is so wide."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    environment = {**bench.environment, "TERM": "xterm", **variables}
    process = subprocess.Popen(command, cwd=bench.repo, env=environment, stdin=subprocess.DEVNULL,
                               stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # What Linux says at the end of a terminal.
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    said = process.stderr.read()
    if process.wait() or bool(said) != is_remark_expected:
        sys.exit(f"{command} ends with {process.returncode}: {said!r}")
    text = written.decode().replace("\r\n", "\n")
    return (text, said.decode()) if is_remark_expected else text


def make_history(bench):
    root = pathlib.Path(bench.repo)

    def write(folder, text):
        for name in NAMES:
            path = root / "content" / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"# {path.stem}\n\n{text}\n")

    def commit(subject):
        bench.output("git", "add", "-A")
        bench.output("git", "commit", "-q", "-m", subject)

    write("en", "Wait for 30 seconds.")
    write("zh-cn", "等待 30 秒。")
    write("ko", "30초 동안 기다린다.")
    commit("Translate")
    write("en", "Wait for 60 seconds.\n\nThen look at the log of the node.")
    commit("Wait longer")
    name = NAMES[0]
    bench.output("git", "mv", f"content/en/{name}", f"content/en/docs/{name.split('/')[-1]}")
    commit("Move")


def problems_of(plain, width):
    names = {f"content/{code}/{name}" for code in ("ko", "zh-cn") for name in NAMES}
    for line in plain.splitlines():
        if columns_of(line) > width:
            yield f"{columns_of(line)} columns in a terminal of {width}: {line!r}"
        for word in re.findall(r"content/(?:ko|zh-cn)/\S[^(]*", line):
            word = word.strip()
            begin, cut, end = word.partition("\u2026")
            whole = [name for name in names if name.startswith(begin) and name.endswith(end)]
            if not whole or (not cut and word not in names):
                yield f"no path, and no path without its middle: {word!r}"


def issue_problems(bench):
    """What a terminal does not show is all that the body has besides."""
    command = ["l10n-drift", "--lang", "ko"]
    shown, said = at_terminal(bench, command, 80, is_remark_expected=True)
    whole = bench.output(*command).decode()
    if "<!--" in shown or "<!-- l10n-drift: {" not in whole:
        yield "the comments are not where they belong"
    lines = [line for line in whole.splitlines() if line and not line.startswith("<!-- l10n-drift")]
    if [line for line in shown.splitlines() if line] != lines or "\n\n\n" in shown:
        yield f"the body has other lines:\n{shown}"
    if said.count("\n") != 1 or "5 of 5 translations" not in said or "-o issue.md" not in said:
        yield f"standard error: {said!r}"
    quiet = at_terminal(bench, [*command, "-q"], 80)
    if quiet != shown:
        yield "--quiet changes the body"


def main():
    program, golden = map(pathlib.Path, sys.argv[1:3])
    text, problems = "", []
    with workbench(str(program), None) as bench:
        bench.output("git", "init", "-q", "-b", "main", ".")
        make_history(bench)
        problems += issue_problems(bench)
        for width in WIDTHS:
            command = ["l10n-drift", "status", "--lang", "ko,zh-cn"]
            colored = at_terminal(bench, command, width)
            plain = at_terminal(bench, [*command, "--color", "never"], width)
            if COLOR.sub("", colored) != plain or colored == plain:
                problems.append(f"{width} columns: the text depends on its colours")
            problems += problems_of(plain, width)
            text += f"--- {width} columns\n{plain}"
    if problems:
        sys.exit("\n".join(problems))
    if os.environ.get("L10N_DRIFT_ACCEPT"):
        golden.write_text(text)
        return SKIPPED
    if text != golden.read_text():
        sys.exit(f"not as in {golden}:\n{text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
