#!/usr/bin/python3
"""Checks that includes run downward only, as docs/design.md draws it: include_rules_test.py ROOT

    cmd -> include        lib/report -> include        lib -> git's facade -> lib/git -> git2

Everybody may include lib/text, pure functions of text. lib/markdown is for `lib` alone.

A header of lib/git belongs to the facade if neither it nor what it includes includes git2. Tests
may include anything. The test proves itself first: each violation that it plants in a copy of the
sources has to be found.
"""

import pathlib
import re
import shutil
import sys
import tempfile

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
FOLDERS = ("include", "lib", "cmd")
SUFFIXES = (".h", ".cc", ".in")

# What each zone may include of the project; lib/git is special for `lib`, see may_include.
ZONES_BELOW = {
    "include": {"include"},
    "lib/text": {"include", "lib/text"},
    "lib/markdown": {"include", "lib/markdown", "lib/text"},
    "lib/git": {"include", "lib/git", "lib/text"},
    "lib/report": {"include", "lib/report", "lib/text"},
    "lib": {"include", "lib", "lib/git", "lib/markdown", "lib/text"},
    "cmd": {"include", "cmd", "lib/text"},
}

# Who may include the headers of a library, as prefixes of paths. One that is not here, such as
# GoogleTest's, belongs to the tests.
LIBRARIES = {
    "git2": ("lib/git/",),
    "cmark-gfm": ("lib/markdown/",),
    "cmark-gfm-core-extensions": ("lib/markdown/",),
    "nlohmann": ("lib/config.cc", "lib/report/issue_marker.cc", "lib/report/json_values.h"),
    "CLI": ("cmd/",),
    "spdlog": ("cmd/",),
    "fmt": ("lib/", "cmd/"),
}

# System headers that are not of the C++ standard library: only where the system is spoken to.
POSIX_PREFIXES = ("cmd/", "lib/git/")


def zone_of(path):
    """The most specific zone that `path`, relative to the root, lies in."""
    return max((zone for zone in ZONES_BELOW if path.startswith(zone + "/")), key=len)


def read_includes(root):
    """For each source file, relative to the root: its (is_quoted, name) pairs."""
    files = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))
             if path.suffix in SUFFIXES]
    return {path.relative_to(root).as_posix().removesuffix(".in"):
            [(mark == '"', name) for mark, name in INCLUDE.findall(path.read_text())]
            for path in files}


def resolve(includer, name, includes):
    """The file of the project that a quoted name means, or None."""
    folder = includer.rpartition("/")[0]
    candidates = (f"include/{name}", f"lib/{name}", f"cmd/{name}", f"{folder}/{name}", name)
    return next((path for path in candidates if path in includes), None)


def reaches_git2(path, includes, seen=None):
    seen = set() if seen is None else seen
    if path is None or path in seen:
        return False
    seen.add(path)
    return any((not quoted and name.split("/")[0].removesuffix(".h") == "git2")
               or (quoted and reaches_git2(resolve(path, name, includes), includes, seen))
               for quoted, name in includes[path])


def complaint_about_own(path, name, includes):
    target = resolve(path, name, includes)
    if target is None:
        return "is no file of the project"
    zone, below = zone_of(path), zone_of(target)
    if below not in ZONES_BELOW[zone]:
        return f"{zone} must not include {below}"
    if zone == "lib" and below == "lib/git" and reaches_git2(target, includes):
        return "it brings git2 with it, which stays in lib/git"
    return None


def complaint_about_library(path, name):
    if re.fullmatch(r"[a-z0-9_]+", name):
        return None
    library = name.split("/")[0].removesuffix(".h")
    if library in LIBRARIES:
        allowed = LIBRARIES[library]
        return None if path.startswith(allowed) else f"only in {', '.join(allowed)}"
    if re.fullmatch(r"(sys/)?[a-z]+\.h", name):
        return None if path.startswith(POSIX_PREFIXES) else "a header of the system"
    return "no library of the program"


def find_violations(root):
    includes = read_includes(root)
    found = []
    for path, entries in includes.items():
        for quoted, name in entries:
            complaint = (complaint_about_own(path, name, includes) if quoted
                         else complaint_about_library(path, name))
            if complaint:
                found.append(f"{path} includes {name}: {complaint}")
    return found


PLANTED = (
    ("lib/report/text.cc", "<git2.h>"),
    ("lib/report/text.cc", '"git/repository.h"'),
    ("lib/report/csv.cc", "<nlohmann/json.hpp>"),
    ("lib/layout.cc", '"git/handles.h"'),
    ("lib/layout.cc", '"report/markdown.h"'),
    ("lib/layout.cc", "<spdlog/spdlog.h>"),
    ("lib/layout.cc", "<gtest/gtest.h>"),
    ("lib/layout.cc", '"nowhere.h"'),
    ("lib/layout.cc", "<unistd.h>"),
    ("lib/layout.cc", "<cmark-gfm.h>"),
    ("lib/markdown/blocks.cc", '"git/repository.h"'),
    ("lib/markdown/blocks.cc", '"pages.h"'),
    ("lib/git/repository.cc", '"markdown/blocks.h"'),
    ("lib/report/text.cc", '"markdown/blocks.h"'),
    ("lib/git/repository.cc", '"report/markdown.h"'),
    ("lib/git/repository.cc", "<CLI/CLI.hpp>"),
    ("include/l10n_drift/layout.h", '"git/repository.h"'),
    ("include/l10n_drift/layout.h", "<fmt/format.h>"),
    ("cmd/main.cc", '"git/repository.h"'),
    ("cmd/main.cc", "<git2.h>"),
)


def find_blind_spots(root):
    """The planted violations that go unnoticed."""
    blind = []
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch)
        for folder in FOLDERS:
            shutil.copytree(root / folder, copy / folder)
        for path, name in PLANTED:
            content = (copy / path).read_text()
            (copy / path).write_text(f"#include {name}\n{content}")
            found = find_violations(copy)
            if not any(line.startswith(f"{path} includes {name[1:-1]}: ") for line in found):
                blind.append(f"unnoticed: {path} includes {name}")
            (copy / path).write_text(content)
    return blind


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    root = pathlib.Path(arguments[0])
    problems = find_violations(root) + find_blind_spots(root)
    print("\n".join(problems) or f"{len(read_includes(root))} files, all includes run downward")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
