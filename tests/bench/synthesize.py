#!/usr/bin/python3
"""Writes a synthetic documentation repository as a stream for git fast-import.

    synthesize.py --commits 100000 --languages 16 | git fast-import

The history is that of a site that many people work on. A part of the commits changes code and other
files, a part the sources in `content/en`, and each language has its share and its own text. Two out
of three changes come in through a topic branch that left the trunk some commits before, which makes
merges about three tenths of all commits, as on the Kubernetes website. Nobody ever changes the
first page of a language, so that the last touch of at least one translation is the root.

The same arguments give the same commits, and a longer history goes the way of a shorter one until
that one ends. Nothing is kept in memory but the files as they are now.
"""

import argparse
import random
import sys
from typing import NamedTuple

LANGUAGES = "ko ja zh-cn fr de es it pt-br ru uk pl vi id hi tr ar".split()
SECTIONS, TOPICS = 8, 6
CODE_FILES, CODE_FOLDERS = 720, 20
LINES_OF_A_FILE = 30
PRESENT_AT_THE_ROOT = 0.75
NEW_FILE = 0.05  # The chance that a change adds a file, as long as there are any to add.
SKEW = 2  # Some pages change all the time, most seldom.
MOST_TOPICS = 8  # Topic branches that are open at once.
START, SECONDS_BETWEEN_COMMITS = 1_400_000_000, 300


class Shape(NamedTuple):
    """What a history is like; the two shares are parts of all changes, the languages have the rest
    in equal parts."""

    commits: int
    languages: int = 16
    pages: int = 600
    translated: int = 300
    elsewhere: float = 0.5
    source: float = 0.25
    root_entries: int = 60
    seed: int = 1

    def options(self):
        """The command line that asks for it."""
        return [f"--{name.replace('_', '-')}={value}" for name, value in self._asdict().items()]


class Area:
    """Files that change together: those of one language, or the code."""

    def __init__(self, name, paths, rng):
        self.paths = paths
        self.rng = rng
        self.present = max(2, int(len(paths) * PRESENT_AT_THE_ROOT))
        self.sentences = [self.sentence(name) for _ in range(512)]
        self.files = [self.new_file(i) for i in range(len(paths))]

    def sentence(self, name):
        words = ("%x" % self.rng.getrandbits(24) for _ in range(8))
        return f"{name} {' '.join(words)}".encode()

    def new_file(self, index):
        return [self.any_sentence() + b" %d" % index for _ in range(LINES_OF_A_FILE)]

    def any_sentence(self):
        return self.sentences[int(self.rng.random() * len(self.sentences))]

    def text(self, index):
        return b"\n".join(self.files[index]) + b"\n"

    def change(self, serial, locked):
        """Changes or adds a file that is not in `locked`: its path and its new text."""
        if self.present < len(self.paths) and self.rng.random() < NEW_FILE:
            index = self.present
            self.present += 1
        else:
            index = self.pick(locked)
            lines = self.files[index]
            for _ in range(1 + int(self.rng.random() * 3)):
                lines[int(self.rng.random() * len(lines))] = self.any_sentence() + b" %d" % serial
        return self.paths[index], self.text(index)

    def pick(self, locked):
        """Never the first file, nor one that an open topic branch has changed."""
        index = 1 + int((self.present - 1) * self.rng.random() ** SKEW)
        while self.paths[index] in locked:
            index = 1 + index % (self.present - 1)
        return index


def page_path(language, index):
    if index == 0:
        return f"content/{language}/_index.md".encode()
    section, topic = index % SECTIONS, index // SECTIONS % TOPICS
    return f"content/{language}/docs/section-{section}/topic-{topic}/page-{index}.md".encode()


def code_paths(root_entries):
    """Files in nested folders, and at the root what is missing of `root_entries`."""
    nested = [f"code-{i % CODE_FOLDERS}/package-{i // CODE_FOLDERS % 6}/module-{i % 3}/file-{i}.go"
              for i in range(CODE_FILES)]
    at_root = [f"file-{i}.txt" for i in range(root_entries - CODE_FOLDERS - 1)]
    return [path.encode() for path in at_root[:1] + nested + at_root[1:]]


class Topic(NamedTuple):
    """An open topic branch."""

    ref: bytes
    tip: int
    changes: dict  # Path to the mark of its blob, or to None if it is removed.


