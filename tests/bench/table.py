"""The benchmark's table, as Markdown."""

import re
from typing import NamedTuple, Optional

HEADINGS = ("Row", "Work", "Against", "Best", "Median", "CPU", "At most", "Holds")


class Line(NamedTuple):
    """One measured thing: ratios, or megabytes. `best` is None if it could not be measured."""

    row: str
    work: str
    against: str
    best: Optional[float]
    median: Optional[float]
    limit: float
    unit: str = ""
    cpu: Optional[float] = None

    def holds(self):
        return self.best is not None and self.best <= self.limit

    def verdict(self):
        if self.best is None:
            return "not measured"
        return "yes" if self.holds() else "no"

    def number(self, value):
        if value is None:
            return ""
        return f"{value:.0f}{self.unit}" if self.unit else f"{value:.2f}"

    def cells(self):
        return (self.row, self.work, self.against, self.number(self.best),
                self.number(self.median), self.number(self.cpu), self.number(self.limit),
                self.verdict())


def to_markdown(headings, rows):
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def result_table(lines):
    return to_markdown(HEADINGS, [line.cells() for line in lines])


def phase_table(phases_of_rows):
    """Where the time goes: for each row the phases' parts of the whole, and the objects read."""
    names = []
    for phases in phases_of_rows.values():
        names += [name for name in phases if name not in names and name != "total"]
    rows = [[row, *(share(phases, name) for name in names), str(phases["total"].objects())]
            for row, phases in phases_of_rows.items()]
    return to_markdown(["Row", *names, "objects"], rows)


def share(phases, name):
    whole = phases["total"].seconds
    return f"{100 * phases[name].seconds / whole:.0f} %" if name in phases and whole else ""


def parse_result_table(text):
    """The rows of the result table in a document, as dictionaries by heading."""
    start = text.index(f"| {' | '.join(HEADINGS)} |")
    table = re.match(r"(?:\|.*\n)+", text[start:])[0].splitlines()[2:]
    return [dict(zip(HEADINGS, (cell.strip() for cell in row.strip("|").split("|"))))
            for row in table]
