"""Runs jobs of the workflows as GitHub would, step by step, on this machine.

Each `run:` step is taken out of the YAML and executed by the shell that GitHub takes, with the
variables and files that GitHub gives it. Composite actions of ours are run in the same way. Actions
of others are played by functions here: a checkout makes a clone of the kind that it asks for,
artifacts and caches are folders.

Expressions are evaluated by a table, and by looking names up. One that is not in it fails the test:
so a workflow cannot grow an expression that nobody has looked at.
"""

import dataclasses
import json
import os
import pathlib
import re
import shutil
import subprocess

import workflow_files
from workflow_files import ACTION, SHELLS

TOOL = "l10n-drift/l10n-drift"
TOOL_COMMIT = "f" * 40
PASSED_THROUGH = ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "LLVM_PROFILE_FILE")

# Those that are more than a name. `c` looks a name up.
EXPRESSIONS = {
    "inputs.base || format('origin/{0}', github.base_ref)":
        lambda c: c("inputs.base") or f"origin/{c('github.base_ref')}",
    "fromJSON(needs.languages.outputs.languages)":
        lambda c: json.loads(c("needs.languages.outputs.languages")),
    "needs.languages.outputs.languages != '[]'":
        lambda c: c("needs.languages.outputs.languages") != "[]",
    "!cancelled() && needs.languages.result == 'success' && "
    "needs.languages.outputs.languages != '[]'":
        lambda c: (c("needs.languages.result") == "success"
                   and c("needs.languages.outputs.languages") != "[]"),
    "!cancelled() && steps.check.outputs.json != ''":
        lambda c: c("steps.check.outputs.json") != "",
    "!cancelled() && steps.report.outputs.refused != ''":
        lambda c: c("steps.report.outputs.refused") != "",
    "!cancelled() && (success() || steps.report.outputs.refused != '')":
        lambda c: c("job.succeeded") or c("steps.report.outputs.refused") != "",
    "steps.release.outputs.taken != 'true'":
        lambda c: c("steps.release.outputs.taken") != "true",
    "steps.release.outputs.taken != 'true' && steps.cache.outputs.cache-hit != 'true'":
        lambda c: (c("steps.release.outputs.taken") != "true"
                   and c("steps.cache.outputs.cache-hit") != "true"),
    "inputs.command != 'none'": lambda c: c("inputs.command") != "none",
    "github.event_name == 'workflow_run' && github.event.workflow_run.event == 'pull_request'":
        lambda c: (c("github.event_name") == "workflow_run"
                   and c("github.event.workflow_run.event") == "pull_request"),
}
# What may be looked up, and is empty where it is missing.
NAME = re.compile(r"(github|runner|inputs|matrix|strategy|steps|needs|job)(\.[\w-]+)+")


class UnknownExpression(Exception):
    """An expression that is not in the table."""


class Contexts:
    """The values that expressions see."""

    def __init__(self, **values):
        self.values = values

    def look_up(self, name):
        value = self.values
        for key in name.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        return "" if value is None else value

    def expression(self, text):
        text = " ".join(text.split())
        if text in EXPRESSIONS:
            return EXPRESSIONS[text](self.look_up)
        if NAME.fullmatch(text):
            return self.look_up(text)
        raise UnknownExpression(text)

    def text(self, template):
        """A value of the YAML with its expressions evaluated."""
        if not isinstance(template, str):
            return json.dumps(template)
        return re.sub(r"\$\{\{(.*?)\}\}", lambda match: str(self.expression(match[1])), template,
                      flags=re.S)

    def condition(self, text):
        """Of an `if:`, whose braces may be left out."""
        match = re.fullmatch(r"\$\{\{(.*)\}\}", text.strip(), re.S)
        return bool(self.expression(match[1] if match else text))


@dataclasses.dataclass
class Result:
    """What became of a job or an action."""
    succeeded: bool = True
    outputs: dict = dataclasses.field(default_factory=dict)
    log: str = ""
    summary: str = ""


