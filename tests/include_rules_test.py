#!/usr/bin/python3
"""Checks that includes run downward only, as docs/design.md draws it: include_rules_test.py ROOT

Each folder may include itself, `include/`, and the folders that ZONES_BELOW names, directly or
through another. Tests may include anything.

Two more borders run across: libgit2's types stay in `lib/git/`, whose facade is made of the headers
that do not bring git2 with them; and LIBRARIES says who may include which library. Last, NEEDED has
names that some releases of a library declare in another header than others do.

The test proves itself first: each edge that is forbidden is planted in a copy of the sources, one
at a time, and has to be found; so is a planted violation of every other rule.
"""

import pathlib
import re
import shutil
import sys
import tempfile

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)
FOLDERS = ("include", "lib", "cmd")
SUFFIXES = (".h", ".cc", ".in")

# From the lowest folder to the highest, what each may include of the project beside itself. Who
# may include a folder may include what is below that, too.
ZONES_BELOW = {
    "include": (),
    "lib/text": ("include",),
    "lib/values": ("include",),
    "lib/site": ("lib/text", "lib/values"),
    "lib/git": ("lib/site",),
    "lib/markdown": ("lib/text", "lib/values"),
    "lib/detection": ("lib/markdown",),
    "lib/plan": ("lib/git",),
    "lib/baselines": ("lib/plan", "lib/markdown"),
    "lib/judge": ("lib/baselines", "lib/detection"),
    "lib/analysis": ("lib/judge",),
    "lib/render": ("lib/text", "lib/values"),
    "cmd": ("include", "lib/text"),
}

# Who may include the headers of a library, as prefixes of paths. One that is not here, such as
# GoogleTest's, belongs to the tests.
LIBRARIES = {
    "git2": ("lib/git/",),
    "cmark-gfm": ("lib/markdown/",),
    "gumbo": ("lib/markdown/",),
    "yaml-cpp": ("lib/markdown/yaml_values.cc",),
    "toml++": ("lib/markdown/toml_values.cc",),
    "utf8proc": ("lib/text/",),
    "libstemmer": ("lib/detection/",),
    "cmark-gfm-core-extensions": ("lib/markdown/",),
    "nlohmann": ("lib/site/config.cc", "lib/site/lunaria.cc", "lib/markdown/draft.cc",
                 "lib/render/issue/marker.cc", "lib/render/json_values.h"),
    "CLI": ("cmd/",),
    "spdlog": ("cmd/",),
    "fmt": ("lib/", "cmd/"),
}

# What a file has to include where it uses a name.
NEEDED = {"fmt::join": "fmt/ranges.h"}

# System headers that are not of the C++ standard library: only where the system is spoken to.
POSIX_PREFIXES = ("cmd/", "lib/git/")


def reachable(zone):
    """`zone` and all that it may include."""
    return {zone}.union(*map(reachable, ZONES_BELOW[zone]))


REACHABLE = {zone: reachable(zone) for zone in ZONES_BELOW}


def zone_of(path):
    """The folder of ZONES_BELOW that `path`, relative to the root, lies in; None if it is none."""
    return next((zone for zone in ZONES_BELOW if path.startswith(zone + "/")), None)


def source_files(root):
    return [path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))
            if path.suffix in SUFFIXES]


def read_includes(root):
    """For each source file, relative to the root: its (is_quoted, name) pairs."""
    return {path.relative_to(root).as_posix().removesuffix(".in"):
            [(mark == '"', name) for mark, name in INCLUDE.findall(path.read_text())]
            for path in source_files(root)}


def find_lacking(root):
    """Files that use a name of NEEDED and do not include its header."""
    return [f"{path.relative_to(root).as_posix()} uses {name}: it has to include {header}"
            for path in source_files(root) for name, header in NEEDED.items()
            if name in (text := path.read_text()) and f"#include <{header}>" not in text]


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
    if below not in REACHABLE[zone]:
        return f"{zone} must not include {below}"
    if zone != "lib/git" and below == "lib/git" and reaches_git2(target, includes):
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


def find_violations(includes):
    found = [f"{path}: lies in no folder that has a place" for path in includes
             if zone_of(path) is None]
    for path, entries in includes.items():
        for quoted, name in entries if zone_of(path) else ():
            complaint = (complaint_about_own(path, name, includes) if quoted
                         else complaint_about_library(path, name))
            if complaint:
                found.append(f"{path} includes {name}: {complaint}")
    return found


# Violations of the rules beside the order of the folders.
PLANTED = (
    ("lib/render/text.cc", "<git2.h>"),
    ("lib/render/csv.cc", "<nlohmann/json.hpp>"),
    ("lib/plan/plan.cc", '"git/handles.h"'),
    ("lib/judge/replay.cc", '"git/object_store.h"'),
    ("lib/site/layout.cc", "<spdlog/spdlog.h>"),
    ("lib/site/layout.cc", "<gtest/gtest.h>"),
    ("lib/site/layout.cc", '"nowhere.h"'),
    ("lib/site/layout.cc", "<unistd.h>"),
    ("lib/detection/ledger.cc", "<cmark-gfm.h>"),
    ("lib/git/repository.cc", "<CLI/CLI.hpp>"),
    ("include/l10n_drift/report.h", "<fmt/format.h>"),
    ("cmd/main.cc", "<git2.h>"),
)


def forbidden_edges(includes):
    """A file of each folder with a header of each that it must not include."""
    first_file = {zone: next(path for path in includes if zone_of(path) == zone)
                  for zone in ZONES_BELOW}
    first_header = {zone: next(path for path in includes
                               if zone_of(path) == zone and path.endswith(".h")
                               and not reaches_git2(path, includes))
                    for zone in ZONES_BELOW}
    return [(first_file[zone], f'"{first_header[other].partition("/")[2]}"')
            for zone in ZONES_BELOW for other in ZONES_BELOW if other not in REACHABLE[zone]]


def find_blind_spots(includes):
    """The planted violations that go unnoticed."""
    blind = []
    for path, name in (*PLANTED, *forbidden_edges(includes)):
        planted = (name.startswith('"'), name[1:-1])
        found = find_violations({**includes, path: [*includes[path], planted]})
        if not any(line.startswith(f"{path} includes {name[1:-1]}: ") for line in found):
            blind.append(f"unnoticed: {path} includes {name}")
    if not find_violations({**includes, "lib/corridor.cc": []}):
        blind.append("unnoticed: a file in no folder")
    return blind


def find_unread(root):
    """What is planted in files, and not read from them."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = pathlib.Path(scratch)
        for folder in FOLDERS:
            shutil.copytree(root / folder, copy / folder)
        path = copy / "lib/render/csv.cc"
        path.write_text(f'#  include "git/repository.h"\n{path.read_text()}')
        path = copy / "lib/values/stale.cc"
        path.write_text(f"{path.read_text()}// fmt::join\n")
        found = find_violations(read_includes(copy)) + find_lacking(copy)
        wanted = (
            "lib/render/csv.cc includes git/repository.h: lib/render must not include lib/git",
            "lib/values/stale.cc uses fmt::join: it has to include fmt/ranges.h")
        return [f"unnoticed: {line}" for line in wanted if line not in found]


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    root = pathlib.Path(arguments[0])
    includes = read_includes(root)
    problems = [*find_violations(includes), *find_lacking(root), *find_blind_spots(includes),
                *find_unread(root)]
    edges = len(forbidden_edges(includes))
    print("\n".join(problems) or f"{len(includes)} files, all includes run downward; "
          f"{edges} forbidden edges between folders would be noticed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
