#!/usr/bin/python3
"""A year of an issue, made up from a seed: issue_year_test.py PROGRAM [SEED]

Each week something happens to the sources and to the translations: they change, are renamed, moved,
split, withdrawn and brought back. People tick boxes and edit the body in all the ways that they do.
Comments are deleted, the limit changes, and for a week another question is asked. Then the body is
made again, and must be right: no id is another page's, each page that is out of date is in one item,
a tick is there as long as there is the same thing to do, and no word of people's is lost.

What is out of date, and what there is to do, is what the report in JSON says of the same commits.
"""

import json
import pathlib
import random
import re
import sys

for folder in ("cmd", "support"):
    sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / folder))
from issue_life_test import BRANCH, Repository, check  # pylint: disable=wrong-import-position
from workbench import workbench  # pylint: disable=wrong-import-position

WEEKS = 52
SECTIONS = {"outdated": "M", "partially_updated": "P", "renamed": "R", "deleted": "D", "unknown": "U"}
ITEM = re.compile(r"^- \[([ x])\] ([A-Z]\d+)\. (.*)$", re.M)
MARKER = re.compile(r"^<!-- l10n-drift: (\{.*\}) -->", re.M)
ENGLISH = "river stone garden market window letter engine signal harbour valley winter copper".split()
KOREAN = "강물 돌담 정원 시장 창문 편지 기관 신호 항구 계곡 겨울 구리".split()


class Page:
    """A source and its translation, paragraph by paragraph."""

    def __init__(self, chance, name):
        self.name = name  # Of the source, without the folder of the language.
        self.translation = name
        self.translations = {name}  # Those of before, too; no name is used again.
        self.english = [self.sentence(chance, ENGLISH) for _ in range(8)]
        self.korean = [self.sentence(chance, KOREAN) for _ in range(8)]
        self.stale = set()  # Paragraphs of the source that the translation does not show.
        self.is_gone = self.is_removed = False

    @staticmethod
    def sentence(chance, words):
        return " ".join(chance.choices(words, k=12)).capitalize() + "."

    def source_text(self):
        return f"# The {self.english[0]}\n\n" + "\n\n".join(self.english[1:]) + "\n"

    def translation_text(self):
        return f"# {self.korean[0]}\n\n" + "\n\n".join(self.korean[1:]) + "\n"


