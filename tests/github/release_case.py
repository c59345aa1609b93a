"""A release on loopback, for the tests of what takes one."""

import contextlib
import hashlib
import http.server
import io
import json
import platform
import subprocess
import tarfile
import threading

MACHINE = f"{platform.system()}-{platform.machine()}".lower()


def tarball(files, top="l10n-drift-0.1.0"):
    """An archive as a release has it, of paths and texts."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for path, text in files.items():
            entry = tarfile.TarInfo(f"{top}/{path}")
            entry.mode = 0o755
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))
    return stream.getvalue()


def hash_of_sources(root):
    done = subprocess.run([root / ".github/scripts/take_release.py", "sources"], check=True,
                          capture_output=True, text=True)
    return done.stdout.strip()


class Served:
    """The release: what it has, how it answers, what was asked for, and what the repository says."""

    def __init__(self, root, content):
        self.name = f"l10n-drift-{MACHINE}.tar.gz"
        self.content = content
        self.statuses = []
        self.requests = []
        self.record_path = root / ".github/release.json"
        self.record = {
            "version": "0.1.0", "url": "", "sources": hash_of_sources(root),
            "files": {MACHINE: {"name": self.name,
                                "sha256": hashlib.sha256(content).hexdigest()}}}

    def write_record(self):
        self.record_path.write_text(json.dumps(self.record), encoding="utf-8")


@contextlib.contextmanager
def serve(root, content):
    """Serves this file of a release, which the repository in ROOT knows meanwhile."""
    served = Served(root, content)

    class Handler(http.server.BaseHTTPRequestHandler):
        """A server that has one file, and sometimes trouble."""

        def do_GET(self):  # pylint: disable=invalid-name
            path, _, name = self.path.rpartition("/")
            served.requests.append(name)
            status = served.statuses.pop(0) if served.statuses else 200
            if status != 200 or (path, name) != ("/v0.1.0", served.name):
                self.send_error(status if status != 200 else 404)
                return
            self.send_response(200)
            self.send_header("Content-Length", str(len(served.content)))
            self.end_headers()
            self.wfile.write(served.content)

        def log_message(self, *_):  # pylint: disable=arguments-differ
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        served.record["url"] = f"http://127.0.0.1:{server.server_address[1]}/v0.1.0"
        served.write_record()
        try:
            yield served
        finally:
            served.record_path.unlink(missing_ok=True)
            server.shutdown()


def serve_release(root, program):
    """A release whose program starts PROGRAM."""
    return serve(root, tarball({"bin/l10n-drift": f'#!/bin/sh\nexec "{program}" "$@"\n'}))
