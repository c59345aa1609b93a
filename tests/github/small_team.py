"""A small team and its list, made up from a seed: what happens to an issue in a year.

`Program` is as much of `l10n-drift --previous` as the scripts see: it takes what people wrote from the
parts of the issue, keeps their ticks, cuts the list into parts, and refuses an issue in which a piece
has no end. `Team` is what the people do, day by day.
"""

import json
import math
import random
import re

from stub_github import BOT, STRANGER

PLACES = ("before", "head", "M", "end")
PART = re.compile(r"(?P<before>.*?)<!-- l10n-drift-begin: head -->\n.*?<!-- l10n-drift-end -->\n"
                  r"(?P<head>.*?)<!-- l10n-drift-begin: M -->\n.*?<!-- l10n-drift-end -->\n"
                  r"(?P<M>.*?)<!-- l10n-drift: \{.*?\} -->\n(?P<end>.*)", re.S)
TICKED = re.compile(r"^- \[x\] (M\d+)\.", re.M)
END = "<!-- l10n-drift-end -->\n"


class Program:
    """Makes the parts. One that is no longer needed is kept, empty, for two weeks."""

    ITEMS = 8
    PATIENCE = 14

    def __init__(self):
        self._days = 0

    def run(self, previous, items):
        """The parts, of lists of items; None if it cannot read the previous ones."""
        if any(text.count("<!-- l10n-drift-begin: ") != text.count("<!-- l10n-drift-end -->")
               for text in previous):
            return None
        ticked = {item for text in previous for item in TICKED.findall(text)}
        count = self._count_parts(len(previous), len(items))
        words = [PART.fullmatch(text).groupdict() for text in previous]
        words += [dict.fromkeys(PLACES, "") for _ in range(count - len(words))]
        for part in words[count:]:
            words[count - 1]["end"] += "".join(part[place] for place in PLACES)
        listed = [items[i * self.ITEMS:(i + 1) * self.ITEMS] for i in range(count)]
        return [self._part(number, count, part, words[number - 1], ticked)
                for number, part in enumerate(listed, 1)]

    def _count_parts(self, present, items):
        needed = max(1, math.ceil(items / self.ITEMS))
        self._days = self._days + 1 if needed < present else 0
        return max(needed, present) if self._days < self.PATIENCE else needed

    def _part(self, number, count, items, words, ticked):
        lines = [f"- [{'x' if item in ticked else ' '}] {item}. `{item}.md`\n" for item in items]
        marker = {"branch": "main", "language": "ko", "part": number, "parts": count}
        return (f"{words['before']}<!-- l10n-drift-begin: head -->\npart {number} of {count}\n{END}"
                f"{words['head']}<!-- l10n-drift-begin: M -->\n{''.join(lines)}{END}{words['M']}"
                f"<!-- l10n-drift: {json.dumps(marker, separators=(',', ':'))} -->\n"
                f"{words['end']}")


class Team:
    """Four milestones a year, each done in some weeks, and a page now and then after that."""

    def __init__(self, seed, github):
        self.random = random.Random(seed)
        self.github = github
        self.items = []
        self.written = set()  # What they wrote, and what nobody has deleted.
        self.ticked = set()  # Likewise.
        self.whole = None  # The text of the issue before somebody spoilt it.
        self._names = 0
        self._words = 0

    def chance(self, probability):
        return self.random.random() < probability

    def work(self, day):
        """The sources go on changing, and pages are translated."""
        if day % 91 == 3:
            self._add_items(self.random.randint(15, 40))
        elif self.items:
            done = self.random.sample(self.items, min(len(self.items), self.random.randint(0, 2)))
            self.items = [item for item in self.items if item not in done]
            self._add_items(self.chance(0.15) * self.random.randint(1, 3))
        else:
            self._add_items(self.chance(0.1) * 1)

    def _add_items(self, count):
        for _ in range(count):
            self._names += 1
            self.items.append(f"M{self._names}")

    def touch_the_issue(self):
        """What they do on GitHub, some days nothing."""
        (issue,) = self.github.issues
        deeds = {self._write: 0.2, self._tick: 0.3, self._talk: 0.1, self._delete_a_part: 0.03,
                 self._spoil_or_mend: 0.03 if self.whole is None else 0.4}
        for deed, probability in deeds.items():
            if self.chance(probability):
                deed(issue)
        if self.chance(0.02 if issue["state"] == "open" else 0.01):
            self.github.set_state(1, "closed" if issue["state"] == "open" else "open")

    def go_on(self):
        """What they do after a run that was cut off."""
        for issue in self.github.issues:
            self._write(issue)
            self._tick(issue)

    def _parts(self, issue):
        """The body, unless it is spoilt, and the comments of ours that it goes on in."""
        further = [comment for comment in self.github.comments
                   if comment["user"] == BOT and "part" in comment["body"]]
        return ([issue] if self.whole is None else []) + further

    def new_words(self):
        self._words += 1
        words = f"@kim, sentence {self._words}."
        self.written.add(words)
        return words

    def _write(self, issue):
        """Above, below, or between the pieces of some part, as browsers send it."""
        parts = self._parts(issue)
        if parts:
            part = self.random.choice(parts)
            text = part["body"].replace("\r\n", "\n")
            places = [0, *(match.end() for match in re.finditer(re.escape(END), text)), len(text)]
            place = self.random.choice(places)
            gap = "" if text[:place].endswith("\n") or not place else "\n"
            text = f"{text[:place]}{gap}{self.new_words()}\n{text[place:]}"
            part["body"] = text.replace("\n", "\r\n")

    def _tick(self, issue):
        for part in self._parts(issue):
            before = part["body"]
            part["body"] = before.replace("- [ ]", "- [x]", 1)
            self.ticked |= set(TICKED.findall(part["body"])) - set(TICKED.findall(before))

    def _talk(self, _issue):
        self.github.add_comment(1, self.new_words(), STRANGER)

    def _delete_a_part(self, issue):
        further = [part for part in self._parts(issue) if part is not issue]
        if further:
            gone = self.random.choice(further)
            self.github.comments.remove(gone)
            self.written -= {words for words in self.written
                             if words in gone["body"].replace("\u2060", "")}
            self.ticked -= set(TICKED.findall(gone["body"]))

    def _spoil_or_mend(self, issue):
        if self.whole is None:
            self.whole = issue["body"]
            issue["body"] = issue["body"].replace("<!-- l10n-drift-end -->", "", 1)
        else:
            issue["body"], self.whole = self.whole, None
