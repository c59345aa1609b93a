#!/usr/bin/python3
"""Writes the history of a site that grows and is moved about, as a stream for git fast-import.

    moving_site.py --commits 57000 | git fast-import

synthesize.py has the frame: commits, topic branches, merges. What is different here is what makes a
real site expensive. An eighth of all files are pictures, of up to a few megabytes. Folders have
stubs, `_index.md` with nothing but front matter. Sources are moved, one by one or by folders, and
some of them are rewritten afterwards until little is left; others are split in three, joined with
another, or deleted. Each language has its own pace, some are given up half-way, and they follow the
sources where those went late or never.

The same arguments give the same commits.
"""

from typing import NamedTuple

from synthesize import SKEW, Area, Synthesis, code_paths, parse_shape, write_stream

# How many of 1600 sources each language has in the end, how busy it is, and until when.
TEAMS = {
    "ko": (788, 1.0, 1), "zh-cn": (1600, 1.6, 1), "ja": (1000, 1.0, 1), "pt-br": (700, 0.8, 1),
    "es": (620, 0.5, 0.8), "ru": (560, 0.6, 1), "fr": (500, 0.7, 0.6), "id": (480, 0.4, 0.5),
    "de": (400, 0.4, 0.9), "uk": (380, 0.5, 1), "vi": (240, 0.2, 0.4), "it": (200, 0.2, 0.7),
    "hi": (150, 0.3, 1), "pl": (100, 0.2, 0.9), "tr": (60, 0.1, 0.3), "ar": (22, 0.05, 1),
}
SOURCES_OF_TEAMS = 1600
ELSEWHERE, SOURCE = 0.1, 0.35  # Parts of all changes; the languages have the rest.
SECTIONS, TOPICS = 12, 8
PICTURES, STUBS = 1 / 8, 1 / 10
LARGEST_PICTURE = 4_000_000
SMALL_PICTURES = 14  # The exponent that makes most pictures small.
LINES = (8, 120)
LARGEST_MOVE = 12  # Pages that are moved at once.
REWRITTEN = 0.2  # Of those that are moved.
PRESENT_AT_THE_ROOT = 0.6
FEWEST_TRANSLATIONS = 8
NEW_TRANSLATION, FOLLOWS = 0.25, 0.35


class MovingShape(NamedTuple):
    """What the history is like. `sources` are those in the end, pictures and stubs included."""

    commits: int
    languages: int = 16
    sources: int = 1800
    renames: int = 1000
    splits: int = 60
    deletions: int = 250
    seed: int = 1

    def options(self):
        """The command line that asks for it."""
        return [f"--{name}={value}" for name, value in self._asdict().items()]


class File:
    """A source. `rest` is its path below the folder of the language."""

    def __init__(self, rest, lines=None):
        self.rest = rest
        self.lines = lines  # None for a picture.
        self.picture = None  # The mark of its blob.
        self.restless = False  # Rewritten, little by little.
        self.is_gone = False

    def text(self):
        return b"\n".join(self.lines) + b"\n"


class Writer:
    """Text in one language."""

    def __init__(self, name, rng):
        self.rng = rng
        self.sentences = [f"{name} {rng.getrandbits(96):x} and {rng.getrandbits(96):x}".encode()
                          for _ in range(512)]

    def sentence(self, serial):
        return self.sentences[int(self.rng.random() * 512)] + b" %d" % serial

    def page(self, serial):
        return [self.sentence(serial) for _ in range(self.rng.randint(*LINES))]

    def stub(self, serial):
        return [b"---", b"title: Part %d" % serial, b"content_type: concept",
                b"weight: %d" % (serial % 90), b"no_list: true", b"---"]

    def edit(self, lines, serial, share=0):
        for _ in range(max(1 + int(self.rng.random() * 3), int(len(lines) * share))):
            lines[int(self.rng.random() * len(lines))] = self.sentence(serial)


