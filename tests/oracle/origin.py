"""A random history as a repository that clones are made of, and the right reports of it."""

import json
import random

import looked_into
from comparison import Comparison
from history import git
from program import Failure, choose_runs
from random_history import random_history
from rule import Rule


class Origin:
    """A bare repository in `folder`, which serves partial clones, too."""

    def __init__(self, seed, folder, program):
        self.repo = folder / "origin.git"
        self.url = f"file://{self.repo}"
        self.history, _ = random_history(seed)
        self._program = program
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", self.repo)
        self.history.write(self.repo)
        for key in ("uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"):
            git(self.repo, "config", key, "true")
        self.runs = list(choose_runs(self.history, random.Random(f"choices {seed}")))
        if not self.runs:
            raise Failure("the history has nothing to compare: take another seed")
        by_history, *_, since = self.runs
        self.runs += [by_history.looking_into_pages(), since.looking_into_pages()]
        self.head = self.runs[0].branch
        git(self.repo, "symbolic-ref", "HEAD", f"refs/heads/{self.head}")
        self._reports = {}

    def report(self, run):
        """The report of a run, as bytes, once every field of it agrees with the rule."""
        if run not in self._reports:
            outcome = self._program.run(self.repo, run, "--untranslated")
            differences = self._differences(run, outcome.report())
            if differences:
                outcome.fail(*differences)
            self._reports[run] = outcome.stdout
        return self._reports[run]

    def _differences(self, run, report):
        if run.granularity == "block":
            by_file = json.loads(self.report(run._replace(granularity="file")))
            return list(looked_into.misfits(by_file, report))
        revisions = run.named(self.history.resolve)
        rule = Rule(self.history, revisions.base, revisions.branch, revisions.since)
        return Comparison(self.repo, self.history, rule, report).run(run.with_commits)

    def report_named(self, run, name_of):
        """The same where revisions go by other names: the bytes that a clone has to give."""
        return with_names(self.report(run), run, name_of)


def with_names(report, run, name_of):
    """The bytes of a report, with other names in place of those of its revisions."""

    def ref(name):
        return b'"ref": "%s"' % name.encode()

    for name in run.names():
        report = report.replace(ref(name), ref(name_of(name)))
    return report
