#!/usr/bin/env python3
"""Takes the program from a release: take_release.py FOLDER | take_release.py sources

`.github/release.json` tells which release was made of which sources, where its files are, and what
their hashes are; publish_release writes it. If it was made of the sources that are here, the
file for this machine is downloaded, held against its hash, and unpacked into FOLDER; where there is a
program already, nothing is done. The exit status is then 0. It is

  3  if there is no such release, or it cannot be had, or does not run here: the program can be built,
  1  if what came is not what the hash says: somebody should look at that.

`sources` prints the hash of the sources.

In a step of the action, $BUILD says with `true` or `false` whether to build where there is no release,
and the step's output `taken` tells what came of it.
"""

import hashlib
import http.client
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
RELEASE = ROOT / ".github/release.json"
# All that the program is made of. Documents may change without a new release.
SOURCES = ("CMakeLists.txt", "CMakePresets.json", "cmd", "include", "lib")
LARGEST = 100_000_000
TIMEOUT = 30
ATTEMPTS = 3
PAUSE = 3
NO_RELEASE = 3


class NoRelease(Exception):
    """Why the program has to come from elsewhere."""


class OutOfReach(NoRelease):
    """There is one, but it cannot be had, or not be used."""


class WrongFile(Exception):
    """What came is not what the repository says."""


def hash_of_sources(root=ROOT):
    """A hash of the paths and the contents."""
    listed = []
    for name in SOURCES:
        top = root / name
        for path in [top] if top.is_file() else top.rglob("*"):
            if path.is_file():
                content = hashlib.sha256(path.read_bytes()).hexdigest()
                listed.append(f"{content} {path.relative_to(root).as_posix()}\n")
    return hashlib.sha256("".join(sorted(listed)).encode()).hexdigest()


def find_release():
    """The release of these sources, and its file for this machine."""
    if not RELEASE.exists():
        raise NoRelease("no release was made of these sources")
    release = json.loads(RELEASE.read_text(encoding="utf-8"))
    if release["sources"] != hash_of_sources():
        raise NoRelease(f"these sources are not those of release {release['version']}")
    machine = f"{platform.system()}-{platform.machine()}".lower()
    if machine not in release["files"]:
        raise NoRelease(f"release {release['version']} has nothing for {machine}")
    return release, release["files"][machine]


def download(url):
    """What is there, after a few attempts where that may help."""
    pause = PAUSE * float(os.environ.get("L10N_DRIFT_WAIT_SCALE", "1"))
    for attempt in range(1, ATTEMPTS + 1):
        try:
            with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
                return answer.read(LARGEST)
        except urllib.error.HTTPError as error:
            if error.code < 500:
                raise OutOfReach(f"{url}: {error}") from error
            reason = error
        except (OSError, http.client.HTTPException) as error:
            reason = error
        if attempt < ATTEMPTS:
            time.sleep(pause * attempt)
    raise OutOfReach(f"{url}: {reason}")


def unpack(content, folder):
    """The program in FOLDER, as a whole or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = pathlib.Path(tempfile.mkdtemp(prefix=f"{folder.name}-", dir=folder.parent))
    try:
        done = subprocess.run(["tar", "-xzf", "-", "--strip-components=1", "-C", scratch],
                              input=content, capture_output=True, check=False)
        if done.returncode != 0:
            raise OutOfReach(f"cannot unpack it: {done.stderr.decode(errors='replace').strip()}")
        check_that_it_runs(scratch / "bin/l10n-drift")
        scratch.chmod(0o755)
        scratch.rename(folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def check_that_it_runs(program):
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    except OSError as error:
        raise OutOfReach(f"the program of the release does not run here: {error}") from error
    if done.returncode != 0:
        raise OutOfReach(f"the program of the release does not run here: {done.stderr.strip()}")


def take(folder):
    """Puts the program into FOLDER. Returns what it is."""
    if (folder / "bin/l10n-drift").exists():
        return f"what is in {folder} already"
    release, file = find_release()
    content = download(f"{release['url']}/{file['name']}")
    found = hashlib.sha256(content).hexdigest()
    if found != file["sha256"]:
        raise WrongFile(f"{release['url']}/{file['name']} has the hash {found}, and the repository "
                        f"says {file['sha256']}: it is not used")
    unpack(content, folder)
    return f"l10n-drift {release['version']}, {len(content)} bytes from {release['url']}"


# --- The step of the action -----------------------------------------------------------------------


def say(level, text):
    """To people, or to GitHub's runner, which shows it above the log."""
    text = " ".join(text.split())
    print(f"::{level}::l10n-drift: {text}" if os.environ.get("GITHUB_ACTIONS") else text)


def set_taken(value):
    if os.environ.get("GITHUB_OUTPUT"):
        with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8") as stream:
            stream.write(f"taken={value}\n")


def take_as_asked(folder):
    """Takes the release, and says what that leads to. Returns the exit status."""
    build = os.environ.get("BUILD")
    try:
        print(f"took {take(folder)}")
        set_taken("true")
        return 0
    except WrongFile as error:
        say("error", str(error))
        return 1
    except NoRelease as error:
        if build == "true":
            say("warning" if isinstance(error, OutOfReach) else "notice",
                f"{error}. So the program is built here, which takes some minutes, or comes from "
                "the cache.")
            set_taken("false")
            return 0
        say("error", f"{error}. With `build: true` it would be built here." if build
            else str(error))
        return NO_RELEASE


def main(arguments):
    if arguments == ["sources"]:
        print(hash_of_sources())
        return 0
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    return take_as_asked(pathlib.Path(arguments[0]).absolute())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
