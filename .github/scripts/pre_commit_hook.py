#!/usr/bin/env python3
"""The hook for pre-commit: checks what is pushed, with the arguments that `l10n-drift check` has.

The program is the one in the PATH. Where there is none, that of the release is taken and kept in the
user's cache. Where that cannot be either, a message tells how to get it.
"""

import os
import pathlib
import shutil
import subprocess
import sys

# The folder is pre-commit's, or that of whoever tests this.
sys.dont_write_bytecode = True
import take_release  # pylint: disable=wrong-import-position

HELP = """\
l10n-drift: there is no such program in the PATH, and the hook could not bring it:
  {reason}
Install it as its README says. SKIP=l10n-drift-check in front of `git push` leaves the hook out once."""


def cache_folder():
    """Where the program of this release is kept. Another version has another place."""
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    _, file = take_release.find_release()
    return pathlib.Path(cache) / "l10n-drift" / file["sha256"][:16]


def find_program():
    installed = shutil.which("l10n-drift")
    if installed:
        return installed
    folder = cache_folder()
    take_release.take(folder)
    return str(folder / "bin/l10n-drift")


def main(arguments):
    try:
        program = find_program()
    except (take_release.NoRelease, take_release.WrongFile) as error:
        print(HELP.format(reason=error), file=sys.stderr)
        return 2
    branch = os.environ.get("PRE_COMMIT_TO_REF") or "HEAD"
    return subprocess.run([program, "check", "--branch", branch, *arguments],
                          check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
