"""What docs/detection-complaints.md says: which complaints of the detection are right."""

from typing import NamedTuple

FOLDER = "content/ko/"  # Left out in the tables.


class Judgement(NamedTuple):
    """Pairs of milestone and page that have a complaint of this kind; one may be in both."""

    right: frozenset
    wrong: frozenset


def tables(text):
    """The tables of a document, each a list of rows, which are lists of cells."""
    found, rows = [], []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
        elif rows:
            found.append(rows[2:])  # Headings and their rule.
            rows = []
    return found


def pages_of(rows):
    """Each milestone and page of a table whose first cells are a page and its milestones."""
    return frozenset((milestone.strip(), FOLDER + row[0])
                     for row in rows for milestone in row[1].split(","))


def sample_verdicts(text):
    """Page, revision, change and the lines of both sides to "right", "wrong" or "wording"."""
    found = tables(text)
    return {tuple(row[:5]): row[5] for row in (found[2] if len(found) > 2 else [])}


def judgement(text):
    right, wrong = tables(text)[:2]
    return Judgement(pages_of(right), pages_of(wrong))
