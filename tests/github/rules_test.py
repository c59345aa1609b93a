#!/usr/bin/python3
"""Holds the workflows and the action to rules that keep them safe: rules_test.py ROOT [TEST...]

- Sites call workflows: none of those that they call runs by itself here.
- Permissions: none at the top, and of each job exactly those that docs/github.md explains, or
  docs/releases.md of our own workflows.
- Nothing is put into a script by an expression, but by the environment.
- Actions of others are pinned by hash, with their version beside it, to the same one everywhere.
- Each checkout lets go of its token, and none checks out what a pull request names.
- Jobs end at some time, and runs do not write side by side.
- No script waits for a process substitution: now and then, bash does not know any more how one that
  has just ended did.
- What writes has nothing from the site's pages on its machine: no checkout of the site, no program.

A workflow that breaks a rule is tried as well, for each rule: it has to be noticed.
"""

import pathlib
import re
import sys
import unittest

import workflow_files
from workflow_files import ACTION, OWN

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").absolute()
PINNED = re.compile(r"uses: +([\w./-]+)@([0-9a-f]{40}) # (v\d+\.\d+\.\d+)$")
TRUSTED = {"github.token", "job.workflow_repository", "job.workflow_sha"}
EVENTS = {"workflow_call"}
OWN_EVENTS = {"push", "pull_request"}
MACHINES = {"ubuntu-latest", "ubuntu-24.04-arm"}


def uses_of(text):
    """The lines of a file that name an action of others."""
    lines = (line.strip().removeprefix("- ") for line in text.splitlines())
    return [line for line in lines if line.startswith("uses:") and "uses: ./" not in line]


def check_text(text):
    for line in uses_of(text):
        if not PINNED.fullmatch(line):
            yield f"not pinned: {line}"


def check_step(step):
    if "${{" in step.get("run", ""):
        yield "an expression in a script"
    if "run" in step and "shell" in step and step["shell"] not in workflow_files.SHELLS:
        yield "an unknown shell"
    if step.get("uses", "").startswith("actions/checkout@"):
        given = step["with"]
        if given.get("persist-credentials") is not False:
            yield "a checkout that keeps its token"
        for key in ("repository", "ref"):
            expression = re.sub(r"^\$\{\{ *(.*?) *\}\}$", r"\1", given.get(key, ""))
            if expression and expression not in TRUSTED:
                yield f"a checkout of {given[key]}"
    yield from (f"a secret: {value}" for value in step.get("env", {}).values()
                if "secrets" in str(value))


def check_script(text):
    if re.search(r"\bwait +\"?\$!", text):
        yield "a script that waits for a process substitution"


def writes(job):
    permissions = job.get("permissions")
    return not isinstance(permissions, dict) or "write" in permissions.values()


def machines_of(job):
    """Where the job runs, with the values of its matrix."""
    match = re.fullmatch(r"\$\{\{ matrix\.(\w+) \}\}", job["runs-on"])
    return job["strategy"]["matrix"][match[1]] if match else [job["runs-on"]]


def check_job(job, own):
    if "permissions" not in job or not isinstance(job["permissions"], dict):
        yield "a job without permissions of its own"
        return
    if not 0 < job.get("timeout-minutes", 0) <= 60:
        yield "a job without an end"
    if not set(machines_of(job)) <= (MACHINES if own else {"ubuntu-latest"}):
        yield "another machine"
    for step in job["steps"]:
        yield from check_step(step)
        if own or not writes(job):
            continue
        if step.get("uses", "").startswith("./"):
            yield "the program in a job that writes"
        if "checkout" in step.get("uses", "") and "repository" not in step["with"]:
            yield "a checkout of the site in a job that writes"


def check_workflow(content, own=False):
    if content.get("permissions") != {}:
        yield "permissions for all jobs"
    if "group" not in content.get("concurrency", {}):
        yield "runs side by side"
    events = OWN_EVENTS if own else EVENTS
    yield from (f"the event {event}" for event in content["on"] if event not in events)
    for job in content["jobs"].values():
        yield from check_job(job, own)
    if "pull_request" in content["on"] and any(map(writes, content["jobs"].values())):
        yield "a pull request that may write"


def workflow(**changes):
    """A workflow that keeps the rules, but for the changes."""
    step = {"uses": "actions/checkout@x", "with": {"persist-credentials": False}}
    job = {"runs-on": "ubuntu-latest", "timeout-minutes": 5, "permissions": {"contents": "read"},
           "steps": [step]}
    content = {"on": {"workflow_call": None}, "permissions": {}, "concurrency": {"group": "x"},
               "jobs": {"a": job}}
    for path, value in changes.items():
        target = content
        *folders, last = path.split("__")
        for key in folders:
            target = target[int(key) if key.isdecimal() else key.replace("_", "-")]
        target[int(last) if last.isdecimal() else last.replace("_", "-")] = value
    return content


