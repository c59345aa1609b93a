"""The history of a real repository, read by real git commands."""

import subprocess

from history import Entry, History, When, clean_environment, git


class RepositoryHistory(History):
    """Objects come from one `git cat-file --batch`, last changes from `git log -1`."""

    def __init__(self, repo):
        self._repo = repo
        self._batch = subprocess.Popen(
            ["git", "-C", repo, "cat-file", "--batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=clean_environment(),
        )
        self._commits = {}
        self._trees = {}
        self._flat = {}
        self._ancestors = {}

    def close(self):
        self._batch.stdin.close()
        self._batch.wait()
        self._batch.stdout.close()

    def resolve(self, revision):
        return git(self._repo, "rev-parse", "--verify", revision + "^{commit}").decode().strip()

    def parents(self, commit):
        return self._commit(commit)[1]

    def when(self, commit):
        return self._commit(commit)[2]

    def entry(self, commit, path):
        entry = Entry(0o40000, self._commit(commit)[0])
        for name in path.split(b"/"):
            if entry is None or entry.mode != 0o40000:
                return None
            entry = self._tree(entry.oid).get(name)
        return entry

    def entries(self, commit, folder):
        if not folder:
            return self._flatten(self._commit(commit)[0])
        top = self.entry(commit, folder.rstrip(b"/"))
        if not top or top.mode != 0o40000:
            return {}
        return {folder + path: entry for path, entry in self._flatten(top.oid).items()}

    def blob(self, oid):
        return self._object(oid)

    def last_change(self, tip, path):
        return git(self._repo, "log", "-1", "--format=%H", tip, "--", path).decode().strip()

    def ancestors(self, commit):
        if commit not in self._ancestors:
            self._ancestors[commit] = super().ancestors(commit)
        return self._ancestors[commit]

    def _object(self, oid):
        self._batch.stdin.write(oid.encode() + b"\n")
        self._batch.stdin.flush()
        header = self._batch.stdout.readline().split()
        content = self._batch.stdout.read(int(header[2]))
        self._batch.stdout.read(1)
        return content

    def _commit(self, commit):
        """The commit's tree, parents and date."""
        if commit not in self._commits:
            lines = self._object(commit).split(b"\n\n", 1)[0].decode(errors="replace").split("\n")
            fields = [line.partition(" ")[::2] for line in lines]
            parents = [value for key, value in fields if key == "parent"]
            seconds, zone = dict(fields)["committer"].split()[-2:]
            minutes = int(zone[1:3]) * 60 + int(zone[3:5])
            when = When(int(seconds), -minutes if zone[0] == "-" else minutes)
            self._commits[commit] = dict(fields)["tree"], parents, when
        return self._commits[commit]

    def _tree(self, oid):
        """One tree's own entries: name to entry."""
        if oid not in self._trees:
            content, entries, start = self._object(oid), {}, 0
            while start < len(content):
                end = content.index(b"\0", start)
                mode, name = content[start:end].split(b" ", 1)
                entries[name] = Entry(int(mode, 8), content[end + 1 : end + 21].hex())
                start = end + 21
            self._trees[oid] = entries
        return self._trees[oid]

    def _flatten(self, oid):
        if oid not in self._flat:
            found = {}
            for name, entry in self._tree(oid).items():
                if entry.mode == 0o40000:
                    below = self._flatten(entry.oid)
                    found |= {name + b"/" + path: inner for path, inner in below.items()}
                else:
                    found[name] = entry
            self._flat[oid] = found
        return self._flat[oid]
