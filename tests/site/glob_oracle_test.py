"""Compares GlobSet with git: `git check-ignore` is asked about the same patterns and paths.

Usage: glob_oracle_test.py GLOB_PROBE

A table covers each rule of gitignore's pattern format; random patterns over a small alphabet, with
a fixed seed, cover their combinations.

In "a**/b" the stars are one regular star, as the format says. Older git lets them cross folders if
nothing special stands before them. It is not asked about such patterns, and the last line says so.
"""

import os
import random
import re
import subprocess
import sys
import tempfile

# Each entry: a list of patterns, and paths to try them on.
TABLE = [
    (["*.md"], ["a.md", "x/a.md", "x/y/a.md", "a.mdx", ".md", "a.md/b"]),
    (["/*.md"], ["a.md", "x/a.md"]),
    (["x/*.md"], ["x/a.md", "y/x/a.md", "x/y/a.md", "a.md"]),
    (["a"], ["a", "a/b", "x/a", "x/a/b/c", "ab", "ba"]),
    (["/a"], ["a", "a/b", "x/a", "x/a/b"]),
    (["a/"], ["a", "a/b", "x/a", "x/a/b", "x/a/b/c"]),
    (["/a/"], ["a", "a/b", "x/a/b"]),
    (["a/b/"], ["a/b", "a/b/c", "x/a/b/c"]),
    (["a//"], ["a", "a/b"]),
    (["//a"], ["a", "x/a"]),
    (["a//b"], ["a/b", "a/x/b"]),
    (["/"], ["a", "a/b"]),
    ([""], ["a", "a/b"]),
    (["!"], ["a"]),
    (["*"], ["a", "a/b", ".hidden"]),
    (["/*"], ["a", "a/b"]),
    (["*/"], ["a", "a/b"]),
    (["/*/"], ["a", "a/b"]),
    (["*/*"], ["a", "a/b", "a/b/c"]),
    (["*/b"], ["b", "a/b", "x/a/b", "a/b/c"]),
    (["a/*/c"], ["a/c", "a/b/c", "a/b/b/c", "a/b/c/d"]),
    (["**"], ["a", "a/b"]),
    (["/**"], ["a", "a/b"]),
    (["**/"], ["a", "a/b", "a/b/c"]),
    (["**/a"], ["a", "x/a", "x/y/a", "xa", "x/a/b"]),
    (["**/a/b"], ["a/b", "x/a/b", "a/x/b"]),
    (["a/**"], ["a", "a/b", "a/b/c", "x/a/b"]),
    (["a/**/"], ["a", "a/b", "a/b/c"]),
    (["a/**/b"], ["a/b", "a/x/b", "a/x/y/b", "a/xb", "ab", "x/a/b"]),
    (["**/a/**/b/**"], ["a/b/c", "x/a/y/b/c/d", "a/b", "b/a/c"]),
    (["**/**/a"], ["a", "x/a", "x/y/a"]),
    (["***/a"], ["a", "x/a", "x/y/a"]),
    (["a/***/b"], ["a/b", "a/x/b", "a/x/y/b"]),
    (["a**/b"], ["a/b", "ax/b", "a/x/b", "ab", "b"]),
    (["?a**/b"], ["xa/b", "xay/b", "xa/y/b", "xab"]),
    (["a/**b"], ["a/b", "a/xb", "a/x/b", "a/x/yb"]),
    (["a/x**/b"], ["a/x/b", "a/xy/b", "a/x/y/b", "a/xb"]),
    (["**a"], ["a", "xa", "x/ya"]),
    (["a**"], ["a", "ab", "x/ab", "ab/c"]),
    (["/a**"], ["a", "ab", "ab/c", "a/b/c"]),
    (["**\\/a"], ["a", "x/a", "x/y/a"]),
    (["x/**\\/a"], ["x/a", "x/y/a", "x/y/z/a"]),
    (["?"], ["a", "ab", "a/b", "\u00e9"]),
    (["a?b"], ["axb", "a/b", "ab", "x/axb"]),
    (["/a?b"], ["axb", "a/b", "ab"]),
    (["[abc]"], ["a", "b", "d", "[abc]"]),
    (["[a-c]x"], ["ax", "bx", "dx", "-x"]),
    (["[c-a]x"], ["ax", "bx", "cx"]),
    (["[!a-c]x", "/x[^/]y"], ["ax", "dx", "x/y", "xzy", "^x"]),
    (["/a[!b]c"], ["a/c", "axc", "abc"]),
    (["/a[/]c"], ["a/c"]),
    (["/a[.-0]c"], ["a/c", "a.c", "a0c"]),
    (["[]]"], ["]", "a"]),
    (["[]a]x"], ["]x", "ax", "bx"]),
    (["[!]a]x"], ["]x", "ax", "bx"]),
    (["[]-a]x"], ["]x", "^x", "ax", "bx"]),
    (["[a-]x"], ["ax", "-x", "bx"]),
    (["[-a]x"], ["ax", "-x", "bx"]),
    (["[a-c-e]x"], ["bx", "-x", "dx", "ex"]),
    (["[!-]x"], ["-x", "ax"]),
    (["[\\]]x"], ["]x", "\\x", "ax"]),
    (["[\\a-\\c]x"], ["ax", "bx", "\\x"]),
    (["[a-\\]]x"], ["ax", "]x"]),
    (["[\\\\]x"], ["\\x", "ax"]),
    (["[[:digit:]]x"], ["1x", "ax", ":x"]),
    (["[[:alpha:][:digit:]_]x"], ["1x", "ax", "_x", "-x"]),
    (["[![:upper:]]x"], ["Ax", "ax"]),
    (["[[:alnum:]-z]x"], ["ax", "-x", "zx", "~x"]),
    (["[[:nonsense:]]x"], ["ax", ":x"]),
    (["[[::]]x"], [":x", "ax"]),
    (["[[:]x"], [":x", "[x", "ax"]),
    (["[[:x"], ["[[:x", ":x"]),
    (["[[:a]x"], ["ax", ":x", "[x"]),
    (["[[]x"], ["[x", "ax"]),
    (["[a"], ["a", "[a"]),
    (["x[", "[", "[]", "[!]"], ["x[", "[", "[]", "!"]),
    (["[a\\"], ["a", "[a\\"]),
    (["\\*"], ["*", "a"]),
    (["\\a"], ["a", "\\a"]),
    (["a\\"], ["a", "a\\"]),
    (["a\\/b"], ["a/b", "a\\/b"]),
    (["\\!a"], ["!a", "a"]),
    (["!a"], ["a"]),
    (["#a"], ["#a", "x/#a", "a"]),
    (["a "], ["a ", "a"]),
    ([" a"], [" a", "a"]),
    (["A.md"], ["a.md", "A.md"]),
    (["\u00e9*"], ["\u00e9t\u00e9.md", "e.md"]),
    (["*.md", "!b.md"], ["a.md", "b.md", "x/b.md"]),
    (["!b.md", "*.md"], ["a.md", "b.md"]),
    (["*.md", "!b.md", "/b.md"], ["a.md", "b.md", "x/b.md"]),
    (["a/", "!a/b.md"], ["a/b.md", "a/c.md"]),
    (["a/*", "!a/b.md"], ["a/b.md", "a/c.md", "a/x/b.md"]),
    (["*", "!*/", "!*.md"], ["a.md", "a.txt", "x/a.md", "x/a.txt", "x/y/a.md"]),
    (["a", "!a/"], ["a", "a/b", "x/a", "x/a/b"]),
    (["a/**", "!a/b/"], ["a/b/c", "a/c"]),
    (["content/en/docs/", "!*.md"], ["content/en/docs/a.md", "content/en/blog/a.md"]),
    (["*a*a*a*b"], ["aaaaaab", "aaaaaac", "a/a/a/b", "xaxaxab"]),
    (["**/a/**/a/**/b"], ["a/a/b", "a/x/a/y/b", "a/b", "x/a/x/a/x/b/y"]),
]

