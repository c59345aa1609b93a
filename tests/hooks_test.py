#!/usr/bin/python3
"""Runs the hooks that the project offers: hooks_test.py ROOT PROGRAM

- The pre-push hook is taken out of docs/checking.md and put into a clone of the demo repository, and
  git runs it, in pushes to a bare repository.
- The hook of .pre-commit-hooks.yaml is run as pre-commit runs a script of the hook's repository before a
  push: in the site, with the arguments and the variables that docs/checking.md and pre-commit's own
  documents name. The program is the one in the PATH; take_release_test.py is without one.
"""

import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "support"))
from workbench import Failure, workbench  # pylint: disable=wrong-import-position

HOOK = re.compile(r"^<!-- hook: pre-push -->\n```sh\n(.*?)^```$", re.M | re.S)
ARGUMENTS = re.compile(r"- id: l10n-drift-check\n +args: \[(.*)\]")
FIRST = "Checked 4 changed translations of '803571c06fe0' against 'origin/main': 1 error"


def expect(what, is_so, done):
    if not is_so:
        raise Failure(f"{what}\n{(done.stdout + done.stderr).decode(errors='replace')}")


def add_origin(bench):
    """A remote `origin` that has main alone."""
    bench.prepare("git init -q --bare -b main ../origin.git && git remote add origin ../origin.git"
                  " && git push -q origin main && git fetch -q")
    bench.prepare("git branch clean dev-1.2-ko.2~3 && git branch edited dev-1.2-ko.2")


def remote_branches(bench):
    listed = bench.shell("git --git-dir=../origin.git branch --format='%(refname:short)'")
    return set(listed.stdout.decode().split())


# --- The plain hook -------------------------------------------------------------------------------


def check_push(bench):
    """Pushes of every kind."""
    done = bench.shell("git push -q origin dev-1.2-ko.2")
    expect("a branch with an error is pushed", done.returncode == 1, done)
    expect("its finding is not shown", FIRST in done.stdout.decode(), done)
    expect("it came through", remote_branches(bench) == {"main"}, done)

    done = bench.shell("git push -q origin clean")
    expect("a branch without one is held up", done.returncode == 0, done)

    done = bench.shell("git push -q origin clean:again edited")
    expect("one of two branches has an error, and both are pushed", done.returncode == 1, done)
    expect("one of them came through", remote_branches(bench) == {"main", "clean"}, done)

    done = bench.shell("git push -q --no-verify origin edited")
    expect("the hook cannot be left out", done.returncode == 0, done)

    done = bench.shell("git push -q origin :edited")
    expect("a branch cannot be deleted", done.returncode == 0, done)

    done = bench.shell("git push -q origin v1.2")
    expect("a tag of old is held up", done.returncode == 0, done)

    done = bench.shell("git update-ref -d refs/remotes/origin/main && git push -q origin edited")
    expect("a check that fails lets a push through", done.returncode == 1, done)
    expect("it does not say why", b"error: unknown revision 'origin/main'" in done.stderr, done)


def test_plain_hook(bench, root):
    hook = HOOK.search((root / "docs/checking.md").read_text(encoding="utf-8"))
    if not hook:
        raise Failure("docs/checking.md has no pre-push hook")
    add_origin(bench)
    path = pathlib.Path(bench.repo) / ".git/hooks/pre-push"
    path.parent.mkdir(exist_ok=True)
    path.write_text(hook[1], encoding="utf-8")
    path.chmod(0o755)
    check_push(bench)


# --- The hook of pre-commit -----------------------------------------------------------------------


def read_hook(path):
    """The one hook of the file, which is plain enough to be read without a YAML library."""
    text = re.sub(r"^#.*\n", "", path.read_text(encoding="utf-8"), flags=re.M)
    rows = re.findall(r"^(?:- |  )([a-z_]+): (.+)$", text, re.M)
    if "".join(f"  {key}: {value}\n" for key, value in rows).replace("  id", "- id", 1) != text:
        raise Failure(f"{path} is not one hook with a value in each line")
    return dict(rows)


def test_pre_commit_hook(bench, root):
    hook = read_hook(root / ".pre-commit-hooks.yaml")
    wanted = {"id": "l10n-drift-check", "stages": "[pre-push]", "language": "script",
              "pass_filenames": "false", "always_run": "true"}
    if not wanted.items() <= hook.items():
        raise Failure(f"the hook is {hook}")
    named = ARGUMENTS.search((root / "docs/checking.md").read_text(encoding="utf-8"))
    arguments = [word.strip() for word in named[1].split(",")]
    add_origin(bench)

    def run(**variables):
        return bench.run(root.absolute() / hook["entry"], *arguments, **variables)

    commit = bench.shell("git rev-parse dev-1.2-ko.2").stdout.decode().strip()
    done = run(PRE_COMMIT_FROM_REF="0" * 40, PRE_COMMIT_TO_REF=commit)
    expect("a push of an error passes", done.returncode == 1, done)
    expect("its finding is not shown", FIRST in done.stdout.decode(), done)
    done = run()
    expect("by hand, on main, it fails", done.returncode == 0, done)
    bench.prepare("git switch -q dev-1.2-ko.2")
    done = run()
    expect("by hand, on a branch with an error, it passes", done.returncode == 1, done)


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    root, program = pathlib.Path(arguments[0]), arguments[1]
    failures = 0
    for test in (test_plain_hook, test_pre_commit_hook):
        try:
            with workbench(program, root / "testdata/histories/demo.fi") as bench:
                test(bench, root)
        except Failure as failure:
            failures += 1
            print(f"{test.__name__}: {failure}")
    print(f"{failures} of 2 hooks fail")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
