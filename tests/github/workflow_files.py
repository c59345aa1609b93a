#!/usr/bin/python3
"""The workflows and the action as data: workflow_files.py ROOT FOLDER

Writes each `run:` step to a script of its own in FOLDER, with the interpreter that GitHub takes, and
copies the scripts of bash that they call there.
"""

import dataclasses
import pathlib
import re
import shutil
import sys

import yaml

ACTION = "action.yml"
# Those of this project itself. All others are called by sites.
OWN = (".github/workflows/ci.yml", ".github/workflows/release.yml")
# How GitHub runs a step, without `shell:` and with `shell: bash`.
SHELLS = {None: ("bash", "-e"), "bash": ("bash", "--noprofile", "--norc", "-eo", "pipefail")}


@dataclasses.dataclass
class Step:
    """A step of a job of a workflow, or of the action, where there is no job."""
    file: str
    job: str | None
    number: int
    content: dict

    @property
    def name(self):
        label = self.content.get("name") or self.content.get("id") or self.content.get("uses")
        return f"{pathlib.Path(self.file).stem}-{self.job or ''}-{self.number} {label}"


def workflow_paths(root):
    return sorted(path.relative_to(root).as_posix()
                  for path in (root / ".github/workflows").glob("*.yml"))


def load(root, path):
    content = yaml.safe_load((root / path).read_text())
    # YAML 1.1 reads `on` as a truth value.
    return {"on" if key is True else key: value for key, value in content.items()}


def steps_of(root, path):
    content = load(root, path)
    jobs = content["jobs"].items() if "jobs" in content else [(None, content["runs"])]
    return [Step(path, job, number, step) for job, body in jobs
            for number, step in enumerate(body["steps"])]


def bash_scripts(root):
    """Those that the steps call, directly or not."""
    paths = (path for path in (root / ".github").rglob("*") if path.is_file())
    return sorted(path for path in paths
                  if path.read_bytes().startswith(b"#!/usr/bin/env bash\n"))


def all_steps(root):
    return [step for path in [*workflow_paths(root), ACTION] for step in steps_of(root, path)]


def names_of_steps(root, own):
    """Of our own workflows; or of those that sites call, and of the action."""
    return {step.name for step in all_steps(root) if (step.file in OWN) == own}


def main(arguments):
    root, folder = map(pathlib.Path, arguments)
    for step in all_steps(root):
        if "run" in step.content:
            shell = " ".join(SHELLS[step.content.get("shell")])
            name = re.sub(r"[^\w.-]+", "-", step.name)
            (folder / name).write_text(f"#!/usr/bin/env -S {shell}\n{step.content['run']}")
    for path in bash_scripts(root):
        shutil.copy(path, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