class RulesTest(unittest.TestCase):
    def test_workflows_keep_the_rules(self):
        paths = workflow_files.workflow_paths(ROOT)
        self.assertEqual(len(paths), 3 + len(OWN))
        for path in paths:
            with self.subTest(path=path):
                content = workflow_files.load(ROOT, path)
                self.assertEqual(list(check_workflow(content, path in OWN)), [])
                self.assertEqual(list(check_text((ROOT / path).read_text())), [])

    def test_the_action_keeps_them(self):
        for step in workflow_files.steps_of(ROOT, ACTION):
            self.assertEqual(list(check_step(step.content)), [])
            self.assertIn("shell" if "run" in step.content else "uses", step.content)
        self.assertEqual(list(check_text((ROOT / ACTION).read_text())), [])

    def test_scripts_keep_them(self):
        scripts = workflow_files.bash_scripts(ROOT)
        self.assertLessEqual({"build", "run", "release"}, {path.name for path in scripts})
        for path in scripts:
            self.assertEqual(list(check_script(path.read_text())), [])

    def test_an_action_has_one_version(self):
        found = {}
        for path in [*workflow_files.workflow_paths(ROOT), ACTION]:
            for line in uses_of((ROOT / path).read_text()):
                match = PINNED.fullmatch(line)
                found.setdefault(match[1], set()).add((match[2], match[3]))
        self.assertEqual({name: len(versions) for name, versions in found.items()},
                         dict.fromkeys(found, 1))

    def test_the_documents_explain_each_permission(self):
        explained = {}
        for name in ("docs/github.md", "docs/releases.md"):
            text = (ROOT / name).read_text()
            text = text.partition("\n## Permissions\n")[2].partition("\n## ")[0]
            table = re.findall(r"^\| `(\w[\w.-]*\.yml)` \| `(\w+)` \| (.*?) \|", text, re.M)
            explained |= {(name, job): set(re.findall(r"`([\w-]+: \w+)`", cell))
                          for name, job, cell in table}
        asked = {(pathlib.Path(path).name, name): {f"{key}: {value}" for key, value in
                                                   job["permissions"].items()}
                 for path in workflow_files.workflow_paths(ROOT)
                 for name, job in workflow_files.load(ROOT, path)["jobs"].items()}
        self.assertEqual(explained, asked)

    def test_what_breaks_a_rule_is_noticed(self):
        self.assertEqual(list(check_workflow(workflow())), [])
        broken = [
            {"permissions": {"contents": "read"}}, {"permissions": "read-all"},
            {"concurrency": {}}, {"on": {"pull_request_target": None}},
            {"jobs__a__permissions": {"issues": "write"}}, {"jobs__a__permissions": "write-all"},
            {"jobs__a__timeout_minutes": 0}, {"jobs__a__runs_on": "self-hosted"},
            {"jobs__a__steps__0__with": {}},
            {"jobs__a__steps__0__with__ref": "${{ github.event.pull_request.head.sha }}"},
            {"jobs__a__steps__0__with__repository": "${{ github.event.x }}"},
            {"jobs__a__steps__0": {"run": "echo ${{ github.head_ref }}"}},
            {"jobs__a__steps__0": {"run": "x", "env": {"X": "${{ secrets.X }}"}}},
            {"jobs__a__steps__0": {"uses": "./.l10n-drift"},
             "jobs__a__permissions": {"issues": "write"}},
            {"on": {"schedule": None}}, {"on": {"workflow_call": None, "pull_request": None}},
        ]
        for changes in broken:
            with self.subTest(changes=changes):
                self.assertNotEqual(list(check_workflow(workflow(**changes))), [])
        own = [{"on": {"workflow_run": None}}, {"jobs__a__runs_on": "${{ matrix.machine }}",
                "jobs__a__strategy": {"matrix": {"machine": ["ubuntu-latest", "self-hosted"]}}},
               {"on": {"pull_request": None}, "jobs__a__permissions": {"contents": "write"}}]
        for changes in own:
            with self.subTest(changes=changes):
                content = workflow(**{"on": {"push": None}, **changes})
                self.assertNotEqual(list(check_workflow(content, own=True)), [])
        for line in ("uses: actions/checkout@v7", "uses: a/b@" + "a" * 40,
                     "uses: a/b@" + "a" * 39 + " # v1.0.0", "- uses: a/b@main # v1.0.0"):
            self.assertNotEqual(list(check_text(line)), [])
        self.assertNotEqual(list(check_script("mapfile x < <(y)\nwait $! || exit")), [])


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[2:]])