class Sources:
    """The sources as they are now. The first never changes."""

    folder = b"content/en/"

    def __init__(self, shape, rng):
        self.shape = shape
        self.rng = rng
        self.writer = Writer("en", rng)
        self.serial = 0
        self.done = dict.fromkeys(("renames", "splits", "deletions"), 0)
        self.files = [File(b"_index.md", self.writer.page(0))]
        while len(self.files) < shape.sources * PRESENT_AT_THE_ROOT:
            self.files.append(self.new_file())

    def path(self, file):
        return self.folder + file.rest

    def new_folder(self):
        return b"docs/section-%d/topic-%d-%d/" % (
            int(self.rng.random() * SECTIONS), int(self.rng.random() * TOPICS), self.serial // 40)

    def new_file(self, lines=None):
        self.serial += 1
        folder, number = self.new_folder(), self.serial
        kind = self.rng.random()
        if lines is None and kind < PICTURES:
            return File(folder + b"picture-%d.png" % number)
        if lines is None and kind < PICTURES + STUBS:
            return File(folder + b"part-%d/_index.md" % number, self.writer.stub(number))
        return File(folder + b"page-%d.md" % number, lines or self.writer.page(number))

    def new_picture(self):
        size = 500 + int(LARGEST_PICTURE * self.rng.random() ** SMALL_PICTURES)
        return b"\x89PNG\r\n\x1a\n" + self.rng.randbytes(size)

    def pick(self, locked, wanted=lambda file: True):
        """A file that no open topic branch has changed. The first ones are picked most often."""
        count = len(self.files) - 1
        index = int(count * self.rng.random() ** SKEW)
        for _ in range(count):
            file = self.files[1 + index]
            if self.path(file) not in locked and wanted(file):
                return file
            index = (index + 1) % count
        return None

    def change(self, progress, locked, on_trunk):
        """Files that change: path to File, or to None where it goes. What is moved is moved on the
        trunk, so that no translation follows before it is there."""
        for kind, act in (("renames", self.move), ("splits", self.split),
                          ("deletions", self.delete)):
            if on_trunk and self.done[kind] < getattr(self.shape, kind) * progress:
                return act(locked)
        room = self.shape.sources * (PRESENT_AT_THE_ROOT + (1 - PRESENT_AT_THE_ROOT) * progress)
        if len(self.files) < room:
            self.files.append(self.new_file())
            return {self.path(self.files[-1]): self.files[-1]}
        return self.edit(locked)

    def edit(self, locked):
        file = self.pick(locked)
        if file.lines is None:
            file.picture = None
        else:
            self.writer.edit(file.lines, self.serial, 0.3 if file.restless else 0)
        self.serial += 1
        return {self.path(file): file}

    def move(self, locked):
        """One file in most cases, else a folder's. Some are edited in the same commit."""
        first = self.pick(locked)
        moved = [first]
        if self.rng.random() < 0.1:
            folder = first.rest.rpartition(b"/")[0]
            moved = [file for file in self.files[1:] if file.rest.startswith(folder + b"/")
                     and self.path(file) not in locked][:LARGEST_MOVE]
        self.serial += 1
        target, changes = self.new_folder(), {}
        for file in moved[:self.shape.renames - self.done["renames"]]:
            changes[self.path(file)] = None
            name = file.rest.rpartition(b"/")[2]
            file.rest = target + b"moved-%d/" % self.serial + name
            while self.path(file) in changes:  # Two stubs of one folder.
                file.rest = file.rest.replace(name, b"too/" + name)
            if file.lines and self.rng.random() < 0.3:
                self.writer.edit(file.lines, self.serial)
            if file.lines and len(file.lines) > LINES[0] and self.rng.random() < REWRITTEN:
                file.restless = True
                self.files.remove(file)
                self.files.insert(1 + int(self.rng.random() * 40), file)
            changes[self.path(file)] = file
            self.done["renames"] += 1
        return changes

    def split(self, locked):
        """A page becomes three, or a part of another."""
        page = self.pick(locked, lambda file: file.lines and len(file.lines) > 3 * LINES[0])
        changes = self.remove(page)
        self.done["splits"] += 1
        if self.rng.random() < 0.5:
            third = len(page.lines) // 3
            for start in (0, third, 2 * third):
                part = self.new_file(page.lines[start:start + third])
                self.files.append(part)
                changes[self.path(part)] = part
            return changes
        other = self.pick(locked, lambda file: file.lines and len(file.lines) > LINES[0])
        other.lines = (other.lines + page.lines)[:2 * LINES[1]]
        changes[self.path(other)] = other
        return changes

    def delete(self, locked):
        self.done["deletions"] += 1
        return self.remove(self.pick(locked))

    def remove(self, file):
        self.files.remove(file)
        file.is_gone = True
        return {self.path(file): None}


class Translation:
    """Of a source, at the path that went with it when somebody last looked."""

    def __init__(self, source, lines):
        self.source = source
        self.rest = source.rest
        self.lines = lines
        self.picture = source.picture

    def is_stray(self):
        return self.source.is_gone or self.source.rest != self.rest

    text = File.text


class Team:
    """The translations into one language."""

    def __init__(self, code, sources, rng):
        count, self.pace, self.until = TEAMS[code]
        self.sources = sources
        self.most = max(FEWEST_TRANSLATIONS, count * sources.shape.sources // SOURCES_OF_TEAMS)
        self.rng = rng
        self.folder = b"content/%b/" % code.encode()
        self.writer = Writer(code, rng)
        self.serial = 0
        self.known = {sources.files[0]}
        self.files = [Translation(sources.files[0], self.writer.page(0))]

    def path(self, file):
        return self.folder + file.rest

    def translate(self, locked):
        """A source that nobody has translated, and that is on the trunk."""
        source = self.sources.pick(locked, lambda file: file not in self.known)
        if source is None:
            return None
        self.serial += 1
        self.known.add(source)
        lines = source.lines and [self.writer.sentence(self.serial) for _ in source.lines]
        self.files.append(Translation(source, lines))
        return self.files[-1]

    def change(self, progress, locked):
        """As Sources.change."""
        choice = self.rng.random()
        if choice < NEW_TRANSLATION and len(self.files) < self.most * (0.5 + progress / 2):
            translated = self.translate(locked)
            if translated is not None and self.path(translated) not in locked:
                return {self.path(translated): translated}
        elif choice < NEW_TRANSLATION + FOLLOWS:
            strays = [file for file in self.files if file.is_stray() and self.is_free(file, locked)]
            if strays:
                return self.follow(self.rng.choice(strays))
        return self.edit(locked)

    def is_free(self, file, locked):
        return not locked.intersection((self.path(file), self.sources.path(file.source),
                                        self.folder + file.source.rest))

    def follow(self, stray):
        changes = {self.path(stray): None}
        if stray.source.is_gone:
            self.files.remove(stray)
            return changes
        stray.rest = stray.source.rest
        changes[self.path(stray)] = stray
        return changes

    def edit(self, locked):
        """Nothing where open topic branches have changed all there is."""
        free = [file for file in self.files[1:] if self.path(file) not in locked]
        if not free:
            return {}
        file = free[int(len(free) * self.rng.random() ** SKEW)]
        self.serial += 1
        if file.lines is None:
            file.picture = file.source.picture
        else:
            self.writer.edit(file.lines, self.serial)
        return {self.path(file): file}


class MovingSite(Synthesis):
    """One history on its way to `out`."""

    def make_areas(self):
        """(how often, area) for each."""
        self.sources = Sources(self.shape, self.rng)
        teams = [Team(code, self.sources, self.rng) for code in list(TEAMS)[:self.shape.languages]]
        for team in teams:
            while len(team.files) < team.most / 2 and team.translate(set()):
                pass
        share = (1 - ELSEWHERE - SOURCE) / sum(team.pace for team in teams)
        code = Area("code", code_paths(60), self.rng)
        code.present = len(code.paths)
        self.on_trunk = True
        return [(ELSEWHERE, code), (SOURCE, self.sources),
                *((share * team.pace, team) for team in teams)]

    def write_root(self):
        (_, code), *others = self.areas
        changes = {code.paths[i]: self.write_blob(code.text(i)) for i in range(code.present)}
        for _, area in others:
            for file in area.files:
                changes[area.path(file)] = self.blob_of(file)
        self.tip = self.write_commit(b"refs/heads/main", b"Start", [], changes)

    def blob_of(self, file):
        if file is None:
            return None
        if file.lines is not None:
            return self.write_blob(file.text())
        if file.picture is None:
            source = getattr(file, "source", file)
            if source.picture is None:
                source.picture = self.write_blob(self.sources.new_picture())
            file.picture = source.picture
        return file.picture

    def progress(self):
        return self.commits / self.shape.commits

    def draw_area(self):
        now = self.progress()
        weights = [0 if isinstance(area, Team) and now > area.until else weight
                   for weight, area in self.areas]
        return self.rng.choices([area for _, area in self.areas], weights)[0]

    def open_topic(self, size):
        self.on_trunk = False
        super().open_topic(size)
        self.on_trunk = True

    def draw_change(self, area):
        """New contents of files: path to mark, or to None for those that go."""
        if isinstance(area, Area):
            return super().draw_change(area)
        if area is self.sources:
            files = area.change(self.progress(), self.locked, self.on_trunk)
        else:
            files = area.change(self.progress(), self.locked)
        if not files:
            return super().draw_change(self.areas[0][1])
        return {path: self.blob_of(file) for path, file in files.items()}


if __name__ == "__main__":
    write_stream(MovingSite, parse_shape(MovingShape, __doc__))
