#!/usr/bin/python3
"""Runs the action's program as its steps do: action_test.py ROOT PROGRAM [TEST...]

In the demo repository, with inputs of every kind. Skipped, with status 77, where gh is not
installed.
"""

import http.server
import json
import os
import pathlib
import subprocess
import sys
import threading

from site_case import PROGRAM, ROOT, SiteCase
from stub_case import run_tests
from workflow_runner import read_outputs


class ActionTest(SiteCase):
    def setUp(self):
        super().setUp()
        programs = self.scratch / "programs"
        programs.mkdir()
        (programs / "l10n-drift").symlink_to(PROGRAM)
        self.temp = self.scratch / "temp"
        self.temp.mkdir()
        self.environment |= {"PATH": f"{programs}:{os.environ['PATH']}",
                             "RUNNER_TEMP": str(self.temp), "TOKEN": "secret",
                             "GITHUB_OUTPUT": str(self.temp / "output")}

    def run_action(self, cwd=None, **inputs):
        """Runs it in the site. Returns status, outputs and what was printed."""
        (self.temp / "output").write_text("")
        done = subprocess.run(
            [ROOT / ".github/actions/l10n-drift/run"], cwd=cwd or self.site,
            env=self.environment | inputs, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, timeout=120, check=False)
        return done.returncode, read_outputs(self.temp / "output"), done.stdout

    def test_a_report_in_one_language(self):
        status, outputs, said = self.run_action(COMMAND="report", CODES="ko")
        self.assertEqual((status, outputs["outdated"]), (0, "8"), said)
        self.assertIn("dev-1.2-ko.2", pathlib.Path(outputs["report"]).read_text())
        self.assertEqual(json.loads(pathlib.Path(outputs["json"]).read_text())["languages"], ["ko"])

    def test_a_report_in_several(self):
        status, outputs, said = self.run_action(COMMAND="report", CODES="ja,ko", BRANCH="main",
                                                ARGS="--exit-code")
        self.assertEqual(status, 1, said)
        self.assertIn("STATUS", pathlib.Path(outputs["report"]).read_text())
        self.assertGreater(int(outputs["outdated"]), 0)

    def test_args_are_split_and_not_run(self):
        for args in ("--include '*.yaml'", '--include "*.yaml"', "--include\n  *.yaml"):
            status, outputs, said = self.run_action(COMMAND="report", CODES="ko", ARGS=args)
            self.assertEqual((status, outputs.get("outdated")), (0, "1"), said)
        # Globs that no page has, as they were given.
        for args in ("--include '$(touch touched)'", "--include `touch${IFS}touched`;>touched"):
            status, _, said = self.run_action(COMMAND="report", CODES="ko", ARGS=args)
            self.assertEqual(status, 2)
            self.assertIn("no page is left: include and exclude let none in", said)
        self.assert_nothing_was_run()
        status, _, said = self.run_action(COMMAND="report", ARGS="--include '*.md")
        self.assertEqual(status, 2)
        self.assertIn("::error::l10n-drift: cannot split the args: --include '*.md", said)

    def test_trouble_is_trouble(self):
        status, outputs, said = self.run_action(COMMAND="check", BASE="nowhere")
        self.assertEqual((status, outputs), (2, {}))
        self.assertIn("unknown revision 'nowhere'", said)
        status, _, said = self.run_action(COMMAND="publish")
        self.assertEqual(status, 2)
        self.assertIn("::error::l10n-drift: no such command: 'publish'", said)

    def test_the_token_reaches_git_and_takes_the_place_of_another(self):
        """GitHub refuses requests with two of them."""
        seen = []

        class Server(http.server.BaseHTTPRequestHandler):
            def do_GET(self):  # pylint: disable=invalid-name
                seen.append(self.headers.get_all("Authorization"))
                self.send_error(404)

            def log_message(self, *_):  # pylint: disable=arguments-differ
                pass

        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            url = f"http://127.0.0.1:{server.server_address[1]}"
            clone = self.scratch / "clone"
            self.git("clone", "-q", "--filter=blob:none", "--no-checkout", f"file://{self.site}",
                     str(clone))
            for setting in (("remote.origin.url", f"{url}/tidewater/site"),
                            (f"http.{url}/.extraheader", "AUTHORIZATION: basic left")):
                self.git("-C", str(clone), "config", *setting)
            status, _, said = self.run_action(COMMAND="report", CODES="ko", cwd=clone,
                                              GITHUB_SERVER_URL=url, no_proxy="*")
            server.shutdown()
        self.assertEqual(status, 2, said)
        self.assertEqual(seen[:1], [["basic eC1hY2Nlc3MtdG9rZW46c2VjcmV0"]])
        self.assertNotIn("secret", said)


if __name__ == "__main__":
    run_tests("the action", sys.argv[3:])
