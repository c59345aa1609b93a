"""GitHub's REST API through the `gh` client, for scripts that run unattended.

gh knows the token, the host and the proxies. This module adds pages, patience, and one promise:
nothing is posted twice. What GitHub answers is one of these:

  2xx                         Done.
  429, 403 with a rate limit  Nothing was done. Wait as long as GitHub says, then ask again.
  500, 502, 503, 504, none    It may have been done or not. Reading, changing and deleting can be
                              repeated. Before something is posted again, the caller looks whether
                              it is there.
  anything else               Final: an ApiError with GitHub's own words.

A request waits for ten minutes at most, all in all.
"""

import json
import os
import re
import subprocess
import sys
import time
import urllib.parse

LONGEST_WAIT = 600
ANSWER_TIMEOUT = 120
FIRST_PAUSE = 2
ATTEMPTS = 5
# GitHub asks for a second between writes, and for a minute where it names no time.
WRITE_PAUSE = 1
LIMIT_PAUSE = 60
UNCERTAIN = (500, 502, 503, 504)
NOT_LOGGED_IN = 4
ACTIONS_LOGIN = "github-actions[bot]"


class ApiError(Exception):
    """A final answer other than success. `status` is None where there was no answer at all."""

    def __init__(self, status, message):
        super().__init__(message)
        self.status = status


class Answer:
    """What gh printed: status (None if there was no answer), headers by lower-case name, body."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def json(self):
        return json.loads(self.body) if self.body.strip() else None

    def message(self):
        """GitHub's explanation, on one line."""
        try:
            content = json.loads(self.body)
            details = [str(error.get("message") or error.get("code"))
                       for error in content.get("errors") or [] if isinstance(error, dict)]
            return "; ".join([str(content["message"]), *details])
        except (ValueError, KeyError, TypeError, AttributeError):
            return self.body.decode(errors="replace").strip()[:200]


def parse_answer(output):
    """Reads what `gh api --include` prints: a status line, headers, an empty line, the body."""
    head, _, body = output.partition(b"\r\n\r\n")
    status_line, _, rest = head.partition(b"\n")
    match = re.match(rb"HTTP/[\d.]+ (\d{3})\b", status_line)
    if not match:
        return Answer(None, {}, output)
    headers = (line.partition(": ") for line in rest.decode(errors="replace").splitlines())
    return Answer(int(match[1]), {name.lower(): value for name, _, value in headers}, body)


def limit_wait(answer):
    """Seconds that GitHub's rate limit asks for; None if the answer is not about one."""
    if answer.status not in (403, 429):
        return None
    if answer.headers.get("retry-after", "").isdecimal():
        return int(answer.headers["retry-after"])
    if answer.headers.get("x-ratelimit-remaining") == "0":
        reset = answer.headers.get("x-ratelimit-reset", "")
        return max(0, int(reset) - int(time.time())) + 1 if reset.isdecimal() else LIMIT_PAUSE
    limited = answer.status == 429 or "rate limit" in answer.message().lower()
    return LIMIT_PAUSE if limited else None


