"""What is known to be stale in the reference data, and whether the program finds it.

- Two mechanical commits that touched many pages and made outdated ones look current.
- Three places in pages that translators have left behind.
"""

import json
import os
import pathlib
import subprocess
from typing import NamedTuple, Optional

from history import clean_environment, git

LANGUAGE = "ko"
BEFORE, MECHANICAL = "1a907680a", "eaa71b597"  # The second commit touched the translations.
REPORTED = ("outdated", "partially_updated")
LEAST_OUTDATED, MOST_OTHERS = 33, 12
FOUND_AT = "dev-1.21-ko.3"
REFERENCE = "docs/reference/command-line-tools-reference"


class Finding(NamedTuple):
    """A known stale place, known by what stands in the lines of the block."""

    name: str
    page: str
    source: str = ""
    translation: Optional[str] = ""  # None: there are no lines in the translation.


FINDINGS = (
    Finding("feature-gates.md lacks `SizeMemoryBackedVolumes`", f"{REFERENCE}/feature-gates.md",
            source="`SizeMemoryBackedVolumes`", translation=None),
    Finding("feature-gates.md has `ExperimentalHostUserNamespaceDefaultingGate`",
            f"{REFERENCE}/feature-gates.md",
            translation="`ExperimentalHostUserNamespaceDefaultingGate`"),
    Finding("kube-proxy.md says `float32`", f"{REFERENCE}/kube-proxy.md",
            source="--kube-api-qps float"),
)


class Share(NamedTuple):
    """How many of some pages are reported."""

    reported: int
    of_all: int


class KnownStale:
    """Asks a program about a clone of the reference data."""

    def __init__(self, program, repository: pathlib.Path):
        self._program = program
        self._repository = repository

    def _ask(self, commit, *options):
        """What the program says of each Markdown page of a commit, by path."""
        command = [self._program, "-C", os.fspath(self._repository), "--base", commit,
                   "--branch", commit, "--lang", LANGUAGE, "--format", "json", *options]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True,
                              env=clean_environment())
        return {one["translation"]: one for one in json.loads(done.stdout)["files"]
                if one["translation"].endswith(".md")}

    def _outdated(self, commit):
        return _of_status(self._ask(commit, "--granularity", "file"), "outdated")

    def mechanical(self):
        """Of the pages that the mechanical commits made look current: those that were outdated
        before both, which have to be reported, and the others, which should not."""
        as_wholes = self._ask(MECHANICAL, "--granularity", "file")
        current = _of_status(as_wholes, "in_sync")
        reported = _of_status(self._ask(MECHANICAL), *REPORTED)
        masked = self._outdated(BEFORE) & current
        others = (self._outdated(f"{MECHANICAL}^") & current) - masked
        return tuple(Share(len(pages & reported), len(pages)) for pages in (masked, others))

    def findings(self):
        """Each finding, with the first stale block that is it, or None."""
        said = self._ask(FOUND_AT)
        for finding in FINDINGS:
            stale = said[f"content/{LANGUAGE}/{finding.page}"]["stale"]
            yield finding, next((block for block in stale if self._is_found(finding, block)), None)

    def _is_found(self, finding, block):
        source = self._lines("en", finding.page, block["source_lines"])
        if finding.translation is None:
            return finding.source in source and block["translation_lines"] is None
        translation = self._lines(LANGUAGE, finding.page, block["translation_lines"])
        return finding.source in source and finding.translation in translation

    def _lines(self, language, page, span):
        """The text of lines [first, last] of a page, or none."""
        if span is None:
            return ""
        text = git(self._repository, "show", f"{FOUND_AT}:content/{language}/{page}").decode()
        return "\n".join(text.split("\n")[span[0] - 1:span[1]])


def _of_status(said, *statuses):
    return {path for path, one in said.items() if one["status"] in statuses}
