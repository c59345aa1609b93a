"""The format of testdata/cases/*.case: parsing it, and writing expectations back.

testdata/README.md describes the format. Everything is bytes here: what a program prints need not
be UTF-8.
"""

import dataclasses
import re


class FormatError(Exception):
    """The case file says something that the format does not have."""


@dataclasses.dataclass
class Expectation:
    """What one step must do. `files` maps a path to its content, None for "there is none"."""

    status: int = 0
    stdout: bytes = b""
    stderr: bytes = b""
    files: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Setup:
    """A shell line that prepares the repository."""

    command: str


@dataclasses.dataclass
class Step:
    """A command line and what is expected of it; `first` and `end` are its half-open range of
    lines in the file."""

    command: str
    expected: Expectation
    first: int
    end: int


@dataclasses.dataclass
class Case:
    history: str | None
    needs_root: bool
    actions: list  # Of Setup and Step, in their order.
    lines: list  # The whole file, without line ends.


_ESCAPES = {b"\\": b"\\", b"r": b"\r", b"t": b"\t"}


def _unescape(match):
    if match[1]:
        return bytes([int(match[1], 16)])
    if match[2] in _ESCAPES:
        return _ESCAPES[match[2]]
    raise FormatError(f"unknown escape '{match[0].decode(errors='replace')}'")


def decode_line(line):
    """The output that one line of a block stands for, or None if it is no line of a block."""
    if line.startswith(b"|"):
        return line[1:] + b"\n"
    if not line.startswith(b"\\|"):
        return None
    text, end = line[2:], b"\n"
    backslashes = len(text) - len(text.rstrip(b"\\"))
    if backslashes % 2:
        text, end = text[:-1], b""
    return re.sub(rb"\\(?:x([0-9a-fA-F]{2})|(.))", _unescape, text, flags=re.DOTALL) + end


def _is_plain(text):
    try:
        characters = text.decode()
    except UnicodeDecodeError:
        return False
    return not characters.endswith(" ") and all(c.isprintable() for c in characters)


def _escape_char(char):
    if char.isprintable() and char != "\\":
        return char.encode()
    byte = char.encode(errors="surrogateescape")
    named = {b"\\": b"\\\\", b"\r": b"\\r", b"\t": b"\\t"}
    return named.get(byte) or b"".join(b"\\x%02x" % b for b in byte)


def encode_line(output):
    """The line of a block for one line of output, which may lack its newline."""
    text = output.removesuffix(b"\n")
    if text != output and _is_plain(text):
        return b"|" + text
    escaped = b"".join(_escape_char(c) for c in text.decode(errors="surrogateescape"))
    if escaped.endswith(b" "):
        escaped = escaped[:-1] + b"\\x20"
    return b"\\|" + escaped + (b"" if text != output else b"\\")


def _encode_block(title, output):
    return [title] + [encode_line(line) for line in re.findall(rb"[^\n]*\n|[^\n]+", output)]


def render(expected):
    """The lines of an expectation, empty streams and a zero status left out."""
    lines = [b"exit %d" % expected.status] if expected.status else []
    for title, output in ((b"stdout", expected.stdout), (b"stderr", expected.stderr)):
        lines += _encode_block(title, output) if output else []
    for path, content in expected.files.items():
        name = path.encode()
        lines += ([b"no file " + name] if content is None
                  else _encode_block(b"file " + name, content))
    return lines


def _parse_expectation(lines, start):
    """Reads lines from `start` to the first blank one. Returns the expectation and its end."""
    expected, append, index = Expectation(), None, start
    while index < len(lines) and lines[index]:
        line = lines[index]
        output = decode_line(line)
        if output is not None:
            if append is None:
                raise FormatError(f"line {index + 1}: output that belongs to no block")
            append(output)
        else:
            append = _open_block(expected, line, index + 1)
        index += 1
    return expected, index


def _open_block(expected, line, number):
    """Handles the title of a block; returns what takes the block's lines, if it has any."""
    word, _, rest = line.decode().partition(" ")
    if word in ("stdout", "stderr") and not rest:
        return lambda output: setattr(expected, word, getattr(expected, word) + output)
    if word == "file" and rest:
        expected.files[rest] = b""
        return lambda output: expected.files.update({rest: expected.files[rest] + output})
    if line.startswith(b"no file "):
        expected.files[line[len(b"no file "):].decode()] = None
        return None
    if word == "exit" and rest.isdigit():
        expected.status = int(rest)
        return None
    raise FormatError(f"line {number}: cannot understand '{line.decode()}'")


def parse(content):
    """Parses the bytes of a case file. Throws FormatError."""
    lines = content.split(b"\n")
    if not lines[0].startswith(b"# "):
        raise FormatError("line 1: a case begins with '# ' and a sentence that says what it shows")
    case, index = Case(None, False, [], lines), 0
    while index < len(lines):
        line = lines[index].decode()
        index += 1
        if line.startswith("$ "):
            expected, end = _parse_expectation(lines, index)
            case.actions.append(Step(line[2:], expected, index, end))
            index = end
        elif line.startswith("setup "):
            case.actions.append(Setup(line[6:]))
        elif line.startswith("history ") and not case.actions:
            case.history = line[8:]
        elif line == "needs root":
            case.needs_root = True
        elif line and not line.startswith("#"):
            raise FormatError(f"line {index}: cannot understand '{line}'")
    if not any(isinstance(action, Step) for action in case.actions):
        raise FormatError("there is no step: no line begins with '$ '")
    return case


def rewrite(case, expectations):
    """The bytes of the file with new expectations, one for each step; all else stays."""
    lines, at = [], 0
    steps = [action for action in case.actions if isinstance(action, Step)]
    for step, expected in zip(steps, expectations, strict=True):
        lines += case.lines[at:step.first] + render(expected)
        at = step.end
    return b"\n".join(lines + case.lines[at:])