class Site:
    """What happens in the repository."""

    def __init__(self, repo, chance):
        self.repo = repo
        self.chance = chance
        self.pages = []
        self.has_moved = False  # This week, a translation.
        self.names = iter(f"{folder}/{first}{second}.md" for first in ENGLISH for second in ENGLISH
                          for folder in ("docs", "tasks"))
        for _ in range(14):
            self.pages.append(Page(chance, next(self.names)))
        repo.commit(None, {f"content/en/{p.name}": p.source_text() for p in self.pages})
        repo.commit(None, {f"content/ko/{p.name}": p.translation_text() for p in self.pages})
        repo.git("branch", BRANCH)

    def some(self):
        """A page that has both its files."""
        return self.chance.choice([p for p in self.pages if not p.is_gone and not p.is_removed])

    def take_over_main(self):
        """As milestones do now and then."""
        self.repo.git("switch", "-q", BRANCH)
        self.repo.git("merge", "-q", "-X", "ours", "--no-edit", "main")
        self.repo.git("switch", "-q", "main")

    def change_source(self):
        page = self.some()
        for number in self.chance.sample(range(1, 8), self.chance.randint(1, 3)):
            page.english[number] = Page.sentence(self.chance, ENGLISH)
            page.stale.add(number)
        self.repo.commit("main", {f"content/en/{page.name}": page.source_text()})

    def translate(self, page, numbers):
        self.take_over_main()
        for number in numbers:
            page.korean[number] = Page.sentence(self.chance, KOREAN)
        page.stale -= set(numbers)
        self.repo.commit(BRANCH, {f"content/ko/{page.translation}": page.translation_text()})

    def translate_whole(self):
        page = self.some()
        self.translate(page, page.stale or {1})

    def mend_a_typo(self):
        page = self.some()
        rest = set(range(1, 8)) - page.stale
        if rest:
            self.translate(page, {self.chance.choice(sorted(rest))})

    def rename_source(self):
        page = self.some()
        if page.translation != page.name:
            return
        old, page.name = page.name, next(self.names)
        self.repo.commit("main", {}, [(f"content/en/{old}", f"content/en/{page.name}")])

    def follow_rename(self):
        """In one commit; what is stale is translated in the next, within the same week."""
        for page in self.pages:
            if page.is_gone or page.is_removed or page.translation == page.name:
                continue
            self.take_over_main()
            old, page.translation = page.translation, page.name
            page.translations.add(page.name)
            self.has_moved = True
            self.repo.commit(BRANCH, {}, [(f"content/ko/{old}", f"content/ko/{page.name}")])
            if self.chance.random() < 0.7:
                self.translate(page, page.stale or {1})
            return

    def rename_both(self):
        page = self.some()
        if page.translation != page.name:
            return
        self.rename_source()
        self.follow_rename()

    def split_source(self):
        page = self.some()
        other = Page(self.chance, next(self.names))
        other.english[4:] = page.english[4:]
        page.english[4:] = [Page.sentence(self.chance, ENGLISH)]
        page.english += [Page.sentence(self.chance, ENGLISH) for _ in range(3)]
        page.stale |= set(range(4, 8))
        other.is_removed = True  # It has no translation, and gets none.
        self.pages.append(other)
        self.repo.commit("main", {f"content/en/{p.name}": p.source_text() for p in (page, other)})

    def remove_source(self):
        page = self.some()
        page.is_gone = True
        self.repo.commit("main", {f"content/en/{page.name}": None})

    def bring_source_back(self):
        for page in self.pages:
            if page.is_gone and not page.is_removed:
                page.is_gone = False
                self.repo.commit("main", {f"content/en/{page.name}": page.source_text()})
                return

    def remove_translation(self):
        for page in self.pages:
            if page.is_gone and not page.is_removed:
                page.is_removed = True
                self.take_over_main()
                self.repo.commit(BRANCH, {f"content/ko/{page.translation}": None})
                return

    def add_page(self):
        page = Page(self.chance, next(self.names))
        self.pages.append(page)
        self.repo.commit("main", {f"content/en/{page.name}": page.source_text()})
        self.take_over_main()
        self.repo.commit(BRANCH, {f"content/ko/{page.name}": page.translation_text()})

    def week(self):
        self.has_moved = False
        events = [self.change_source] * 6 + [self.translate_whole] * 4 + [
            self.mend_a_typo, self.mend_a_typo, self.rename_source, self.follow_rename,
            self.rename_both, self.split_source, self.remove_source, self.bring_source_back,
            self.remove_translation, self.add_page]
        for event in self.chance.choices(events, k=self.chance.randint(1, 4)):
            event()


