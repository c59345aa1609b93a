"""Where the two programs are compared: cases, histories and the reference data, as jobs that can
run side by side. Each job is a name and a call."""

import functools
import os

import case_file
import run_case
from command_lines import command_lines, issue, wrong_command_lines
from pair_of_programs import Place, fresh_bench, scratch_folder
from previous import bodies, compare_issues_that_live, write
from survey import ancestors_of, names_of, view_of


class Comparison:
    """What all jobs share."""

    def __init__(self, programs, tally, quick):
        self.programs = programs
        self.tally = tally
        self.quick = quick

    def place(self, name, bench):
        return Place(name, bench, self.programs, self.tally)

    def look(self, place, revisions, base, generations):
        """Everything in a repository, seen from these revisions. `base` names the sources; as they
        were so many generations before, they make the issues that are carried on."""
        back = ancestors_of(place.bench, base, generations)
        view = view_of(place, revisions, ("auto", *back))
        for arguments in command_lines(view):
            place.compare(arguments)
        compare_issues_that_live(place, view, [("--base", name) for name in back])


# Cases

def run_actions(bench, case):
    """What each step of a case does, as an expectation with all files that it changed."""
    done = []
    for action in case.actions:
        if isinstance(action, case_file.Setup):
            bench.prepare(action.command)
            continue
        actual, changed = run_case.run_step(bench, action)
        actual.files.update(dict.fromkeys(changed))
        done.append((action.command, actual))
    return done


def compare_case(comparison, path, look_around):
    """The case with each program, in a repository of its own at the same place. Then both in what
    the case has made of it."""
    case = case_file.parse(path.read_bytes())
    if case.needs_root and os.geteuid() != 0:
        comparison.tally.note(f"left out: {path.stem}: it needs root")
        return
    history = case.history and path.parent.parent / "histories" / case.history
    with scratch_folder() as scratch:
        results = []
        for program in comparison.programs:
            bench = fresh_bench(scratch, program)
            if history:
                bench.import_history(history)
            results.append(run_actions(bench, case))
        for (command, old), (_, new) in zip(*results):
            comparison.tally.compare(path.stem, command, old, new)
        if look_around and not comparison.quick:
            comparison.look(comparison.place(path.stem, bench), (), "HEAD", (1,))


def case_jobs(comparison, paths):
    prepared = set()  # A repository that several cases prepare alike is looked at once.
    for path in paths:
        case = case_file.parse(path.read_bytes())
        setups = (case.history, *(action.command for action in case.actions
                                  if isinstance(action, case_file.Setup)))
        yield path.stem, functools.partial(compare_case, comparison, path,
                                           setups not in prepared)
        prepared.add(setups)


# Histories

def compare_history(comparison, path, branch):
    with scratch_folder() as scratch:
        bench = fresh_bench(scratch, comparison.programs[1])
        bench.import_history(path)
        place = comparison.place(f"{path.stem}, {branch}", bench)
        comparison.look(place, ("--base", "main", "--branch", branch), "main", (1, 3))
        if branch == "main":
            for arguments in wrong_command_lines():
                place.compare(arguments)


def branches_of(comparison, path):
    with scratch_folder() as scratch:
        bench = fresh_bench(scratch, comparison.programs[1])
        bench.import_history(path)
        return [*names_of(bench, "refs/heads"), "auto"]


def history_jobs(comparison, paths):
    for path in paths:
        if comparison.quick and path.stem != "demo":
            continue
        branches = branches_of(comparison, path)
        for branch in branches[-2:] if comparison.quick else branches:
            yield (f"{path.stem}, {branch}",
                   functools.partial(compare_history, comparison, path, branch))


# The reference data

EVERY = 13  # Of so many milestones, one is looked at from all sides.


def reference_command_lines(milestone, earlier, page):
    """A milestone against the trunk, and as it was on the day that it was cut."""
    cut = ["--base", f"cut/{milestone}", "--branch", f"cut/{milestone}"]
    trunk = ["--base", "main", "--branch", milestone]
    yield ["--lang", "ko", "--format", "json", "--untranslated", "--commits", *cut]
    yield issue("ko", "--since", earlier or "auto", "--details", "--untranslated", *cut)
    yield ["--format", "csv", "--granularity", "file", *trunk]
    yield ["languages", "--format", "json", *trunk]
    yield ["diff", "--since", "auto", page, *trunk]


def reference_from_all_sides(milestone):
    cut = ["--base", f"cut/{milestone}", "--branch", milestone]
    trunk = ["--base", "main", "--branch", milestone]
    links = ["--links", "https://github.com/kubernetes/website"]
    for revisions in (cut, trunk):
        yield issue("ko", "--details", "--untranslated", "--commits", *links, *revisions)
        yield ["--format", "text", "--untranslated", "--commits", *revisions]
        yield from (["check", "--format", form, *revisions] for form in ("text", "json", "github"))
    yield issue("ko", "--style", "compact", *trunk)
    yield issue("ko", "--output-dir", "../out", "--max-chars", "20000", "--details", *trunk)
    yield ["--format", "csv", "--min-severity", "substantive", *trunk]
    yield ["--format", "json", "--commits", "--threads", "1", *trunk]
    for form in ("text", "json", "csv"):
        yield ["--format", form, "--since", "auto", *trunk]
    yield ["check", "--all", "--format", "json", *trunk]
    yield ["check", "content/ko/docs/concepts/overview", "--granularity", "file", *trunk]
    yield ["languages", *trunk]


def reference_issues_that_live(place, milestone, earlier):
    """The body of the milestone before, and of its own cut, carried on against the trunk."""
    view = view_of(place, ("--base", "main", "--branch", milestone, "--since", "auto"))
    older = ("--base", f"cut/{earlier}", "--branch", earlier)
    for texts in bodies(place, view, [older]):
        for more in ((), ("--details", "--include", "concepts/")):
            place.compare(issue("ko", *more, *write(place, texts), *view.revisions))


def compare_milestone(comparison, clone, milestone, earlier, all_sides):
    with scratch_folder() as scratch:
        bench = fresh_bench(scratch, comparison.programs[1])
        os.symlink(clone, os.path.join(bench.repo, ".git"))
        place = comparison.place(milestone, bench)
        page = "content/ko/docs/concepts/overview/kubernetes-api.md"
        for arguments in reference_command_lines(milestone, earlier, page):
            place.compare(arguments)
        if all_sides:
            for arguments in reference_from_all_sides(milestone):
                place.compare(arguments)
            if earlier:
                reference_issues_that_live(place, milestone, earlier)


def milestones_of(comparison, clone):
    with scratch_folder() as scratch:
        bench = fresh_bench(scratch, comparison.programs[1])
        return os.fsdecode(bench.output(
            "git", "-C", clone, "for-each-ref", "--sort=version:refname",
            "--format=%(refname:lstrip=2)", "refs/heads/dev-*")).split()


def reference_jobs(comparison, clone):
    milestones = milestones_of(comparison, clone)
    for index, milestone in enumerate(milestones):
        if comparison.quick and index != len(milestones) - 1:
            continue
        yield milestone, functools.partial(compare_milestone, comparison, clone, milestone,
                                           milestones[index - 1] if index else None,
                                           index % EVERY == EVERY - 1)