class Runner:
    """A repository on GitHub, with its machines. `site` is the folder of the repository."""

    def __init__(self, root, site, scratch, environment):
        self.root = root
        self.site = site
        self.scratch = scratch
        self.environment = environment
        self.event_name = "schedule"
        self.event = {}
        self.github = {}
        self.merge = None
        self.artifacts = {}
        self.caches = {}
        self.attested = []
        self.executed = set()
        self._jobs = 0

    def run_job(self, path, name, inputs=None, needs=None, matrix=None, strategy=None):
        """Runs a job on a fresh machine. Returns None if its condition does not hold."""
        job = workflow_files.load(self.root, path)["jobs"][name]
        self._jobs += 1
        machine = Machine(self, self.scratch / f"machine{self._jobs}")
        contexts = Contexts(
            github={"token": self.environment["GH_TOKEN"], "event_name": self.event_name,
                    "event": self.event, **self.github},
            runner={"temp": str(machine.temp), "os": "Linux", "arch": "X64"},
            job={"workflow_repository": TOOL, "workflow_sha": TOOL_COMMIT},
            inputs=inputs or {}, needs=needs or {}, matrix=matrix or {},
            strategy=strategy or {}, steps={})
        if "if" in job and not contexts.condition(job["if"]):
            return None
        result = Result()
        steps = [step for step in workflow_files.steps_of(self.root, path) if step.job == name]
        machine.run_steps(steps, contexts, result)
        result.outputs = {key: contexts.text(value) for key, value in
                          job.get("outputs", {}).items()}
        machine.save_caches()
        return result


