"""Bodies of issues as the old program made them, which both programs carry on (`--previous`)."""

import pathlib
import re

from command_lines import LINKS, PARTS, issue

FOLDER = "../previous"


def as_people_leave_it(body):
    """Every second box ticked, and text above, within and below."""
    pieces = re.split(rb"\[ \] ", body)
    ticked = pieces[0] + b"".join((b"[x] " if i % 2 else b"[ ] ") + piece
                                  for i, piece in enumerate(pieces[1:]))
    between = re.sub(rb"(<!-- l10n-drift-begin: solution -->)", rb"Mind @mina's #12.\n\1", ticked)
    return b"Whole folders, please.\n\n" + between + b"\nThank you.  \n"


def bodies(place, view, earlier):
    """Bodies of other times, and lists of parts: each a list of texts. `earlier` are options that
    come behind those of the view."""
    language = view.languages[0]
    now = place.run_old(issue(language, *view.revisions))
    yield [now.stdout]
    for options in earlier:
        for more in ((), ("--include", view.globs[0]), ("--details", "--style", "compact")):
            old = place.run_old(issue(language, *more, *view.revisions, *options))
            if old.status == 0:
                yield [old.stdout]
                yield [as_people_leave_it(old.stdout)]
        parts = place.run_old(issue(language, *PARTS, *view.revisions, *options))
        if len(parts.files) > 1:
            yield list(parts.files.values())
    yield [b"# My list\n\n1. [ ] M1. `content/en/a.md`\n"]


def write(place, texts):
    """The options that read these texts."""
    folder = pathlib.Path(place.bench.repo, FOLDER)
    folder.mkdir(exist_ok=True)
    options = []
    for number, text in enumerate(texts, 1):
        (folder / f"{number}.md").write_bytes(text)
        options += ["--previous", f"{FOLDER}/{number}.md"]
    return options


def compare_issues_that_live(place, view, earlier):
    """Every body goes to both programs, and what the old one makes of some of them, once more."""
    language = view.languages[0]
    for texts in bodies(place, view, earlier):
        for more in ((), ("--details", "--commits", "--untranslated", *LINKS),
                     ("--include", view.globs[0]), ("--exclude", view.globs[0], *PARTS)):
            options = write(place, texts)
            again = place.compare(issue(language, *more, *options, *view.revisions))
            if again.status == 0 and not again.files:
                place.compare(issue(language, *write(place, [again.stdout]), *view.revisions))
        whole = write(place, [b"\r\n".join(b"".join(texts).split(b"\n"))])
        place.compare(issue(language, "--style", "compact", *whole, *view.revisions))