RANDOM_SEED = 20201016
RANDOM_LISTS = 400
PATHS_PER_LIST = 25

PATTERN_PIECES = (
    ["a", "b", "c", "/", "/", "*", "*", "**", "**/", "/**", "/**/", "?", "\\", "-", "]", "!", ":"]
    + ["[ab]", "[!a]", "[^b]", "[a-c]", "[", "[[:alpha:]]", "[]a]", "\\*", "\\a", "\\[", "[:"]
)
PATH_NAMES = ["a", "b", "c", "ab", "ba", "abc", "aa", "*", "[", "a-", "]", "!a", "cab", ":", "[:"]


def random_lists():
    rng = random.Random(RANDOM_SEED)
    for _ in range(RANDOM_LISTS):
        patterns = []
        for _ in range(rng.choice([1, 1, 1, 2, 3])):
            pattern = "".join(rng.choices(PATTERN_PIECES, k=rng.randint(1, 6)))
            patterns.append(("!" if rng.random() < 0.15 else "") + pattern)
        paths = {"/".join(rng.choices(PATH_NAMES, k=rng.randint(1, 4)))
                 for _ in range(PATHS_PER_LIST)}
        yield patterns, sorted(paths)


# A name that `**` ends, with nothing special before.
NAME_WITH_STARS = re.compile(r"!?[^*?\[\\]*[^/*?\[\\!]\*\*")


