"""Holds a report of some pages against the one of all.

Which pages are reported is a matter of globs, and what is said of each is not. So the report with
`--include` or `--exclude` is the whole one without the others, whatever was renamed to where, and
its totals are those of what is left.
"""

from comparison import path_of, tally

GLOBS = {
    "/content/en/docs/": lambda path: path.startswith(b"content/en/docs/"),
    "/content/en/docs/concepts/": lambda path: path.startswith(b"content/en/docs/concepts/"),
    "/content/en/*.md": lambda path: path.count(b"/") == 2 and path.endswith(b".md"),
    "a.md": lambda path: path.endswith(b"/a.md"),
    "*.yaml": lambda path: path.endswith(b".yaml"),
}


def draw(rng):
    """An option, and which of the sources it lets in."""
    option, glob = rng.choice(("--include", "--exclude")), rng.choice(sorted(GLOBS))
    return (option, glob), lambda path: GLOBS[glob](path) == (option == "--include")


def is_left_nothing(outcome):
    """Whether the program refuses to answer as there is no page that the globs let in."""
    return outcome.status == 2 and "no page is left" in outcome.stderr and not outcome.stdout


def expected_of(whole, lets_in):
    return [record for record in whole["files"] if lets_in(path_of(record, "source"))]


def misfits(whole, some, lets_in):
    """What is wrong with the second report, as lines of text; the first is held to be right."""
    expected = expected_of(whole, lets_in)
    for record in expected:
        if record not in some["files"]:
            yield f"expected {record}"
    for record in some["files"]:
        if record not in expected:
            yield f"got {record}"
    for language, summary in some["summary"].items():
        counted = tally(record for record in expected if record["language"] == language)
        if summary != counted:
            yield f"summary of {language}: expected {counted}, got {summary}"
