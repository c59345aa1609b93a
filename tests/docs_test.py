#!/usr/bin/python3
"""Checks that the documents are in step with the program: docs_test.py ROOT PROGRAM

- Every option of `--help`, and of each subcommand's, stands in the manual and in the man page.
- No document names an option that the program does not have. What counts is code: a span that
  begins with `-`, and commands that begin with `l10n-drift`. Options of other programs are
  written with their program, as in `git diff --numstat`.
- Links between the Markdown files lead somewhere, anchors included.
- The section "Files" of docs/design.md names each file of lib/, cmd/ and include/ once, as a code
  span with the path from the root (`lib/utf8.{h,cc}` are two), and no other.
- The packages that the README installs by hand are those of .ci/packages to build it.
- A fenced block below `<!-- output of: COMMAND -->` is what COMMAND prints on the demo repository;
  the README has at least one.
- One below `<!-- output in: CASE -->` stands as it is in `testdata/cases/CASE.case`, which is a test.
"""

import collections
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from workbench import workbench  # pylint: disable=wrong-import-position

MANUALS = ("docs/manual.md", "docs/l10n-drift.1")
FENCE = re.compile(r"^(?P<fence>`{3,})[^\n`]*\n(?P<text>.*?)^(?P=fence)`*[ ]*$", re.M | re.S)
SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.S)
OPTION = re.compile(r"(?<![\w-])(--[a-z][a-z0-9-]*|-[a-zA-Z])(?![\w-])")
OUTPUT = re.compile(r"^<!-- output of: (?P<command>.+?) -->\n+" + FENCE.pattern[1:], re.M | re.S)
QUOTED = re.compile(r"^<!-- output in: (?P<case>[a-z_]+) -->\n+" + FENCE.pattern[1:], re.M | re.S)
HEADING = re.compile(r"^(#+) +(.+?) *#*$", re.M)


def markdown_files(root):
    """The project's own Markdown: neither what is built nor golden reports."""
    paths = (path.relative_to(root) for path in root.rglob("*.md"))
    return sorted(path.as_posix() for path in paths
                  if path.parts[0] not in ("build", ".git") and "golden" not in path.parts)


# --- Options --------------------------------------------------------------------------------------


def help_text(program, subcommand=()):
    done = subprocess.run([program, *subcommand, "--help"], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=60, check=True)
    return done.stdout


def options_in_help(text):
    """The names in front of the descriptions: lines such as `  -C, --repo PATH   the repository`."""
    names = set()
    for line in re.findall(r"^\s+(-\S.*)$", text, re.M):
        names.update(OPTION.findall(re.match(r"(-\w(?:, )?)?(--[\w-]+)?", line)[0]))
    return names


def subcommands_in_help(text):
    section = re.search(r"^Commands:\n((?: .*\n)*)", text, re.M)
    return re.findall(r"^ {2}([a-z][a-z-]*)", section[1], re.M) if section else []


def program_options(program):
    text = help_text(program)
    texts = [text] + [help_text(program, (name,)) for name in subcommands_in_help(text)]
    return set().union(*map(options_in_help, texts))


def code_in_markdown(text):
    """Lines of fenced blocks and code spans, a backslash at a line's end joined with the next."""
    blocks = [match["text"].replace("\\\n", " ") for match in FENCE.finditer(text)]
    spans = [match[2] for match in SPAN.finditer(FENCE.sub("", text))]
    return [line for block in blocks for line in block.splitlines()] + spans


def options_of_code(code):
    """The options of ours that one line of code names."""
    code = code.strip().removeprefix("$ ")
    if code.startswith("-") and OPTION.match(code):
        return set(OPTION.findall(code))
    commands = re.findall(r"(?:^|[\s;|&(])l10n-drift(?:\s+[^|;&)]*|$)", code)
    if code.startswith("l10n-drift") or re.match(r"[A-Z_]+=\S* l10n-drift", code):
        return set().union(*map(OPTION.findall, commands))
    return set()


def plain_man(text):
    """The man page with plain hyphens; mdoc's `Fl -base` and `Fl C` become `--base` and `-C`."""
    text = re.sub(r'^[.\']\\".*$', "", text, flags=re.M)
    text = re.sub(r"\\f(?:[BIRP]|\([A-Z]{2}|\[[A-Z]*\])", "", text.replace("\\-", "-"))
    return re.sub(r"\bFl (-?)(\S+)", lambda match: f"-{match[1]}{match[2]}", text)


def options_of_man(text):
    """Options in the man page but for those behind the name of another program."""
    other = re.compile(r"\b(git|gh|cmake|ctest)\b[^|;]*$")
    return {match[0] for line in plain_man(text).splitlines() for match in OPTION.finditer(line)
            if not other.search(line[:match.start()])}


def check_options(root, options):
    for name in MANUALS:
        text = (root / name).read_text()
        named = set(OPTION.findall(plain_man(text) if name.endswith(".1") else text))
        yield from (f"{name}: says nothing of {option}" for option in sorted(options - named))
    yield from check_no_other_options(root, options)


