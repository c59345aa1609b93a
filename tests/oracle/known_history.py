"""A history held in memory, and the repository that fast-import makes of it."""

import hashlib
import subprocess
from dataclasses import dataclass

import simplification
from history import Entry, History, When, clean_environment

SUBMODULE = 0o160000


@dataclass
class Commit:
    parents: list  # Numbers of earlier commits, the first parent first.
    tree: dict  # Path to (mode, content); the content of a submodule is its commit's id.
    when: When


class KnownHistory(History):
    """Commits by number until `write` gives them their ids; by id from then on."""

    def __init__(self, commits, refs):
        self._commits = commits
        self.refs = refs
        self._ids = []
        self._numbers = {}
        self._blobs = {}
        self._ancestors = {}

    def write(self, repo):
        """Imports the history into the empty repository `repo`."""
        marks = repo / "marks"
        subprocess.run(
            ["git", "-C", repo, "fast-import", "--quiet", f"--export-marks={marks}"],
            input=b"".join(_stream(self._commits, self.refs)),
            check=True,
            env=clean_environment(),
        )
        named = dict(row.split() for row in marks.read_text().splitlines())
        self._ids = [named[f":{number + 1}"] for number in range(len(self._commits))]
        self._numbers = {oid: number for number, oid in enumerate(self._ids)}

    def commits(self):
        return self._commits

    def name_of(self, commit):
        """The commit's number, as text; what is no commit's id is its own name."""
        number = self._numbers.get(commit)
        return commit if number is None else f"commit {number}"

    def resolve(self, name):
        return self._ids[self.refs[name]]

    def parents(self, commit):
        return [self._ids[p] for p in self._at(commit).parents]

    def when(self, commit):
        return self._at(commit).when

    def subject(self, commit):
        return _subject(self._numbers[commit])

    def entry(self, commit, path):
        found = self._at(commit).tree.get(path)
        return found and self._entry(*found)

    def entries(self, commit, folder):
        tree = self._at(commit).tree
        return {path: self._entry(*e) for path, e in tree.items() if path.startswith(folder)}

    def blob(self, oid):
        return self._blobs[oid]

    def last_change(self, tip, path):
        return simplification.last_change(self, tip, path)

    def ancestors(self, commit):
        if commit not in self._ancestors:
            self._ancestors[commit] = super().ancestors(commit)
        return self._ancestors[commit]

    def _at(self, commit):
        return self._commits[self._numbers[commit]]

    def _entry(self, mode, content):
        if mode == SUBMODULE:
            return Entry(mode, content.decode())
        oid = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
        self._blobs[oid] = content
        return Entry(mode, oid)


def _subject(number):
    return f"Commit {number}"


def _stream(commits, refs):
    """fast-import's input: commit N has the mark N + 1; blobs have the marks above."""
    marks = {}
    for commit in commits:
        for mode, content in commit.tree.values():
            if mode != SUBMODULE and content not in marks:
                marks[content] = len(commits) + 1 + len(marks)
                yield b"blob\nmark :%d\n%s" % (marks[content], _data(content))
    for number, commit in enumerate(commits):
        yield from _commit_stream(number, commit, marks)
    for name, number in refs.items():
        yield b"reset refs/heads/%s\nfrom :%d\n\n" % (name.encode(), number + 1)


def _commit_stream(number, commit, marks):
    if not commit.parents:
        yield b"reset refs/heads/main\n\n"
    yield b"commit refs/heads/main\nmark :%d\n" % (number + 1)
    yield b"author A <a@example.com> 1400000000 +0000\n"
    yield b"committer C <c@example.com> %s\n" % _date(commit.when)
    yield _data(_subject(number).encode())
    for place, parent in enumerate(commit.parents):
        yield b"%s :%d\n" % (b"merge" if place else b"from", parent + 1)
    yield b"deleteall\n"
    for path, (mode, content) in sorted(commit.tree.items()):
        ref = content if mode == SUBMODULE else b":%d" % marks[content]
        yield b"M %o %s %s\n" % (mode, ref, _quoted(path))
    yield b"\n"


def _date(when):
    sign = b"-" if when.zone < 0 else b"+"
    return b"%d %s%02d%02d" % (when.seconds, sign, *divmod(abs(when.zone), 60))


def _data(content):
    return b"data %d\n%s\n" % (len(content), content)


def _quoted(path):
    return b'"%s"' % b"".join(
        bytes([c]) if 32 <= c < 127 and c not in b'"\\' else b"\\%03o" % c for c in path
    )