def one_line(text):
    """Foreign text for the log: no line of it can be a command to the runner."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+", " ", str(text))


def say(text):
    print(one_line(text), file=sys.stderr, flush=True)


def complain(level, text):
    """An error or a warning, which GitHub Actions shows on the page of the run.

    It reads commands from both streams, and standard output may be a file of outputs.
    """
    if os.environ.get("GITHUB_ACTIONS") == "true":
        text = one_line(text).replace("%", "%25")
        print(f"::{level}::{text}", file=sys.stderr, flush=True)
    else:
        say(f"{level}: {text}")


class Client:
    """Asks GitHub about one repository, `owner/name`."""

    def __init__(self, repository):
        if not re.fullmatch(r"[\w.-]+/[\w.-]+", repository):
            raise ApiError(None, f"no repository: '{repository}'")
        self._root = f"repos/{repository}/"
        self._wait_scale = float(os.environ.get("L10N_DRIFT_WAIT_SCALE", "1"))

    # --- Requests ---------------------------------------------------------------------------------

    def get(self, path, **query):
        return self._send("GET", self._url(path, query)).json()

    def get_bytes(self, path):
        return self._send("GET", self._url(path, {})).body

    def list(self, path, key=None, **query):
        """All items of all pages; `key` names the list where GitHub wraps it in an object."""
        url = self._url(path, {**query, "per_page": 100})
        while url:
            answer = self._send("GET", url)
            content = answer.json()
            yield from content[key] if key else content
            following = re.search(r'<([^>]+)>; *rel="next"', answer.headers.get("link", ""))
            url = following[1] if following else None

    def patch(self, path, content, expect=lambda: None):
        """Changes it. `expect()` is called right before each attempt, and may raise."""
        return self._send("PATCH", self._url(path, {}), content, expect=expect).json()

    def delete(self, path, expect=lambda: None):
        """Deletes it; that somebody else was faster is as good. `expect` is as above."""
        try:
            self._send("DELETE", self._url(path, {}), expect=expect)
        except ApiError as error:
            if error.status != 404:
                raise

    def post(self, path, content, look_for):
        """Posts once. `look_for()` returns what was posted, after an answer that leaves that open,
        or None if it is not there."""
        return self._send("POST", self._url(path, {}), content, look_for).json()

    def own_login(self):
        """The login of the token's owner, and whether it is known or only assumed.

        GitHub does not tell the token of a workflow who it is; it is always the same bot.
        """
        named = os.environ.get("L10N_DRIFT_LOGIN")
        if named:
            return named, True
        try:
            return self._send("GET", "user").json()["login"], True
        except ApiError as error:
            if error.status != 403 or os.environ.get("GITHUB_ACTIONS") != "true":
                raise
            return ACTIONS_LOGIN, False

    # --- How they are sent ------------------------------------------------------------------------

    def _url(self, path, query):
        return self._root + path + ("?" + urllib.parse.urlencode(query) if query else "")

    def _send(self, method, url, content=None, look_for=None, expect=lambda: None):
        if method != "GET":
            self._pause(WRITE_PAUSE)
        waited = uncertain = 0
        while True:
            expect()
            answer = ask_gh(method, url, content)
            if answer.status and answer.status < 300:
                return answer
            seconds = limit_wait(answer)
            limited = seconds is not None
            if not limited:
                uncertain += 1
                seconds = FIRST_PAUSE ** uncertain
                final = answer.status not in (*UNCERTAIN, None) or uncertain == ATTEMPTS
            if (not limited and final) or waited + seconds > LONGEST_WAIT:
                raise failure(answer, method, url)
            say(f"waiting {seconds} s: {failure(answer, method, url)}")
            self._pause(seconds)
            waited += seconds
            found = look_for() if look_for and not limited else None
            if found is not None:
                return Answer(200, {}, json.dumps(found).encode())

    def _pause(self, seconds):
        time.sleep(seconds * self._wait_scale)


def ask_gh(method, url, content):
    """One request, sent once."""
    command = ["gh", "api", "--include", "--method", method, url]
    text = None
    if content is not None:
        command += ["--input", "-"]
        text = json.dumps(content).encode()
    try:
        done = subprocess.run(command, input=text, stdin=None if text else subprocess.DEVNULL,
                              capture_output=True, timeout=ANSWER_TIMEOUT, check=False)
    except subprocess.TimeoutExpired:
        return Answer(None, {}, b"no answer in time")
    if done.returncode == NOT_LOGGED_IN:
        raise ApiError(None, "gh has no token: set GH_TOKEN")
    answer = parse_answer(done.stdout)
    return answer if answer.status else Answer(None, {}, done.stderr)


def failure(answer, method, url):
    status = f"HTTP {answer.status}" if answer.status else "no answer"
    return ApiError(answer.status, f"{method} {url}: {status}: {answer.message()}")