class People:
    """What people do with the parts of an issue. `words` are those that must not be lost."""

    def __init__(self, chance):
        self.chance = chance
        self.words = set()
        self.count = 0
        self.ticked = set()  # The ids that they leave ticked.

    def new_words(self):
        self.count += 1
        word = f"words-{self.count}-of-theirs"
        self.words.add(word)
        return word

    def edit(self, parts):
        """The parts after a week. Some are gone: None."""
        ids = [{match[2] for match in ITEM.finditer(part)} for part in parts]
        for _ in range(self.chance.randint(0, 5)):
            number = self.chance.randrange(len(parts))
            edit = self.chance.choice([self.tick, self.tick, self.tick, self.tick, self.untick,
                                       self.write_around, self.write_between, self.write_within,
                                       self.tick_oddly, self.tick_oddly, self.spoil_a_comment])
            parts[number] = edit(parts[number])
        if len(parts) > 1 and self.chance.random() < 0.15:
            number = self.chance.randrange(1, len(parts))
            self.words -= {word for word in self.words if word in parts[number]}
            self.ticked -= ids[number]
            parts[number] = None
        return parts

    def items(self, text, tick):
        """Of the lists of what is open: done files have no boxes that matter."""
        done = text.find("<!-- l10n-drift-begin: done -->")
        return [match for match in ITEM.finditer(text)
                if match[1] == tick and (done < 0 or match.start() < done)]

    def change_item(self, text, tick, change):
        found = self.items(text, tick)
        if not found:
            return text
        match = self.chance.choice(found)
        return text[:match.start()] + change(match) + text[match.end():]

    def tick(self, text):
        def change(match):
            self.ticked.add(match[2])
            return f"- [x] {match[2]}. {match[3]}"
        return self.change_item(text, " ", change)

    def untick(self, text):
        def change(match):
            self.ticked.discard(match[2])
            return f"- [ ] {match[2]}. {match[3]}"
        return self.change_item(text, "x", change)

    def tick_oddly(self, text):
        def change(match):
            label, rest = match[2], match[3]
            self.ticked.add(label)
            line = self.chance.choice([
                "- [x] **{label}**. {rest}", "- [X] ~~{label}. {rest}~~", "* [x] {label}: {rest}",
                "7. [x] {label}. {rest}", "- [x] [{label}](https://example.org/1). {rest}",
                "-  [x] {small}. {rest}", "- [x] `{label}`. {rest}", "- [x] {rest}",
                "- [x] @{words} {label}. {rest}", "- [x] ({words}) {label} {rest}",
                "- [x] {label}. {rest} {words}"])
            words = self.new_words() if "{words}" in line else ""
            return line.format(label=label, small=label.lower(), rest=rest, words=words)
        return self.change_item(text, " ", change)

    def write_within(self, text):
        def change(match):
            return match[0] + self.chance.choice([" ", "\n", "\n- "]) + self.new_words()
        return self.change_item(text, " ", change)

    def write_around(self, text):
        words = self.new_words()
        return self.chance.choice([f"{words}\n{text}", f"{text}{words}\n", f"{text}\n{words}"])

    def write_between(self, text):
        ends = [match.end() for match in re.finditer(r"<!-- l10n-drift-end -->\n", text)]
        at = self.chance.choice(ends)
        return text[:at] + f"{self.new_words()}\n" + text[at:]

    def spoil_a_comment(self, text):
        """Half of the comments around a piece goes, or gets words on its line."""
        found = list(re.finditer(r"<!-- l10n-drift-(?:end|begin: [A-Z]) -->", text))
        if not found:
            return text
        match = self.chance.choice(found)
        before = self.chance.choice(["", " ", "words "])
        if before == "words ":
            before = f"{self.new_words()} "
        line = before and before + match[0]
        return text[:match.start()] + line + text[match.end():]


