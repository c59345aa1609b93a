"""Our JSON schemas: what follows them, and that they refuse what is spoilt."""

import base64
import copy
import json
import pathlib

import jsonschema

ABSENT = object()


def load(path):
    with open(path, encoding="utf-8") as stream:
        return json.load(stream)


def validator_of(path):
    """A schema may refer to the report's, in the same folder: here both are put into one."""
    text = pathlib.Path(path).read_text(encoding="utf-8")
    schema = json.loads(text.replace('"report.schema.json#/', '"#/$defs/report/'))
    if '"report.schema.json#/' in text:
        report = pathlib.Path(path).with_name("report.schema.json").read_text(encoding="utf-8")
        schema["$defs"]["report"] = json.loads(report.replace('"#/', '"#/$defs/report/'))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def problems_of(validator, value, meaning):
    """What is wrong with a value: by its schema, else by `meaning`, which yields what a schema
    cannot say."""
    errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]
    return errors or list(meaning(value))


# --- Spoilt values --------------------------------------------------------------------------------

# A breakage is a place in a value, and what to put there: ABSENT takes it away. A part of a place
# is a key or an index, or chooses the first element of a list: a text by its change, its kind or
# its status, and a function by whatever it tells.


def index_of(elements, part):
    if isinstance(part, str):
        key = next(key for key in ("change", "kind", "status") if key in elements[0])
        return next(i for i, element in enumerate(elements) if element[key] == part)
    return next(i for i, element in enumerate(elements) if part(element))


def spoil(value, place, what):
    """A copy of the value that is spoilt at one place."""
    spoilt = copy.deepcopy(value)
    holder = spoilt
    for part in place[:-1]:
        is_key = isinstance(holder, dict) or isinstance(part, int)
        holder = holder[part if is_key else index_of(holder, part)]
    if what is ABSENT:
        del holder[place[-1]]
    else:
        holder[place[-1]] = what
    return spoilt


def accepted_breakages(validator, value, breakages):
    for place, what in breakages:
        if validator.is_valid(spoil(value, place, what)):
            shown = "no value" if what is ABSENT else repr(what)
            yield f"the schema accepts {shown} at {place}"


# --- What reports and checks have in common -------------------------------------------------------

SEVERITIES = ["cosmetic", "minor", "substantive"]


def path_bytes(file, key):
    if key + "_bytes" in file:
        return base64.b64decode(file[key + "_bytes"], validate=True)
    return file[key].encode()


def stale_problems(file):
    """What a schema cannot say of the stale blocks of a file. Yields what is wrong."""
    stale = file["stale"]
    is_open = [block["before_last_touch"] for block in stale]
    if sum(is_open) != (file["open_changes"] or 0):
        yield "open_changes is not the number of blocks that were left open"
    if is_open != sorted(is_open, reverse=True):
        yield "what was left open does not stand first"
    for block in stale:
        if SEVERITIES.index(block["severity"]) > SEVERITIES.index(file["severity"] or "cosmetic"):
            yield "a block is more severe than its file"
        for side in ("source_lines", "translation_lines"):
            if block[side] and block[side][0] > block[side][1]:
                yield f"{side} end before they begin"