def gitignore_line(pattern):
    """Our patterns have no comments and keep blanks at their end; a line of .gitignore does not."""
    if pattern.startswith("#"):
        pattern = "\\" + pattern
    if pattern.endswith(" "):
        pattern = pattern[:-1] + "\\ "
    return pattern + "\n"


class Git:
    """A scratch repository that knows nothing of the user's configuration."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {key: value for key, value in os.environ.items()
                            if not key.startswith("GIT_")}
        self.environment.update(HOME=folder, XDG_CONFIG_HOME=folder, GIT_CONFIG_NOSYSTEM="1",
                                GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_SYSTEM=os.devnull)
        self.run(["init", "--quiet", "--template="], b"")
        self.run(["config", "core.ignoreCase", "false"], b"")

    def run(self, arguments, stdin, good=(0,)):
        done = subprocess.run(["git"] + arguments, cwd=self.folder, env=self.environment,
                              input=stdin, capture_output=True, check=False)
        if done.returncode not in good:
            sys.exit(f"git {arguments[0]} failed: {done.stderr.decode()}")
        return done.stdout

    def ignored(self, patterns, paths):
        with open(os.path.join(self.folder, ".gitignore"), "w", encoding="utf-8") as file:
            file.writelines(gitignore_line(pattern) for pattern in patterns)
        # With "./" in front, ":x" is a path, and not what git calls pathspec magic.
        stdin = "".join(f"./{path}\0" for path in paths).encode()
        out = self.run(["check-ignore", "--no-index", "--stdin", "-z"], stdin, good=(0, 1))
        return {path.removeprefix("./") for path in out.decode().split("\0")}


def ask_probe(probe, lists):
    """The answers to all questions, in order."""
    lines = []
    for patterns, paths in lists:
        lines.append("=")
        lines += ["+" + pattern for pattern in patterns]
        lines += ["?" + path for path in paths]
    stdin = "".join(line + "\n" for line in lines).encode()
    done = subprocess.run([probe], input=stdin, capture_output=True, check=True, timeout=60)
    return [line == "1" for line in done.stdout.decode().splitlines()]


def main():
    lists = TABLE + list(random_lists())
    answers = iter(ask_probe(sys.argv[1], lists))
    pairs = matched = failed = left_out = 0
    with tempfile.TemporaryDirectory() as folder:
        git = Git(folder)
        is_old = bool(git.ignored(["a**/b"], ["a/x/b"]) & {"a/x/b"})
        for patterns, paths in lists:
            if is_old and any(map(NAME_WITH_STARS.match, patterns)):
                left_out += len([next(answers) for _ in paths])
                continue
            ignored = git.ignored(patterns, paths)
            for path in paths:
                ours = next(answers)
                pairs += 1
                matched += path in ignored
                if ours != (path in ignored):
                    failed += 1
                    print(f"{patterns} on {path!r}: git says {path in ignored}, we say {ours}")
    if next(answers, None) is not None:
        sys.exit("the probe gave more answers than there were questions")
    print(f"{pairs} pairs, {matched} of them matches, {failed} differences; not asked: {left_out}")
    # A comparison in which nearly everything is a match, or nothing is, would prove little.
    if failed or pairs < 2000 or not pairs * 0.1 < matched < pairs * 0.9:
        sys.exit(1)


if __name__ == "__main__":
    main()
