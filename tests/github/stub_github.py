"""What GitHub remembers, and what its REST API makes of it.

It keeps labels, issues, comments, pull requests and artifacts, refuses what GitHub refuses, and
counts what is written, and what is mailed: a new issue, a new comment, and each change of state, if
it is ours. An edit is mailed to nobody. Trouble can be ordered: see `Trouble`. stub_api.py serves it.
"""

import dataclasses
import datetime
import io
import re
import zipfile

REPOSITORY = "tidewater/site"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
STRANGER = {"login": "mallory", "type": "User"}
CHECK_RUN = 99
LONGEST_BODY = 65536
DOWNLOAD_HOST = "downloads.example"
UPLOAD_HOST = "uploads.github.localhost"


@dataclasses.dataclass
class Trouble:
    """What happens to the requests that match, `times` times, but for the first ones.

    `status` and `headers` are the answer; status 0 closes the connection without any. With `done`,
    the request is carried out all the same.
    """
    method: str
    path: str
    status: int
    message: str = "trouble"
    headers: dict = dataclasses.field(default_factory=dict)
    done: bool = False
    times: int = 1
    after: int = 0

    def strikes(self, method, path):
        if not self.times or not re.fullmatch(self.method, method) or \
                not re.search(self.path, path):
            return False
        self.after -= 1
        return self.after < 0


class Refusal(Exception):
    def __init__(self, status, message, errors=()):
        super().__init__(message)
        self.status = status
        self.content = {"message": message, "errors": list(errors)}


