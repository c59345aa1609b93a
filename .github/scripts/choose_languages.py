#!/usr/bin/env python3
"""Chooses the languages that get a job each: choose_languages.py FILE [CODE,...]

FILE is the output of `l10n-drift languages --format json`. Without codes, all of its languages are
chosen. Prints the list twice, as outputs of a step: `languages` as JSON, for a matrix, and `codes`
with commas.
"""

import json
import sys

import github_client

MOST_JOBS = 256


def choose(present, asked):
    """The languages asked for that are there, or all; and a complaint, or None."""
    missing = [code for code in asked if code not in present]
    if missing:
        there = ", ".join(present) or "none"
        return [], f"no translations in {', '.join(missing)}; there are {there}"
    chosen = [code for code in present if not asked or code in asked]
    if len(chosen) > MOST_JOBS:
        return [], f"{len(chosen)} languages, and GitHub runs {MOST_JOBS} jobs at most: name fewer"
    return chosen, None


def main(arguments):
    with open(arguments[0], encoding="utf-8") as stream:
        entries = json.load(stream)["languages"]
    # Of a language in which the configuration lets in no page, there is nothing to report.
    present = [entry["language"] for entry in entries if entry["files"] > 0]
    asked = "".join(arguments[1:2]).replace(",", " ").split()
    chosen, complaint = choose(present, asked)
    if complaint:
        github_client.complain("error", complaint)
        return 1
    if not chosen:
        github_client.complain("warning", "no translations in any language: nothing to do")
    print(f"languages={json.dumps(chosen)}\ncodes={','.join(chosen)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