class Year:
    """The issue, and all that is known of it."""

    def __init__(self, repo, seed):
        self.chance = random.Random(seed)
        self.repo = repo
        self.set_day(0)
        self.site = Site(repo, self.chance)
        self.people = People(self.chance)
        self.owners = {}  # Which page an id belongs to, by the paths that it had.
        self.ids = {}  # Those that a page had, by letter.
        self.changes = {}  # By page: what there was to do when the box was ticked.
        self.parts = []
        self.before = []  # What the present ones were made of.

    def set_day(self, day):
        self.repo.bench.environment["GIT_COMMITTER_DATE"] = f"{1704110400 + day * 86400} +0000"

    def report(self):
        """What there is to do, by translation."""
        text = self.repo.bench.output("l10n-drift", "--base", "main", "--branch", BRANCH, "--lang",
                                      "ko", "--format", "json")
        return {file["translation"]: file for file in json.loads(text)["files"]
                if file["status"] in SECTIONS}

    def blob(self, revision, *names):
        """The first of these files that there is, as git names its content."""
        found = (self.repo.bench.run("git", "rev-parse", "-q", "--verify", f"{revision}:{name}")
                 for name in names if name)
        return next((answer.stdout.decode().strip() for answer in found if not answer.returncode), "")

    def change_of(self, file):
        """What there is to do with a page. Two weeks with the same have the same tick."""
        stale = [(block["kind"], block["change"], block["heading"]) for block in file["stale"]]
        is_partial = file["status"] == "partially_updated"
        letter = SECTIONS[file["status"]]
        newest = self.blob("main", file["source"], file["renamed_to"])
        baseline = file["baseline"] and self.blob(file["baseline"]["commit"], file["renamed_from"],
                                                  file["source"])
        return json.dumps([letter if letter in "RDU" else "", newest, baseline, is_partial and stale])

    def page_of(self, translation):
        """The page whose translation that is, or was."""
        name = translation.removeprefix("content/ko/")
        return next(page for page in self.site.pages if name in page.translations)

    def make(self, limit, *options):
        self.before = list(self.parts)
        self.parts = self.repo.parts(limit, self.parts) if not options else \
            self.ask_otherwise(limit, options)

    def ask_otherwise(self, limit, options):
        folder = self.repo.folder / "parts"
        self.repo.run("--output-dir", folder, "--max-chars", str(limit), *options,
                      previous=self.parts)
        return [(folder / f"{number + 1}.md").read_text() for number in
                range(len(list(folder.glob("*.md"))))]

    def without_lost_parts(self, parts):
        """As the workflow gives them: a part that is gone is an empty one."""
        first = json.loads(MARKER.search(parts[0])[1])
        empty = {name: first[name] for name in ("base", "branch", "language", "version", "parts")}
        return [part or "<!-- l10n-drift-begin: rest -->\n<!-- l10n-drift-end -->\n<!-- l10n-drift: "
                + json.dumps(empty | {"part": number, "files": 0, "highest": {}, "ids": {}})
                + " -->\n" for number, part in enumerate(parts, 1)]

    def expect(self, what, holds):
        check(holds, "\n=====\n".join([what, "of", *self.before, "came", *self.parts]))

    def look(self):
        """Holds the body against the report."""
        todo = self.report()
        text = "".join(self.parts)
        self.expect("a piece is whole", text.count("<!-- l10n-drift-begin") ==
                    text.count("<!-- l10n-drift-end -->"))
        items = ITEM.findall(text)
        labels = [label for _, label, _ in items]
        self.expect("no id stands twice", len(labels) == len(set(labels)))
        by_path = {}
        for part in self.parts:
            marker = json.loads(MARKER.search(part)[1])
            self.expect("the count is right", marker["files"] == len(todo))
            for folder, entries in marker["ids"].items():
                by_path |= {folder + name: entry.split() for name, entry in entries.items()}
        for path, entry in by_path.items():
            self.expect(f"{path} is a page", path.startswith("content/ko/"))
            for label in filter(re.compile(r"[A-Z]\d+$").match, entry[:entry.index("to")]
                                if "to" in entry else entry):
                owner = self.owners.setdefault(label, self.page_of(path))
                self.expect(f"{label} is still that of {owner.name}", owner is self.page_of(path))
                ids = self.ids.setdefault(owner, {})
                self.expect(f"{owner.name} has one id of a letter",
                            ids.setdefault(label[0], label) == label)
        is_ticked = {label: tick == "x" for tick, label, _ in items}
        for path, file in todo.items():
            self.expect(f"{path} is listed", path in by_path)
            label = by_path[path][0]
            self.expect(f"{label} is in its section", label[0] == SECTIONS[file["status"]])
            self.expect(f"{path} is in one item", labels.count(label) == 1)
            self.look_at_tick(path, label, self.change_of(file), is_ticked[label])
        open_pages = [self.page_of(path) for path in todo]
        self.changes = {page: change for page, change in self.changes.items() if page in open_pages}
        for word in self.people.words:
            self.expect(f"{word} is there once", text.count(word) == 1)
        self.people.ticked = {label for label, ticked in is_ticked.items() if ticked}

    def look_at_tick(self, path, label, change, is_ticked):
        """A tick stays exactly while there is the same to do."""
        page = self.page_of(path)
        former = next((known for known in self.people.ticked if self.owners.get(known) is page), None)
        is_same = former is not None and self.changes.get(page) == change
        self.expect(f"the tick of {label}, once {former}, at {path}: {is_same}",
                    is_ticked == is_same)
        self.changes[page] = change

    def week(self, number):
        limit = self.chance.choice([4_000, 4_000, 6_000, 65_536])
        self.set_day(7 * number)
        self.site.week()
        if self.parts and self.chance.random() < 0.15:
            questions = [("--granularity", "file"), ("--min-severity", "substantive")]
            # These two look at no history, or not at all's: who moves has left, for as long.
            if not self.site.has_moved:
                questions += [("--since", "main~1"), ("--include", "tasks/")]
            self.make(limit, *self.chance.choice(questions))
        self.make(limit)
        self.look()
        self.make(limit)
        again = list(self.parts)
        self.make(limit)
        self.expect("the same input makes the same bytes", self.parts == again)
        if self.chance.random() < 0.2:
            self.parts = [part.replace("\n", "\r\n") for part in self.parts]
            self.make(limit)
            self.parts = [part.replace("\r\n", "\n") for part in self.parts]
        self.parts = self.without_lost_parts(self.people.edit(self.parts))


def main(arguments):
    seed = int(arguments[1]) if len(arguments) > 1 else 1
    with workbench(arguments[0]) as bench:
        year = Year(Repository(bench), seed)
        for number in range(1, WEEKS + 1):
            try:
                year.week(number)
            except BaseException:
                print(f"seed {seed}, week {number}", file=sys.stderr)
                raise
    print("a year went well")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
