"""The random changes of one commit: each takes a tree and alters it in place.

A tree maps paths to (mode, content); the content of a submodule is its commit's id.
"""

from known_history import SUBMODULE
from random_pages import LANGUAGES, edit, new_page, small_edit

REGULAR, EXECUTABLE, SYMLINK = 0o100644, 0o100755, 0o120000


class Changes:
    """Draws changes; `past` remembers every content that a path ever had."""

    def __init__(self, rng, languages, names):
        self._rng = rng
        self._languages = languages
        self._names = names
        self._past = {}
        self._kinds = [
            (self._edit, 34),
            (self._translate, 16),
            (self._add_source, 10),
            (self._move, 12),
            (self._change_mode, 8),
            (self._delete, 5),
            (self._bring_back, 9),
            (self._copy, 3),
            (self._copy_source_over, 4),
            (self._add_own_page, 1),
            (self._replace_by_link, 2),
            (self._rename_language, 2),
            (self._come_home, 6),
            (self._misplace, 3),
        ]

    def settle(self, tree):
        """The tree of a first commit: some sources, some of them translated."""
        for _ in range(self._rng.randint(2, len(self._names))):
            self._add_source(tree)
        for _ in range(self._rng.randint(2, 3 * len(self._names))):
            self._translate(tree)
        if self._rng.random() < 0.3:
            self._start_elsewhere(tree)
        self.apply(tree, 1)

    def apply(self, tree, count):
        changes, weights = zip(*self._kinds)
        for change in self._rng.choices(changes, weights, k=count):
            change(tree)
        for path, entry in tree.items():
            versions = self._past.setdefault(path, [])
            if entry not in versions:
                versions.append(entry)

    def _pages(self, tree, prefix=b"content/"):
        return sorted(
            path
            for path, (mode, _) in tree.items()
            if path.startswith(prefix) and mode in (REGULAR, EXECUTABLE)
        )

    def _start_elsewhere(self, tree):
        """Some pages lie where no layout looks, until somebody moves them."""
        home = self._rng.choice((b"site/%s/", b"www/docs/%s/", b"%s-pages/"))
        for name in self._rng.sample(self._names, len(self._names) // 2):
            for language in (b"en", *self._languages):
                path = b"content/%s/%s" % (language, name)
                if path in tree:
                    tree[home % language + name] = tree.pop(path)

    def _come_home(self, tree):
        """All pages from elsewhere, those of a language, or one; now and then edited as well."""
        strangers = sorted(p for p in tree if not p.startswith(b"content/"))
        if not strangers:
            return
        languages = (b"en", *self._languages)
        chosen = self._rng.choice((languages, (self._rng.choice(languages),)))
        if self._rng.random() < 0.2:
            strangers = [self._rng.choice(strangers)]
        for path in strangers:
            for language in chosen:
                for home in (b"site/%s/", b"www/docs/%s/", b"%s-pages/"):
                    if not path.startswith(home % language):
                        continue
                    new = b"content/%s/%s" % (language, path[len(home % language):])
                    if new not in tree:
                        tree[new] = tree.pop(path)
                        if self._rng.random() < 0.1:
                            self._touch_up(tree, new)

    def _misplace(self, tree):
        """A translation is moved away from its source, with an edit or without."""
        path = self._pick(tree)
        if not path or path.startswith(b"content/en/"):
            return
        new = b"content/%s/%s" % (path.split(b"/")[1], self._rng.choice(self._names))
        if new not in tree:
            tree[new] = tree.pop(path)
            if self._rng.random() < 0.4:
                self._touch_up(tree, new)

    def _pick(self, tree, prefix=b"content/"):
        pages = self._pages(tree, prefix)
        return self._rng.choice(pages) if pages else None

    def _source(self):
        return b"content/en/" + self._rng.choice(self._names)

    def _translation(self):
        return b"content/%s/%s" % (self._rng.choice(self._languages), self._rng.choice(self._names))

    def _add_source(self, tree):
        path = self._source()
        if path not in tree:
            tree[path] = (REGULAR, new_page(self._rng))

    def _translate(self, tree):
        """A new translation of a source, now and then a verbatim copy."""
        source = self._pick(tree, b"content/en/")
        if not source:
            return
        path = source.replace(b"/en/", b"/%s/" % self._rng.choice(self._languages), 1)
        copied = self._rng.random() < 0.25
        tree[path] = (REGULAR, tree[source][1] if copied else new_page(self._rng))

    def _add_own_page(self, tree):
        path = self._translation()
        if path.replace(path.split(b"/")[1], b"en", 1) not in tree:
            tree[path] = (REGULAR, new_page(self._rng))

    def _edit(self, tree):
        path = self._pick(tree, self._rng.choice((b"content/", b"content/en/", b"")))
        if path:
            mode, page = tree[path]
            tree[path] = (mode, edit(self._rng, page))

    def _delete(self, tree):
        path = self._pick(tree)
        if path:
            del tree[path]

    def _bring_back(self, tree):
        """An earlier state of any path, deleted or not: a revert."""
        if self._past:
            path = self._rng.choice(sorted(self._past))
            tree[path] = self._rng.choice(self._past[path])

    def _move(self, tree):
        """A move of a source, a translation or both, alone or with an edit."""
        path = self._pick(tree)
        if not path:
            return
        name = self._rng.choice(self._names)
        language, old_name = path.split(b"/", 2)[1:]
        languages = {language}
        if self._rng.random() < 0.3:
            languages |= {b"en", *self._languages}
        for one in sorted(languages):
            old, new = b"content/%s/%s" % (one, old_name), b"content/%s/%s" % (one, name)
            if old in tree and new not in tree:
                tree[new] = tree.pop(old)
                if self._rng.random() < 0.3:
                    self._touch_up(tree, new)

    def _touch_up(self, tree, path):
        mode, page = tree[path]
        if mode in (REGULAR, EXECUTABLE):
            tree[path] = (mode, small_edit(self._rng, page))

    def _rename_language(self, tree):
        old, new = self._rng.sample(LANGUAGES, 2)
        for path in self._pages(tree, b"content/%s/" % old):
            target = path.replace(old, new, 1)
            if target not in tree:
                tree[target] = tree.pop(path)

    def _copy(self, tree):
        path = self._pick(tree)
        if path:
            target = self._rng.choice((self._source(), self._translation()))
            tree.setdefault(target, tree[path])

    def _copy_source_over(self, tree):
        """A translation becomes byte for byte its source."""
        for path in self._pages(tree):
            language = path.split(b"/")[1]
            source = path.replace(language, b"en", 1)
            if language != b"en" and source in tree and self._rng.random() < 0.3:
                if tree[source][0] in (REGULAR, EXECUTABLE):
                    tree[path] = (tree[path][0], tree[source][1])

    def _change_mode(self, tree):
        for _ in range(self._rng.randint(1, 4)):
            path = self._pick(tree)
            if path:
                mode, page = tree[path]
                tree[path] = (REGULAR + EXECUTABLE - mode, page)

    def _replace_by_link(self, tree):
        path = self._pick(tree) or self._translation()
        link = (SYMLINK, b"elsewhere.md")
        tree[path] = link if self._rng.random() < 0.6 else (SUBMODULE, b"1" * 40)
