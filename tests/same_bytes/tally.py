"""What two programs did with the same command lines: where it was the same, and where it was not."""

import difflib
import re
import threading

import case_file
import run_case

CONTEXT_LINES = 3
MOST_LINES = 40  # Of a difference that is printed.


def render(output):
    """The lines of an output as a case file has them, where every byte can be seen."""
    return [line.decode(errors="replace") for line in case_file.render(output)]


def difference(old, new):
    """A unified diff of two outputs, from the first line that differs on, cut short."""
    lines = [render(old), render(new)]
    # difflib takes time that grows with the square of what differs, so that it gets the beginning.
    same = next((i for i, (a, b) in enumerate(zip(*lines)) if a != b), min(map(len, lines)))
    first = max(same - CONTEXT_LINES, 0)
    parts = [one[first:first + MOST_LINES] for one in lines]
    diff = list(difflib.unified_diff(*parts, f"old, from line {first + 1}",
                                     f"new, from line {first + 1}", lineterm=""))
    rest = max(map(len, lines)) - first - MOST_LINES
    return "\n".join(diff + ([f"... ({rest} more lines)"] if rest > 0 else []))


class Tally:
    """Counts outputs, and prints each that differs as soon as it is known. `expected` are regular
    expressions for bytes that may differ."""

    def __init__(self, expected=()):
        self._expected = [re.compile(one.encode()) for one in expected]
        self._lock = threading.Lock()
        self.equal = 0
        self.as_expected = 0
        self.different = 0
        self.notes = []

    def compare(self, where, command, old, new):
        """`old` and `new` are case_file.Expectation, as what became of one command."""
        equal = old == new
        as_expected = not equal and self._without_expected(old) == self._without_expected(new)
        with self._lock:
            self.equal += equal
            self.as_expected += as_expected
            if not equal and not as_expected:
                self.different += 1
                print(f"DIFFERENT: {where}\n$ {command}\n{difference(old, new)}\n", flush=True)

    def fail(self, where, error):
        """Something that could not be compared, which is no less bad."""
        with self._lock:
            self.different += 1
            print(f"FAILED: {where}: {error}\n", flush=True)

    def note(self, text):
        """What was left out, for the end."""
        with self._lock:
            self.notes.append(text)

    def summary(self):
        total = self.equal + self.as_expected + self.different
        words = [f"{total} outputs", f"{self.equal} equal"]
        if self._expected:
            words.append(f"{self.as_expected} equal but for what is expected to differ")
        if self.different:
            words.append(f"{self.different} different")
        return "\n".join([*self.notes, ", ".join(words)])

    def _without_expected(self, output):
        def change(text):
            for pattern in self._expected:
                text = pattern.sub(b"", text)
            return text

        return run_case.map_text(output, change)