def check_no_other_options(root, options):
    named = {name: set().union(*map(options_of_code, code_in_markdown((root / name).read_text())))
             for name in markdown_files(root) if name != "CHANGELOG.md"}
    named[MANUALS[1]] = options_of_man((root / MANUALS[1]).read_text())
    for name, found in named.items():
        yield from (f"{name}: the program has no option {option}"
                    for option in sorted(found - options))


# --- Links ----------------------------------------------------------------------------------------


def anchors(text):
    """What GitHub calls the headings of a document."""
    slugs = collections.Counter()
    for _, title in HEADING.findall(FENCE.sub("", text)):
        slug = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        yield f"{slug}-{slugs[slug]}" if slugs[slug] else slug
        slugs[slug] += 1


def links(text):
    prose = SPAN.sub("", FENCE.sub("", text))
    return (re.findall(r"\]\(<?([^)\s>]+)>?(?: +\"[^\"]*\")?\)", prose)
            + re.findall(r"^\[[^\]]+\]: +(\S+)", prose, re.M))


def check_links(root):
    for name in markdown_files(root):
        for link in links((root / name).read_text()):
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = (root / name).parent / path if path else root / name
            if not target.exists():
                yield f"{name}: the link {link} leads nowhere"
            elif anchor and anchor not in anchors(target.read_text()):
                yield f"{name}: the link {link} names no heading"


# --- The file map ---------------------------------------------------------------------------------


def section(text, title):
    """What stands below the heading `title`, up to the next of its level; None if there is none."""
    heading = re.search(rf"^(#+) +{title} *$", text, re.M)
    if not heading:
        return None
    rest = text[heading.end():]
    end = re.search(rf"^#{{1,{len(heading[1])}}} ", rest, re.M)
    return rest[:end.start()] if end else rest


def expand(path):
    braces = re.fullmatch(r"(.*)\{(.*)\}(.*)", path)
    return [braces[1] + one + braces[3] for one in braces[2].split(",")] if braces else [path]


def check_file_map(root):
    text = section((root / "docs/design.md").read_text(), "Files")
    if text is None:
        yield "docs/design.md: there is no section Files"
        return
    spans = (match[2] for match in SPAN.finditer(text))
    entries = collections.Counter(path for span in spans for path in expand(span)
                                  if re.match(r"(lib|cmd|include)/.*[^/]$", path))
    files = {path.relative_to(root).as_posix() for folder in ("lib", "cmd", "include")
             for path in (root / folder).rglob("*") if path.is_file()}
    yield from (f"docs/design.md: Files lacks {path}" for path in sorted(files - entries.keys()))
    yield from (f"docs/design.md: there is no {path}" for path in sorted(entries.keys() - files))
    yield from (f"docs/design.md: Files names {path} {n} times"
                for path, n in sorted(entries.items()) if n > 1)


# --- Packages -------------------------------------------------------------------------------------


def check_packages(root):
    build = re.search(r"^\[build\]\n(.*?)(?=^\[|\Z)", (root / ".ci/packages").read_text(), re.M | re.S)
    wanted = {line for line in build[1].splitlines() if line and not line.startswith("#")}
    installs = re.findall(r"apt-get install ((?:[\w.+-]+(?: \\\n)? *)+)",
                          (root / "README.md").read_text())
    if not installs:
        yield "README.md: installs no packages"
    for install in installs:
        named = set(install.replace("\\\n", " ").split())
        yield from (f"README.md: installs no {name}" for name in sorted(wanted - named))
        yield from (f"README.md: installs {name}, which is not needed to build"
                    for name in sorted(named - wanted))


# --- Outputs --------------------------------------------------------------------------------------


def check_outputs(root, program):
    history = root / "testdata/histories/demo.fi"
    with workbench(program, history) as bench:
        for name in markdown_files(root):
            shown = list(OUTPUT.finditer((root / name).read_text()))
            if name == "README.md" and not shown:
                yield "README.md: shows no output of the program"
            for match in shown:
                done = bench.shell(match["command"])
                if done.stdout.decode() != match["text"] or done.returncode not in (0, 1):
                    said = (done.stdout + done.stderr).decode().rstrip("\n")
                    status = done.returncode
                    yield f"{name}: '{match['command']}' exits with {status} and prints\n{said}"


def check_quoted_outputs(root):
    for name in markdown_files(root):
        for match in QUOTED.finditer((root / name).read_text()):
            case = root / f"testdata/cases/{match['case']}.case"
            expected = case.read_text() if case.is_file() else ""
            quoted = "".join(f"|{line}\n" for line in match["text"].splitlines())
            if f"stdout\n{quoted}\n" not in f"{expected}\n":
                begin = match["text"].partition("\n")[0]
                yield f"{name}: {case.relative_to(root)} has no such output: {begin}"


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    root, program = pathlib.Path(arguments[0]), arguments[1]
    problems = [*check_options(root, program_options(program)), *check_links(root),
                *check_file_map(root), *check_packages(root), *check_outputs(root, program),
                *check_quoted_outputs(root)]
    print("\n".join(problems) or "the documents are in step with the program")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