class Synthesis:
    """One history on its way to `out`."""

    def __init__(self, shape, out):
        self.shape = shape
        self.out = out
        self.rng = random.Random(shape.seed)
        self.areas = self.make_areas()
        self.commits = 0
        self.marks = 0
        self.tip = None  # The mark of the trunk's newest commit.
        self.topics = []
        self.free_refs = [b"refs/topics/%d" % i for i in range(MOST_TOPICS)]
        self.locked = set()

    def make_areas(self):
        """(how often, area) for each."""
        shape = self.shape
        share = (1 - shape.elsewhere - shape.source) / shape.languages
        counts = [("en", shape.source, shape.pages)]
        counts += [(code, share, shape.translated) for code in LANGUAGES[:shape.languages]]
        areas = [(weight, Area(name, [page_path(name, i) for i in range(pages)], self.rng))
                 for name, weight, pages in counts]
        code = Area("code", code_paths(shape.root_entries), self.rng)
        code.present = len(code.paths)  # All entries of the root are there from the first commit.
        return [*areas, (shape.elsewhere, code)]

    def write(self):
        self.write_root()
        while self.commits < self.shape.commits:
            self.step()
        for ref in self.free_refs:
            self.out.write(b"reset %s\nfrom %s\n\n" % (ref, b"0" * 40))
        self.out.write(b"done\n")

    def write_root(self):
        changes = {area.paths[i]: self.write_blob(area.text(i))
                   for _, area in self.areas for i in range(area.present)}
        self.tip = self.write_commit(b"refs/heads/main", b"Start", [], changes)

    def step(self):
        """One thing that happens on the trunk. What is left to write always suffices to merge the
        topics that are open."""
        spare = self.shape.commits - self.commits - len(self.topics)
        choice = self.rng.random()
        size = 1 + (self.rng.random() < 0.3)
        if choice < 0.37 and spare > 0 or not self.topics and spare <= size:
            changes = self.draw_change(self.draw_area())
            self.tip = self.write_commit(b"refs/heads/main", b"Change", [], changes)
        elif choice < 0.69 and spare > size and self.free_refs or not self.topics:
            self.open_topic(size)
        else:
            self.merge_topic()

    def open_topic(self, size):
        ref = self.free_refs.pop()
        area = self.draw_area()
        changes = self.draw_change(area)
        tip = self.write_commit(ref, b"Propose", [b"from :%d" % self.tip], changes)
        self.locked.update(changes)
        for _ in range(size - 1):
            more = self.draw_change(area)
            tip = self.write_commit(ref, b"Propose more", [], more)
            self.locked.update(more)
            changes |= more
        self.topics.append(Topic(ref, tip, changes))

    def merge_topic(self):
        topic = self.topics.pop(int(self.rng.random() * len(self.topics)))
        parents = [b"merge :%d" % topic.tip]
        self.tip = self.write_commit(b"refs/heads/main", b"Merge", parents, topic.changes)
        self.locked.difference_update(topic.changes)
        self.free_refs.append(topic.ref)

    def draw_area(self):
        weights, areas = zip(*self.areas)
        return self.rng.choices(areas, weights)[0]

    def draw_change(self, area):
        """New contents of one file or two: path to mark."""
        changes = {}
        for _ in range(1 + (self.rng.random() < 0.3)):
            path, text = area.change(self.commits, self.locked)
            changes[path] = self.write_blob(text)
        return changes

    def next_mark(self):
        self.marks += 1
        return self.marks

    def write_blob(self, text):
        mark = self.next_mark()
        self.out.write(b"blob\nmark :%d\ndata %d\n%b\n" % (mark, len(text), text))
        return mark

    def write_commit(self, ref, subject, parents, changes):
        """The commit's mark. It goes on from `ref` where `parents` names no other commit."""
        mark = self.next_mark()
        time = START + SECONDS_BETWEEN_COMMITS * self.commits
        message = b"%b %b\n" % (subject, next(iter(changes)))
        lines = [b"commit %b\nmark :%d" % (ref, mark),
                 b"committer A Writer <writer@site.example> %d +0000" % time,
                 b"data %d\n%b" % (len(message), message), *parents]
        lines += [b"D " + path if blob is None else b"M 100644 :%d %b" % (blob, path)
                  for path, blob in changes.items()]
        self.out.write(b"\n".join(lines) + b"\n\n")
        self.commits += 1
        return mark


def parse_shape(shape, description):
    """A shape of this class from the command line."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    for name, kind in shape.__annotations__.items():
        default = shape._field_defaults.get(name)
        parser.add_argument(f"--{name.replace('_', '-')}", type=kind, default=default,
                            required=default is None, metavar="N")
    return shape(**vars(parser.parse_args()))


def write_stream(synthesis, shape):
    with open(sys.stdout.fileno(), "wb", buffering=1 << 20, closefd=False) as out:
        out.write(b"feature done\n")
        synthesis(shape, out).write()


if __name__ == "__main__":
    write_stream(Synthesis, parse_shape(Shape, __doc__))
