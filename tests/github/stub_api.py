"""A stub of GitHub's REST API on loopback, for the real `gh` client.

It keeps labels, issues, comments, pull requests and artifacts, answers with pages and links to the
next page as GitHub does, refuses what GitHub refuses, and counts what is written. Trouble can be
ordered: see `Trouble`. gh is pointed here by `environment()`: it speaks plain HTTP to the host
`github.localhost`, and Go's client asks the proxy in `http_proxy` for it, which is this server.
"""

import dataclasses
import http.server
import json
import os
import re
import threading
import time
import urllib.parse

TOKEN = "stub-token"
REPOSITORY = "tidewater/site"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
LONGEST_BODY = 65536
API_HOST = "api.github.localhost"
DOWNLOAD_HOST = "downloads.example"


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
        self.requests = []
        self.troubles = []
        self.meanwhile = lambda request: None  # What somebody does before a request is served.
        self.page_size = 100
        self._ids = 1000

    def writes(self):
        return [request for request in self.requests if not request.startswith("GET")]

    def new_id(self):
        self._ids += 1
        return self._ids

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
                 "labels": [{"name": name} for name in labels]}
        self.issues.append(issue)
        return issue

    def add_comment(self, number, body, user=None):
        comment = {"id": self.new_id(), "issue": number, "body": body, "user": user or self.actor}
        self.comments.append(comment)
        return comment

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
        }
        for (route_method, route), action in routes.items():
            match = re.fullmatch(route.replace("R", re.escape(REPOSITORY)), path)
            if match and route_method == method:
                return action(query, content, *map(int, match.groups()))
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
        return 201, self.add_issue(content["title"], content["body"], labels)

    def get_issue(self, _query, _content, number):
        return 200, self.issue(number)

    def patch_issue(self, _query, content, number):
        check_text({"title": "x", **content})
        self.issue(number).update({key: value for key, value in content.items()
                                   if key in ("title", "body", "state")})
        return 200, self.issue(number)

    def get_comments(self, _query, _content, number):
        return 200, self.comments_of(number)

    def post_comment(self, _query, content, number):
        check_text({"title": "x", **content})
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


def check_text(content):
    """What GitHub refuses of titles and bodies."""
    if not 0 < len(content["title"]) <= 256:
        raise Refusal(422, "Validation Failed", [{"message": "title is too long"}])
    if len(content.get("body") or "") > LONGEST_BODY:
        raise Refusal(422, "Validation Failed",
                      [{"message": "body is too long (maximum is 65536 characters)"}])


class Handler(http.server.BaseHTTPRequestHandler):
    """One request of gh, which takes this server for a proxy."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format, *args):  # pylint: disable=redefined-builtin
        pass

    def read_content(self):
        """The body of the request, which gh sends in chunks."""
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        content = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            content += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return content

    def handle_request(self):
        content = self.read_content()
        url = urllib.parse.urlsplit(self.path)
        github = self.server.github
        if url.hostname == DOWNLOAD_HOST:
            self.download(github, int(url.path[1:]))
            return
        path = url.path[1:]
        query = dict(urllib.parse.parse_qsl(url.query))
        with self.server.lock:
            github.meanwhile(f"{self.command} {path}")
            github.requests.append(f"{self.command} {path}")
            self.serve(github, path, query, json.loads(content) if content else None)

    do_GET = do_POST = do_PATCH = do_DELETE = handle_request

    def serve(self, github, path, query, content):
        trouble = next((one for one in github.troubles if one.strikes(self.command, path)), None)
        status, headers = 403, {}
        try:
            if urllib.parse.urlsplit(self.path).hostname != API_HOST or \
                    self.headers.get("Authorization") != f"token {TOKEN}":
                raise Refusal(401, "Bad credentials")
            if not trouble or trouble.done:
                status, answer = github.answer(self.command, path, query, content)
            if trouble:
                trouble.times -= 1
                headers = trouble.headers
                raise Refusal(trouble.status, trouble.message)
            if isinstance(answer, list):
                answer, headers = self.page(github, answer, query)
        except Refusal as refusal:
            status, answer = refusal.status, refusal.content
        if status:
            self.send(status, answer, headers)
        else:
            self.close_connection = True

    def page(self, github, items, query):
        """One page of a list, and the link to the next."""
        size = min(int(query.get("per_page", 30)), github.page_size)
        number = int(query.get("page", 1))
        url = urllib.parse.urlsplit(self.path)
        link = {}
        if number * size < len(items):
            following = urllib.parse.urlencode({**query, "page": number + 1})
            link = {"Link": f'<http://{API_HOST}{url.path}?{following}>; rel="next", '
                            f'<http://{API_HOST}{url.path}?page=99>; rel="last"'}
        return items[(number - 1) * size:number * size], link

    def send(self, status, content, headers):
        if status == 302:
            headers, content = {"Location": content}, None
        body = b"" if content is None else json.dumps(content).encode()
        self.send_response(status)
        for name, value in {**headers, "Content-Type": "application/json; charset=utf-8",
                            "Content-Length": len(body)}.items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def download(self, github, artifact_id):
        """The other host that artifacts come from. It must not be shown the token."""
        content = next(one["content"] for one in github.artifacts if one["id"] == artifact_id)
        leaked = "Authorization" in self.headers
        github.requests.append(f"GET download{' with the token' if leaked else ''}")
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Stub:
    """The server, for a `with` statement."""

    def __init__(self):
        self.github = GitHub()
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.github = self.github
        self._server.lock = threading.Lock()

    def __enter__(self):
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def environment(self, home):
        """What points gh at the stub, and the scripts at its repository."""
        proxy = f"http://127.0.0.1:{self._server.server_address[1]}"
        return {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8",
                "http_proxy": proxy, "GH_HOST": "github.localhost", "GH_TOKEN": TOKEN,
                "GH_NO_UPDATE_NOTIFIER": "1", "GITHUB_REPOSITORY": REPOSITORY,
                "GITHUB_ACTIONS": "true", "L10N_DRIFT_WAIT_SCALE": "0",
                "PYTHONDONTWRITEBYTECODE": "1"}


def reset_in(seconds):
    """Headers of a primary rate limit that ends then."""
    return {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(int(time.time()) + seconds)}