class Machine:
    """A runner of GitHub's: a workspace, a folder for temporary files, and a PATH that grows."""

    def __init__(self, runner, folder):
        self.runner = runner
        self.workspace = folder / "work"
        self.temp = folder / "temp"
        self.paths = []
        self.to_cache = {}
        for path in (self.workspace, self.temp):
            path.mkdir(parents=True)

    def run_steps(self, steps, contexts, result):
        """Runs steps until one fails, and those behind that want to run nevertheless."""
        for step in steps:
            condition = step.content.get("if")
            if not result.succeeded and "!cancelled()" not in (condition or ""):
                continue
            contexts.values.setdefault("job", {})["succeeded"] = result.succeeded
            if condition and not contexts.condition(condition):
                continue
            outcome = self.run_step(step, contexts)
            result.succeeded = result.succeeded and outcome.succeeded
            result.log += outcome.log
            result.summary += outcome.summary
            if "id" in step.content:
                contexts.values["steps"][step.content["id"]] = {"outputs": outcome.outputs}

    def run_step(self, step, contexts):
        self.runner.executed.add(step.name)
        if "run" in step.content:
            return self.run_script(step, contexts)
        given = {key: contexts.text(value) for key, value in step.content.get("with", {}).items()}
        action = step.content["uses"].partition("@")[0]
        if action.startswith("./"):
            return self.run_action(given)
        return getattr(self, "play_" + action.rpartition("/")[2].replace("-", "_"))(given)

    # --- Scripts ----------------------------------------------------------------------------------

    def run_script(self, step, contexts):
        """Runs a `run:` step with what GitHub gives it."""
        script = self.temp / "step.sh"
        script.write_text(contexts.text(step.content["run"]))
        files = {name: self.temp / name for name in
                 ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")}
        for path in files.values():
            path.write_text("")
        (self.temp / "event.json").write_text(json.dumps(self.runner.event))
        own = {key: contexts.text(value) for key, value in step.content.get("env", {}).items()}
        environment = {**self.environment(step), **{key: str(path) for key, path in files.items()},
                       **own}
        shell = SHELLS[step.content.get("shell")]
        done = subprocess.run([*shell, str(script)], cwd=self.workspace, env=environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=300, check=False)
        assert files["GITHUB_ENV"].read_text() == "", "nothing of ours sets variables"
        self.paths[:0] = reversed(files["GITHUB_PATH"].read_text().splitlines())
        return Result(done.returncode == 0, read_outputs(files["GITHUB_OUTPUT"]),
                      f"--- {step.name}\n{done.stdout}", files["GITHUB_STEP_SUMMARY"].read_text())

    def environment(self, step):
        """The variables of every step. The token is not among them."""
        kept = {name: os.environ[name] for name in PASSED_THROUGH if name in os.environ}
        given = {key: value for key, value in self.runner.environment.items() if key != "GH_TOKEN"}
        folder = self.workspace / ".l10n-drift"
        action = {} if step.job else {"GITHUB_ACTION_PATH": str(folder)}
        return {**kept, **given, "PATH": ":".join([*self.paths, given["PATH"]]),
                "GITHUB_WORKSPACE": str(self.workspace), "RUNNER_TEMP": str(self.temp),
                "GITHUB_EVENT_NAME": self.runner.event_name,
                "GITHUB_EVENT_PATH": str(self.temp / "event.json"), "CI": "true", **action}

    # --- Actions ----------------------------------------------------------------------------------

    def run_action(self, given):
        """Our own action, out of the checkout of the program."""
        assert (self.workspace / ".l10n-drift" / ACTION).is_file()
        action = workflow_files.load(self.runner.root, ACTION)
        defaults = Contexts(github={"token": self.runner.environment["GH_TOKEN"]})
        unknown = given.keys() - action["inputs"].keys()
        assert not unknown, f"the action has no input {unknown}"
        inputs = {key: given.get(key) if key in given else defaults.text(value.get("default", ""))
                  for key, value in action["inputs"].items()}
        contexts = Contexts(inputs=inputs, steps={},
                            runner={"temp": str(self.temp), "os": "Linux", "arch": "X64"})
        result = Result()
        self.run_steps(workflow_files.steps_of(self.runner.root, ACTION), contexts, result)
        result.outputs = {key: contexts.text(value["value"])
                          for key, value in action["outputs"].items()}
        return result

    def play_checkout(self, given):
        if given.get("repository"):
            assert given["repository"] == TOOL and given["ref"] == TOOL_COMMIT, given
            (self.workspace / given["path"]).symlink_to(self.runner.root)
            return Result()
        fetch = ["--no-tags", "origin"]
        if "filter" in given:
            fetch[1:1] = ["--filter", given["filter"]]
        branch = "+refs/heads/{0}:refs/remotes/origin/{0}"
        if given.get("fetch-depth") == "0":
            fetch += [branch.format("*")]
        else:
            fetch[:0] = ["--depth=1"]
            fetch += [branch.format("main")]
        if self.runner.merge:
            fetch += [f"+{self.runner.merge}:refs/remotes/pull/merge"]
        self.git("init", "-q", "-b", "main")
        self.git("remote", "add", "origin", f"file://{self.runner.site}")
        if "sparse-checkout" in given:
            self.git("sparse-checkout", "set", given["sparse-checkout"])
        self.git("fetch", "-q", *fetch)
        where = ["--detach", "refs/remotes/pull/merge"] if self.runner.merge else \
            ["-B", "main", "refs/remotes/origin/main"]
        self.git("checkout", "-q", *where)
        return Result()

    def git(self, *arguments):
        subprocess.run(["git", *arguments], cwd=self.workspace, env=self.runner.environment,
                       capture_output=True, timeout=60, check=True)

    def play_cache(self, given):
        self.to_cache[given["key"]] = given["path"]
        cached = self.runner.caches.get(given["key"])
        if cached:
            shutil.copytree(cached, given["path"])
        return Result(outputs={"cache-hit": "true" if cached else ""})

    def save_caches(self):
        for key, path in self.to_cache.items():
            if key not in self.runner.caches and os.path.exists(path):
                self.runner.caches[key] = shutil.copytree(path, self.temp / "saved" / key)

    def play_upload_artifact(self, given):
        assert given["name"] not in self.runner.artifacts
        path = self.workspace / given["path"]
        kept = self.temp / "artifact" / given["name"]
        if path.is_dir():
            shutil.copytree(path, kept)
        else:
            kept.mkdir(parents=True)
            shutil.copy(path, kept)
        self.runner.artifacts[given["name"]] = kept
        return Result()

    def play_download_artifact(self, given):
        pattern = re.escape(given["pattern"]).replace(r"\*", ".*")
        assert given["merge-multiple"] == "true"
        for name, folder in self.runner.artifacts.items():
            if re.fullmatch(pattern, name):
                shutil.copytree(folder, self.workspace / given["path"], dirs_exist_ok=True)
        return Result()

    def play_attest_build_provenance(self, given):
        """Attests what is listed, which has to be there as it is listed."""
        sums = self.workspace / given["subject-checksums"]
        subprocess.run(["sha256sum", "--quiet", "-c", sums.name], cwd=sums.parent, check=True)
        self.runner.attested += [line.split()[1] for line in sums.read_text().splitlines()]
        return Result()


def read_outputs(path):
    """The outputs that a step has set. Ours are all on one line."""
    return dict(line.split("=", 1) for line in path.read_text().splitlines())
