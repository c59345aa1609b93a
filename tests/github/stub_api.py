"""A stub of GitHub's REST API on loopback, for the real `gh` client.

It serves what stub_github.py remembers, with pages and links to the next page as GitHub does.
`environment()` points gh here: it speaks plain HTTP to the host `github.localhost`, and Go's client
asks the proxy in `http_proxy` for it, which is this server.
"""

import http.server
import json
import os
import threading
import time
import urllib.parse

from stub_github import DOWNLOAD_HOST, REPOSITORY, UPLOAD_HOST, GitHub, Refusal

TOKEN = "stub-token"
API_HOST = "api.github.localhost"


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
        if url.hostname == UPLOAD_HOST:
            with self.server.lock:
                self.send(201, github.upload(int(path), query["name"], content), {})
            return
        with self.server.lock:
            github.meanwhile(f"{self.command} {path}")
            github.requests.append(f"{self.command} {path}")
            self.serve(github, path, query, json.loads(content) if content else None)

    do_GET = do_HEAD = do_POST = do_PATCH = do_DELETE = handle_request

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
        if self.command != "HEAD":
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
