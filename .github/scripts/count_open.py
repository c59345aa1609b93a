#!/usr/bin/env python3
"""Prints how much there is to do, of the JSON of a report or a check: count_open.py FILE

Of a report, the translations that `--exit-code` counts; of a check, the findings that fail it.
"""

import json
import sys

COUNTED = ("outdated", "partially_updated", "renamed", "deleted")


def count(content):
    if "failures" in content:
        return content["failures"]
    return sum(summary[status] for summary in content["summary"].values() for status in COUNTED)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as stream:
        print(count(json.load(stream)))
