#!/usr/bin/env python3
"""Tells a pull request what the check of its translations found, in one comment.

    check_comment.py

Runs in a workflow that `workflow_run` starts once the check is done, with the permission to write
to pull requests. All that it knows comes from GitHub: the event in $GITHUB_EVENT_PATH, and the API,
asked through `gh` about $GITHUB_REPOSITORY.

What a stranger may have forged is the artifact with the findings: see check_findings.py. That is
why it does not tell which pull request it is about. The pull request is looked up by the repository
and the branch that the run was about, and its head has to be the commit of the run. If it has moved
on, a newer run is under way. If there are several, as of one branch towards two bases, nobody can
tell them apart, and there is no comment.

Where nothing was ever found, nothing is said. A comment that is there is edited ever after.

Exit status: 0 done, or nothing to do; 1 an error.
"""

import json
import os
import sys

import check_findings
import github_client
import issue_text
from github_client import ApiError, complain, say

ARTIFACT = "l10n-drift-check"


class NothingToDo(Exception):
    """There is no comment to write, for this reason."""


def read_run():
    with open(os.environ["GITHUB_EVENT_PATH"], encoding="utf-8") as stream:
        run = json.load(stream)["workflow_run"]
    if run["event"] != "pull_request":
        raise NothingToDo(f"the run was started by {run['event']}, and not by a pull request")
    if not run["head_repository"]:
        raise NothingToDo("the repository of the pull request is gone")
    return run


def find_pull(client, repository, run):
    """The number of the one open pull request that the run was about."""
    head = run["head_repository"]
    owner = head["owner"]["login"]
    listed = client.list("pulls", state="open", head=f"{owner}:{run['head_branch']}")
    found = [pull["number"] for pull in listed
             if pull["head"]["sha"] == run["head_sha"]
             and pull["head"]["ref"] == run["head_branch"]
             and (pull["head"]["repo"] or {}).get("full_name") == head["full_name"]
             and pull["base"]["repo"]["full_name"] == repository]
    if not found:
        raise NothingToDo("no open pull request has this commit for its head")
    if len(found) > 1:
        raise NothingToDo(f"{len(found)} pull requests have this commit for their head")
    return found[0]


def read_findings(client, run):
    artifacts = [artifact for artifact in
                 client.list(f"actions/runs/{run['id']}/artifacts", "artifacts", name=ARTIFACT)
                 if artifact["name"] == ARTIFACT and not artifact["expired"]]
    if not artifacts:
        raise NothingToDo("the check left no findings")
    newest = max(artifacts, key=lambda artifact: artifact["id"])
    if newest["size_in_bytes"] > check_findings.LARGEST_ARCHIVE:
        raise check_findings.Unusable("the artifact is too large")
    archive = client.get_bytes(f"actions/artifacts/{newest['id']}/zip")
    return check_findings.parse(check_findings.unpack(archive))


def find_comment(client, login, pull):
    """Our comment on the pull request, the oldest if there are several; or None."""
    comments = client.list(f"issues/{pull}/comments")
    return next((comment for comment in comments
                 if (comment["user"] or {}).get("login") == login
                 and issue_text.plain(comment["body"]).startswith(check_findings.MARKER)), None)


def tell(client, pull, findings, run_url):
    """Writes the comment. Returns what was done, in words."""
    login, _ = client.own_login()
    body = check_findings.comment(findings, run_url)
    present = find_comment(client, login, pull)
    if present is None:
        if not findings.failing and not findings.passing:
            return "nothing to tell"
        client.post(f"issues/{pull}/comments", {"body": body},
                    lambda: find_comment(client, login, pull))
        return "told"
    if without_link(present["body"]) == without_link(body):
        return "told already"
    client.patch(f"issues/comments/{present['id']}", {"body": body})
    return "told anew"


def without_link(body):
    """All but the last line, which leads to the run: another run that finds the same is no news."""
    return issue_text.plain(body).rstrip().rpartition("\n")[0]


def main(arguments):
    if arguments:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        repository = os.environ.get("GITHUB_REPOSITORY", "")
        client = github_client.Client(repository)
        run = read_run()
        pull = find_pull(client, repository, run)
        server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
        url = f"{server}/{repository}/actions/runs/{int(run['id'])}"
        say(f"#{pull}: {tell(client, pull, read_findings(client, run), url)}")
    except NothingToDo as reason:
        say(f"no comment: {reason}")
    except (ApiError, check_findings.Unusable, OSError) as error:
        complain("error", error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
