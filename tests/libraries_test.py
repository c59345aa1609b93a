#!/usr/bin/python3
"""Checks that libraries are found where pkg-config knows nothing of them: libraries_test.py ROOT

CMake's own packages are made up, as other systems have them; nothing is compiled.
"""

import pathlib
import subprocess
import sys
import tempfile

# The package of each library and its targets, as the library's own CMakeLists.txt names them.
PACKAGES = {
    "libgit2": ["libgit2::libgit2package"],
    "gumbo": ["gumbo::gumbo"],
    "utf8proc": ["utf8proc::utf8proc"],
    "yaml-cpp": ["yaml-cpp::yaml-cpp"],
    "cmark-gfm": ["libcmark-gfm", "libcmark-gfm-extensions"],
}


def make_package(prefix, name, targets):
    folder = prefix / "lib/cmake" / name
    folder.mkdir(parents=True)
    lines = []
    for target in targets:
        library = prefix / f"{target.replace(':', '')}.so"
        library.touch()
        lines += [f"add_library({target} SHARED IMPORTED)",
                  f'set_target_properties({target} PROPERTIES IMPORTED_LOCATION "{library}")']
    (folder / f"{name}-config.cmake").write_text("\n".join(lines) + "\n")


def make_files(prefix, *names):
    """What no package describes: headers and libraries."""
    for name in names:
        path = prefix / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def configure(root, scratch, tree):
    """The exit status, what was said, and what is to be linked."""
    build = scratch / tree
    done = subprocess.run(
        ["cmake", "-S", root, "-B", build, "-G", "Ninja", "-D", "BUILD_TESTING=OFF",
         "-D", "CMAKE_DISABLE_FIND_PACKAGE_PkgConfig=ON",
         "-D", f"CMAKE_PREFIX_PATH={scratch / 'prefix'}", "-D", "CMAKE_CXX_COMPILER_WORKS=ON"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300, check=False)
    ninja = build / "build.ninja"
    return done.returncode, done.stdout, ninja.read_text() if ninja.exists() else ""


def problems(root, scratch):
    for name in ("libgit2", "gumbo", "utf8proc", "yaml-cpp"):
        make_package(scratch / "prefix", name, PACKAGES[name])
    make_files(scratch / "prefix", "include/toml++/toml.h")
    status, said, _ = configure(root, scratch, "one")
    if status == 0 or "libcmark-gfm is needed" not in said:
        yield f"without cmark-gfm, exit status {status}:\n{said}"
    make_package(scratch / "prefix", "cmark-gfm", PACKAGES["cmark-gfm"])
    make_files(scratch / "prefix", "include/libstemmer.h", "lib/libstemmer.so")
    status, said, ninja = configure(root, scratch, "all")
    if status:
        yield f"with all packages, exit status {status}:\n{said}"
    yield from (f"{target} is not linked" for targets in PACKAGES.values() for target in targets
                if f"/{target.replace(':', '')}.so" not in ninja)
    if str(scratch / "prefix/lib/libstemmer.so") not in ninja:
        yield "libstemmer is not linked from where it is"


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        found = list(problems(arguments[0], pathlib.Path(scratch)))
    print("\n".join(found) or "the libraries are found by their packages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
