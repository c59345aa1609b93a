"""The command lines that both programs get in a repository: all formats, and what bears on them."""

import dataclasses

LINKS = ("--links", "https://github.com/tidewater/docs")
PARTS = ("--output-dir", "../out", "--max-chars", "2000")


@dataclasses.dataclass
class View:
    """What is looked at in a repository."""

    revisions: tuple = ()  # The options --base and --branch, if any.
    since: tuple = ("auto",)  # Values of --since.
    languages: tuple = ("ko",)  # The one with the most pages first.
    pages: tuple = ()  # Translations, for `diff` and `check`.
    globs: tuple = ("*.md",)  # Each leaves out some of the pages.


def issue(language, *more):
    return ["--lang", language, "--format", "issue", *more]


def issues(view):
    first, *others = view.languages
    yield from (issue(first, *more) for more in (
        (), ("--style", "compact"), ("--details",), ("--untranslated",), ("--commits",), LINKS,
        ("--links", "none", "--details"), ("--granularity", "file"), ("--exit-code", "-v"),
        ("--details", "--untranslated", "--commits", *LINKS),
        ("--details", "--untranslated", "--commits", "--style", "compact"),
        ("--min-severity", "substantive", "--details"),
        PARTS, (*PARTS, "--details", "--commits", *LINKS), ("-o", "../out/issue.md"),
        ("--max-chars", "500", "--output-dir", "../out"), ("--max-chars", "500")))
    yield from (issue(language, *more) for language in others for more in ((), ("--details",)))


def reports(view):
    whole = ("--untranslated", "--commits")
    for form in ("text", "json", "csv"):
        for more in ((), whole, ("--granularity", "file", "-v"), ("--min-severity", "minor"),
                     ("--min-severity", "substantive", *whole)):
            yield ["--lang", "all", "--format", form, *more]
    yield ["--lang", "all", "--color", "always", "--untranslated", "--commits", "-v"]
    yield ["--lang", "all", "--threads", "1", "--format", "json"]
    yield ["--lang", "all", "--format", "json", "-o", "../out/report.json", "--exit-code"]
    yield ["report", "-q"]
    yield []
    for glob in view.globs:
        yield from (["--lang", "all", "--format", "json", option, glob, "--untranslated"]
                    for option in ("--include", "--exclude"))


def reports_since(view):
    for since in view.since:
        for form in ("text", "json", "csv"):
            yield ["--lang", "all", "--format", form, "--since", since, "--commits"]
        yield ["--lang", "all", "--format", "json", "--since", since, "--granularity", "file"]
        yield from (issue(view.languages[0], "--since", since, *more) for more in (
            (), ("--details", "--untranslated", *LINKS), ("--style", "compact")))


def checks(view):
    for which in ((), ("--all",)):
        for form in ("text", "json", "github"):
            yield ["check", "--format", form, *which]
    yield ["check", "--all", "--granularity", "file", "--format", "json"]
    yield ["check", "--all", "--min-severity", "cosmetic", "--color", "always", "-v"]
    yield ["check", "--all", "--min-severity", "substantive", "--lang", view.languages[0]]
    yield ["check", "--all", "--fail-on", "never", "-o", "../out/check.txt"]
    yield ["check", "--fail-on", "unknown,partially_updated", "-q"]
    yield from (["check", page] for page in view.pages[:3])
    yield ["check", "--format", "json", *view.pages]


def diffs(view):
    for page in view.pages:
        yield ["diff", page]
        yield ["diff", "--stat", page]
    for page in view.pages[:2]:
        yield ["diff", "--granularity", "file", page]
        yield from (["diff", "--since", since, page] for since in view.since)


def languages(_view):
    for form in ("text", "json"):
        yield ["languages", "--format", form]


def command_lines(view):
    """All of them; `--previous` is apart, as it needs a body."""
    for group in (issues, reports, reports_since, checks, diffs):
        for arguments in group(view):
            yield [*arguments, *view.revisions]
    for arguments in languages(view):
        yield [*arguments, *view.revisions]


def wrong_command_lines():
    """What ends with an error, or only says what there is to know of the program."""
    yield from (["--version"], ["--help"], ["nowhere"], ["report", "--nowhere"], ["--base"])
    for command in ("report", "check", "diff", "languages"):
        yield [command, "--help"]
        yield [command, "--base", "mian"]
        yield [command, "-C", "../nowhere"]
        yield [command, "--config", "../nowhere.json"]
        yield [command, "--format", "yaml"]
        yield [command, "--source-lang", "xx"]
        yield [command, "--branch", "dev-1.2-ko.l"]
        yield [command, "-o", "../nowhere/out"]
    yield from (["--lang", language] for language in ("xx", "k0", "", "ko,xx"))
    yield from (["--since", since, "--lang", "ko"] for since in ("nowhere", "main", "HEAD"))
    yield ["--format", "issue", "--lang", "all"]
    yield ["--details", "--format", "text"]
    yield from (["--include", glob] for glob in ("", "[", "nowhere/**"))
    yield from (issue("ko", "--max-chars", count) for count in ("0", "1", "many"))
    yield from (issue("ko", "--links", url) for url in ("", "ftp://a", "https://b.example/c"))
    yield from (issue("ko", "--previous", file) for file in ("../nowhere", "..", "/dev/null"))
    yield from (["--threads", count] for count in ("0", "-1", "some"))
    yield from (["diff", path] for path in ("content/ko/nowhere.md", "content/en/_index.md",
                                            "content/ko", "../nowhere", "/nowhere", ""))
    yield from (["check", path] for path in ("content/ko/nowhere.md", "nowhere/", "..", ""))
