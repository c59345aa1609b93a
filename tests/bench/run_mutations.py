#!/usr/bin/python3
"""Measures detection on changes of which it is known whether a translator is needed.

    tests/bench/run_mutations.py --program build/release/l10n-drift
    tests/bench/run_mutations.py --program build/release/l10n-drift --pages FOLDER

A pair of pages that are in step is the first commit. The second changes the source by one mutation:
a needed one, as a sentence more, or a cosmetic one, as other line ends. Then the program is asked,
in these ways:

  touched   A third commit changes one word of the translation, in a line of prose whose place in
            the page, from 0 to 1, is far from that of the change: a quarter, or what there is down
            to a seventh, and never less than three blocks. A page that is outdated or partially
            updated counts as reported.
  behind    There is no third commit. The page is outdated either way, and counts as reported if the
            severity is substantive.
  squashed  One commit holds all, so that nothing tells but what the two pages show. Reported is what
            is outdated or partially updated; the figures overall leave out what cannot show, such as
            one sentence more.

There is a fourth way, "losing", in which the translation is what changes (losing.py): it is cut, or
an update of both pages is reverted in it. Reported is as in the first.

The pages are those of the reference data that no source has overtaken, or those of a folder with
content/en/... and content/LANGUAGE/...; a page that the program reports without any mutation tells
nothing, so the figures overall are given with and without such pages. All pages of a language share
one repository, with a branch for each mutation and way. The same pages and seed give the same
mutations.
"""

import argparse
import collections
import os
import pathlib
import subprocess
import sys
import tempfile

from mutation_histories import Pair
from mutation_results import Language, ask
from mutations import MUTATIONS, NOTHING
from repositories import git

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUNDLE = ROOT.parent / "shared/corpora/kubernetes-website.bundle"
WAYS = ("touched", "behind", "squashed", "losing")


def reference_pairs(arguments, scratch):
    """Language to pairs: those of the reference data that no source has overtaken."""
    repository = scratch / "reference.git"
    git(".", "clone", "--quiet", "--bare", os.path.abspath(arguments.bundle), repository)
    said = ask(arguments.program, repository, "ko", "main").values()
    found = [one for one in said if one["status"] in ("in_sync", "partially_updated")
             and one["translation"].endswith(".md") and one["baseline"]["method"] == "history"]
    step = max(1, len(found) / arguments.count)
    chosen = [found[int(i * step)] for i in range(min(len(found), arguments.count))]
    return {"ko": [Pair(one["translation"].removeprefix("content/ko/"),
                        git(repository, "show", f"main:{one['source']}").decode(),
                        git(repository, "show", f"main:{one['translation']}").decode())
                   for one in chosen]}


def folder_pairs(folder):
    """Language to pairs: all pages below content/ with an English one."""
    content = pathlib.Path(folder) / "content"
    found = collections.defaultdict(list)
    for page in sorted(content.glob("*/**/*.md")):
        language, *parts = page.relative_to(content).parts
        source = content.joinpath("en", *parts)
        if language != "en" and source.is_file():
            found[language].append(Pair("/".join(parts), *(
                one.read_bytes().decode() for one in (source, page))))
    return found


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="a release build of l10n-drift")
    parser.add_argument("--bundle", default=BUNDLE, help="the reference data (%(default)s)")
    parser.add_argument("--count", type=int, default=150, metavar="N",
                        help="pages of the reference data (%(default)s)")
    parser.add_argument("--pages", metavar="FOLDER", help="takes pages from here instead")
    parser.add_argument("--way", action="append", choices=WAYS, help="this alone, repeatable")
    parser.add_argument("--only", action="append", metavar="MUTATION", dest="mutations",
                        choices=[mutation.name for mutation in MUTATIONS],
                        help="this alone, repeatable")
    parser.add_argument("--seed", type=int, default=1, metavar="N",
                        help="other mutations of the same pages (%(default)s)")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="failures to print")
    parser.add_argument("--keep", metavar="FOLDER",
                        help="keeps the repositories here, in a new folder")
    arguments = parser.parse_args()
    names = arguments.mutations
    arguments.mutations = [one for one in MUTATIONS
                           if not names or one.name in names or one is NOTHING]
    return arguments


def measure(arguments, scratch):
    pairs_of = folder_pairs(arguments.pages) if arguments.pages else reference_pairs(
        arguments, scratch)
    for language, pairs in pairs_of.items():
        measured = Language(arguments, language, pairs, scratch / f"{language}.git")
        measured.make()
        for way in arguments.way or WAYS:
            measured.measure_losing() if way == "losing" else measured.measure(way)


def main():
    arguments = parse_arguments()
    with tempfile.TemporaryDirectory() as scratch:
        try:
            folder = pathlib.Path(arguments.keep or scratch)
            folder.mkdir(parents=True, exist_ok=not arguments.keep)
            measure(arguments, folder)
        except (LookupError, OSError, subprocess.CalledProcessError) as error:
            print(f"run_mutations.py: error: {error}", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
