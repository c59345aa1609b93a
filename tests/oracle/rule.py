"""The rule (docs/design.md): baseline and status of every translation, from a `History`.

Written from the specification alone, one translation at a time, without regard to cost. Where the
specification leaves several answers open (two newest touches of which neither is older), all are
given; where only a measure of alikeness could tell, the answer is UNCLEAR.
"""

from dataclasses import dataclass, replace
from typing import Optional

from renames import EXACT, UNCLEAR, Rename, Renames
from simplification import last_change
from touches import (
    ALL_FOLDER,
    EVERYWHERE,
    SOURCE_FOLDER,
    Touch,
    all_sources,
    last_touch,
    language_of,
    newest_touches_with,
    sibling_of,
    source_of,
    translation_of,
)


@dataclass(frozen=True)
class Baseline:
    commit: str
    blob: Optional[str]
    method: str


@dataclass(frozen=True)
class Answer:
    """What the program should say of a translation."""

    status: str
    last_touch: Optional[str] = None
    baseline: Optional[Baseline] = None
    base_blob: Optional[str] = None  # Of outdated pairs: counts are from the baseline's to this.
    verbatim: bool = False
    renamed_to: Optional[bytes] = None
    renamed_from: Optional[bytes] = None
    similarity: Optional[tuple] = None