class GitHub:
    """The state, and what each request does to it."""

    def __init__(self):
        self.user = None
        self.actor = BOT
        self.labels = []
        self.issues = []
        self.comments = []
        self.pulls = []
        self.artifacts = []
        self.releases = []
        self.requests = []
        self.mails = []
        self.troubles = []
        self.meanwhile = lambda request: None  # What somebody does before a request is served.
        self.page_size = 100
        self._ids = 1000
        self._seconds = 0

    def writes(self):
        return [request for request in self.requests if not request.startswith(("GET", "HEAD"))]

    def new_id(self):
        self._ids += 1
        return self._ids

    def time(self):
        """Now, as GitHub writes it. There is never the same time twice."""
        self._seconds += 1
        now = datetime.datetime(2024, 1, 1) + datetime.timedelta(seconds=self._seconds)
        return now.strftime("%Y-%m-%dT%H:%M:%SZ")

    def issue(self, number):
        found = [issue for issue in self.issues if issue["number"] == number]
        if not found:
            raise Refusal(404, "Not Found")
        return found[0]

    def comments_of(self, number):
        return [comment for comment in self.comments if comment["issue"] == number]

    def add_issue(self, title, body, labels=(), user=None, state="open"):
        issue = {"number": len(self.issues) + len(self.pulls) + 1, "id": self.new_id(),
                 "title": title, "body": body, "state": state, "user": user or self.actor,
                 "closed_at": None if state == "open" else self.time(),
                 "labels": [{"name": name} for name in labels]}
        self.issues.append(issue)
        return issue

    def set_state(self, number, state):
        """Somebody closes an issue or opens it again. Returns whether that changes something."""
        issue = self.issue(number)
        is_changed = issue["state"] != state
        if is_changed:
            issue.update(state=state, closed_at=None if state == "open" else self.time())
        return is_changed

    def add_comment(self, number, body, user=None):
        comment = {"id": self.new_id(), "issue": number, "body": body, "user": user or self.actor,
                   "created_at": self.time()}
        self.comments.append(comment)
        return comment

    def add_pull(self, number, ref, sha, fork):
        """A pull request from a branch of a fork, by its owner."""
        owner = fork.split("/")[0]
        pull = {"number": number, "title": "x", "body": "x", "state": "open",
                "user": {"login": owner, "type": "User"},
                "base": {"ref": "main", "repo": {"full_name": REPOSITORY}},
                "head": {"ref": ref, "sha": sha, "user": {"login": owner},
                         "repo": {"full_name": fork}}}
        self.pulls.append(pull)
        return pull

    def add_artifact(self, content, **changes):
        """What the check of a pull request leaves."""
        self.artifacts.append({"id": self.new_id(), "run": CHECK_RUN, "name": "l10n-drift-check",
                               "expired": False, "content": content,
                               "size_in_bytes": len(content), **changes})

    # --- Routes -----------------------------------------------------------------------------------

    def answer(self, method, path, query, content):
        """Returns status and content."""
        routes = {
            ("GET", "user"): self.get_user,
            ("GET", "repos/R/issues"): self.get_issues,
            ("POST", "repos/R/issues"): self.post_issue,
            ("GET", r"repos/R/issues/(\d+)"): self.get_issue,
            ("PATCH", r"repos/R/issues/(\d+)"): self.patch_issue,
            ("GET", r"repos/R/issues/(\d+)/comments"): self.get_comments,
            ("POST", r"repos/R/issues/(\d+)/comments"): self.post_comment,
            ("GET", r"repos/R/issues/comments/(\d+)"): self.get_comment,
            ("PATCH", r"repos/R/issues/comments/(\d+)"): self.patch_comment,
            ("DELETE", r"repos/R/issues/comments/(\d+)"): self.delete_comment,
            ("POST", "repos/R/labels"): self.post_label,
            ("GET", "repos/R/pulls"): self.get_pulls,
            ("GET", r"repos/R/actions/runs/(\d+)/artifacts"): self.get_artifacts,
            ("GET", r"repos/R/actions/artifacts/(\d+)/zip"): self.get_zip,
            ("HEAD", "repos/R/releases/tags/(.+)"): self.head_release,
            ("POST", "repos/R/releases"): self.post_release,
            ("PATCH", r"repos/R/releases/(\d+)"): self.patch_release,
        }
        for (route_method, route), action in routes.items():
            match = re.fullmatch(route.replace("R", re.escape(REPOSITORY)), path)
            if match and route_method == method:
                groups = (int(one) if one.isdecimal() else one for one in match.groups())
                return action(query, content, *groups)
        raise Refusal(404, "Not Found")

    def get_user(self, _query, _content):
        if not self.user:
            raise Refusal(403, "Resource not accessible by integration")
        return 200, self.user

    def get_issues(self, query, _content):
        labels = set(filter(None, query.get("labels", "").split(",")))
        state = query.get("state", "open")
        found = [issue for issue in self.issues + self.pulls_as_issues()
                 if labels <= {label["name"] for label in issue["labels"]}
                 and state in ("all", issue["state"])]
        found.sort(key=lambda issue: issue["number"], reverse=query.get("direction") != "asc")
        return 200, found

    def pulls_as_issues(self):
        return [{**pull, "pull_request": {}, "labels": pull.get("labels", [])}
                for pull in self.pulls]

    def post_issue(self, _query, content):
        check_text(content)
        labels = content.get("labels", [])
        self.labels += [label for label in labels if label not in self.labels]
        self.mails.append("issue")
        return 201, self.add_issue(content["title"], content["body"], labels)

    def get_issue(self, _query, _content, number):
        return 200, self.issue(number)

    def patch_issue(self, _query, content, number):
        check_text({"title": "x", **content})
        self.issue(number).update({key: value for key, value in content.items()
                                   if key in ("title", "body")})
        state = content.get("state", self.issue(number)["state"])
        if self.set_state(number, state):
            self.mails.append({"open": "reopened", "closed": "closed"}[state])
        return 200, self.issue(number)

    def get_comments(self, _query, _content, number):
        return 200, self.comments_of(number)

    def post_comment(self, _query, content, number):
        check_text({"title": "x", **content})
        self.mails.append("comment")
        return 201, self.add_comment(number, content["body"])

    def comment(self, comment_id):
        found = [comment for comment in self.comments if comment["id"] == comment_id]
        if not found:
            raise Refusal(404, "Not Found")
        return found[0]

    def get_comment(self, _query, _content, comment_id):
        return 200, self.comment(comment_id)

    def patch_comment(self, _query, content, comment_id):
        check_text({"title": "x", **content})
        self.comment(comment_id)["body"] = content["body"]
        return 200, self.comment(comment_id)

    def delete_comment(self, _query, _content, comment_id):
        self.comments.remove(self.comment(comment_id))
        return 204, None

    def post_label(self, _query, content):
        if content["name"] in self.labels:
            raise Refusal(422, "Validation Failed", [{"resource": "Label", "field": "name",
                                                      "code": "already_exists"}])
        if not re.fullmatch(r"[0-9a-f]{6}", content["color"]) or len(content["description"]) > 100:
            raise Refusal(422, "Validation Failed")
        self.labels.append(content["name"])
        return 201, content

    def get_pulls(self, query, _content):
        head = query.get("head", "")
        state = query.get("state", "open")
        return 200, [pull for pull in self.pulls if state in ("all", pull["state"])
                     and head in ("", f"{pull['head']['user']['login']}:{pull['head']['ref']}")]

    def get_artifacts(self, _query, _content, run):
        listed = [{key: artifact[key] for key in ("id", "name", "size_in_bytes", "expired")}
                  for artifact in self.artifacts if artifact["run"] == run]
        return 200, {"total_count": len(listed), "artifacts": listed}

    def get_zip(self, _query, _content, artifact_id):
        if not [one for one in self.artifacts if one["id"] == artifact_id]:
            raise Refusal(404, "Not Found")
        return 302, f"http://{DOWNLOAD_HOST}/{artifact_id}"

    def head_release(self, _query, _content, tag):
        if not [one for one in self.releases if one["tag_name"] == tag and not one["draft"]]:
            raise Refusal(404, "Not Found")
        return 200, None

    def post_release(self, _query, content):
        release_id = self.new_id()
        release = {"id": release_id, **content,
                   "url": f"http://api.github.localhost/repos/{REPOSITORY}/releases/{release_id}",
                   "html_url": f"http://github.localhost/{REPOSITORY}/releases/{release_id}",
                   "upload_url": f"http://{UPLOAD_HOST}/{release_id}{{?name,label}}"}
        self.releases.append({**release, "assets": []})
        return 201, release

    def release(self, release_id):
        return next(one for one in self.releases if one["id"] == release_id)

    def patch_release(self, _query, content, release_id):
        self.release(release_id).update(content)
        return 200, {**self.release(release_id), "assets": []}

    def upload(self, release_id, name, content):
        """A file for a release, which may hold one of each name."""
        asset = {"id": self.new_id(), "name": name, "content": content, "state": "uploaded"}
        self.release(release_id)["assets"].append(asset)
        return {key: value for key, value in asset.items() if key != "content"}


def check_text(content):
    """What GitHub refuses of titles and bodies."""
    if not 0 < len(content["title"]) <= 256:
        raise Refusal(422, "Validation Failed", [{"message": "title is too long"}])
    if len(content.get("body") or "") > LONGEST_BODY:
        raise Refusal(422, "Validation Failed",
                      [{"message": "body is too long (maximum is 65536 characters)"}])


def run_of(pull):
    """The run of the check of a pull request, as the event behind it tells of it."""
    head = pull["head"]
    return {"id": CHECK_RUN, "event": "pull_request", "head_branch": head["ref"],
            "head_sha": head["sha"],
            "head_repository": {"full_name": head["repo"]["full_name"], "owner": head["user"]}}


def zipped(files, method=zipfile.ZIP_DEFLATED):
    """An archive of these names and contents, as artifacts come."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()