class Rule:
    """All translations of one branch against one base."""

    def __init__(self, history, base, branch, since=None):
        self.history = history
        self.base = base
        self.branch = branch
        self.since = since
        self.sources = history.pages(base, SOURCE_FOLDER)
        pages = history.pages(branch, ALL_FOLDER)
        self.translations = {path: oid for path, oid in pages.items() if language_of(path)}

    def answers(self, translation):
        """The acceptable answers for one translation; [UNCLEAR] if the oracle cannot tell."""
        if self.history.entry(self.base, source_of(translation)) and \
                source_of(translation) not in self.sources:
            return [Answer("unknown", self.last_touch_of(translation))]  # A link, which is no page.
        if self.since:
            return self._answers_since(translation)
        touch = last_touch(self.history, self.branch, translation)
        if source_of(translation) in self.sources:
            answers = [self._by_last_touch(translation, touch)]
        else:
            answers = self._without_source(translation)
        return [a if a is UNCLEAR else replace(a, last_touch=touch.commit) for a in answers]

    def last_touch_of(self, translation):
        return None if self.since else last_touch(self.history, self.branch, translation).commit

    # The base has the source.

    def _by_last_touch(self, translation, touch):
        in_sync = self._same_content(translation)
        if in_sync:
            return in_sync
        found = self._source_at(touch, source_of(translation), language_of(translation))
        if found is UNCLEAR:
            return UNCLEAR
        if not found:
            return self._by_first_version(translation, touch)
        path, similarity = found
        blob = self.history.page(touch.commit, path).oid
        baseline = Baseline(touch.commit, blob, "history")
        return self._compare(translation, baseline, path, similarity)

    def _same_content(self, translation):
        blob = self.sources[source_of(translation)]
        if self.translations[translation] != blob:
            return None
        return Answer("in_sync", baseline=Baseline(self.base, blob, "content"))

    def _source_at(self, touch, source, language):
        """The path of the source in the touch's tree and how alike it was; None; or UNCLEAR."""
        sibling = touch.source and sibling_of(touch.path, translation_of(
            source, language), source)
        for path in (touch.source_then(), source, sibling):
            if path and self.history.page(touch.commit, path):
                return path, None
        return self._renames_since(touch.commit).earlier(source)

    def _renames_since(self, commit):
        older, newer = (self.history.entries(c, SOURCE_FOLDER) for c in (commit, self.base))
        if not older:  # The site was somewhere else.
            older, newer = (
                {path: entry for path, entry in self.history.entries(c, EVERYWHERE).items()
                 if not language_of(path)} for c in (commit, self.base))
        return Renames(self.history, older, newer)

    def _by_first_version(self, translation, touch):
        """The source was in no guise in the touch's tree: take it as it came to the base."""
        source = source_of(translation)
        first = self._first_version(source)
        if self.history.is_ancestor(first, touch.commit):
            return Answer("unknown")  # It was there before, and the touch's tree had dropped it.
        blob = self.history.page(first, source).oid
        return self._compare(translation, Baseline(first, blob, "first_version"), source, None)

    def _first_version(self, source):
        """The commit where the base's source came: back by the same blob, else the first parent."""
        commit = self.base
        while True:
            blob = self.history.page(commit, source).oid
            parents = [p for p in self.history.parents(commit) if self.history.page(p, source)]
            if not parents:
                return commit
            same = [p for p in parents if self.history.page(p, source).oid == blob]
            commit = (same or parents)[0]

    def _compare(self, translation, baseline, path, similarity):
        source = source_of(translation)
        renamed = {}
        if path != source:
            renamed = {"renamed_from": path, "similarity": similarity}
        if baseline.blob == self.sources[source]:
            return Answer("in_sync", baseline=baseline, **renamed)
        verbatim = self.translations[translation] == baseline.blob
        blob = self.sources[source]
        return Answer("outdated", None, baseline, blob, verbatim, **renamed)

    # The base lacks the source.

    def _without_source(self, translation):
        source = source_of(translation)

        between = self._renames_of_no_source
        names = sorted(all_sources(self.history, self.branch, translation, between))

        def source_at(touch):
            paths = (touch.source_then(), source, *names)
            return next((p for p in paths if self.history.page(touch.commit, p)), None)

        touches = newest_touches_with(self.history, self.branch, translation, source_at, between)
        if touches is None:
            return [UNCLEAR]
        if not touches:
            return [Answer("unpaired")]
        return [self._gone(translation, t.commit, source_at(t), "history") for t in touches]

    def _renames_of_no_source(self, older, newer):
        """The renames between two commits of all pages but the sources."""
        return Renames(self.history, *(
            {path: entry for path, entry in self.history.entries(commit, EVERYWHERE).items()
             if not path.startswith(SOURCE_FOLDER)}
            for commit in (older, newer)))

    def _followed(self, path):
        """Where the base's history renamed a source to, step by step: a `Rename`, None or UNCLEAR."""
        seen = set()
        while path not in self.sources:
            if path in seen:
                return None
            seen.add(path)
            removal = last_change(self.history, self.base, path)
            parent = next((p for p in self.history.parents(removal)
                           if self.history.entry(p, path)), None)
            if not parent:
                return None
            older, newer = (self.history.entries(c, SOURCE_FOLDER) for c in (parent, removal))
            step = Renames(self.history, older, newer).step(path)
            if not step or step is UNCLEAR:
                return step
            path = step.path
        return Rename(path, (0, 100))  # However much it was edited since.

    def _new_name(self, commit, path, blob, is_translated):
        """Where a source lives now: where it was, as it was, step by step, or by the two ends."""
        if path in self.sources:
            return Rename(path, None)
        at_ends = self._renames_since(commit).later(path, blob, is_translated)
        if at_ends and at_ends is not UNCLEAR and at_ends.similarity == EXACT:
            return at_ends
        return self._followed(path) or at_ends

    def _gone(self, translation, commit, path, method):
        """Renamed or deleted: where does the baseline, which stood at `path`, live now?"""
        blob = self.history.page(commit, path).oid

        def is_translated(source):
            return translation_of(source, language_of(translation)) in self.translations

        name = self._new_name(commit, path, blob, is_translated)
        if name is UNCLEAR:
            return UNCLEAR
        return Answer(
            "renamed" if name and not is_translated(name.path) else "deleted",
            baseline=Baseline(commit, blob, method),
            renamed_to=name and name.path,
            renamed_from=path if path != source_of(translation) else None,
            similarity=name and name.similarity,
        )

    # --since

    def _answers_since(self, translation):
        source = source_of(translation)
        if source not in self.sources:
            if not self.history.page(self.since, source):
                return [Answer("unpaired")]
            return [self._gone(translation, self.since, source, "since")]
        in_sync = self._same_content(translation)
        if in_sync:
            return [in_sync]
        found = self._source_at(Touch(self.since, translation), source, language_of(translation))
        if found is UNCLEAR:
            return [UNCLEAR]
        if not found:
            return [Answer("in_sync")]
        path, similarity = found
        baseline = Baseline(self.since, self.history.page(self.since, path).oid, "since")
        return [self._compare(translation, baseline, path, similarity)]
