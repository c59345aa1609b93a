#!/usr/bin/env python3
"""Holds the schema of the configuration against its parser:
config_schema_test.py PROBE SCHEMA SOURCE MANUAL

- The keys of the schema are those that the parser (SOURCE, lib/site/config.cc) knows, and no others.
- The schema and the parser (PROBE) judge a table of configurations alike. What a schema cannot say
  is in a table of its own: there, the parser alone refuses.
- The presets of the schema are those of the program, and the configurations in the manual are good.
"""

import json
import pathlib
import re
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "render"))
from schemas import load, validator_of  # noqa: E402

PATTERNS = {"source": "docs/{path}", "translation": "docs/{lang}/{path}"}


def layout(**changes):
    return {"layout": {**PATTERNS, **changes}}


def below(folder):
    return {"layout": {"preset": "hugo", "below": folder}}


GOOD = [
    {},
    {"$schema": "https://example.org/config.schema.json"},
    {"base": "upstream/main", "source_language": "de"},
    {"base": " \n한글 "},
    {"layout": "hugo"},
    {"layout": ["hugo", PATTERNS, {"preset": "docusaurus", "below": "website"}]},
    {"layout": {"preset": "hugo"}},
    *map(below, [".", "./", "a", "a/b//", ".hidden", "a/..b", "..."]),
    layout(),
    layout(source="README.md", translation="docs/README.{lang}.md"),
    layout(source="v{version}/{name}.{ext}", translation="v{version}/{lang}/{name}.{ext}"),
    layout(source="...", translation=".{lang}/..."),
    {"languages": ["ko", "zh_CN", "zh-Hant-TW", "fil", "es-419"]},
    {"milestones": []},
    {"milestones": ["l10n/{lang}-{number}", "{version}{lang}"]},
    {"language_aliases": {}},
    {"language_aliases": {"pt": "pt-br", "zh_CN": "zh-cn"}},
    {"include": [], "exclude": ["OWNERS", "*.{md,html}"]},
    {"ignore": [{"source": "/a.md", "reason": "on purpose"}]},
    {"issue": {}},
    {"issue": {"title": "To do", "intro": "Ask Kim.\nOr Lee."}},
    {"baseline": {"front_matter": []}},
    {"baseline": {"front_matter": ["default_lang_commit", "l10n.sourceCommit", "a b.c", "한글"]}},
    {"ignore_commits": []},
    {"ignore_commits": ["[i18nIgnore]", "# patched"]},
]

BAD = [
    [], "hugo", None, 1,
    {"Base": "main"}, {"": 1}, {"$id": "x"}, {"schema": "x"},
    {"$schema": 1}, {"$schema": ""},
    {"base": ""}, {"base": " \t"}, {"base": "main\0"}, {"base": None}, {"base": ["main"]},
    {"source_language": "English"}, {"source_language": "EN"}, {"source_language": "e"},
    {"layout": 1}, {"layout": []}, {"layout": None}, {"layout": "hugoo"}, {"layout": ["hugo", 1]},
    {"layout": [["hugo"]]}, {"layout": {}}, {"layout": {"preset": "Hugo"}},
    {"layout": {"preset": 1}}, {"layout": {"preset": "hugo", **PATTERNS}},
    {"layout": {"source": "docs/{path}"}}, {"layout": {"translation": "docs/{lang}/{path}"}},
    *map(below, ["", " ", "/", "/a", "a//b", "..", "../a", "a/./b", "a/..", "{lang}", "./a", 1]),
    layout(below="a"), layout(extra=1), layout(source=""), layout(source=["a"]),
    layout(source="docs/{lang}/{path}"), layout(translation="docs/{path}"),
    layout(source="docs/{page}"), layout(source="docs/{path"), layout(source="docs/}{path}"),
    layout(source="/docs/{path}"), layout(source="docs//{path}"), layout(source="../{path}"),
    layout(translation="{lang}/./{path}"), layout(translation="{lang}/{path}/"),
    {"languages": []}, {"languages": "ko"}, {"languages": ["ko", "Korean"]},
    {"milestones": "dev-{lang}"}, {"milestones": [1]}, {"milestones": [""]},
    {"milestones": ["dev-{version}"]}, {"milestones": ["{lang}-{n}"]}, {"milestones": ["{lang}}"]},
    {"language_aliases": []}, {"language_aliases": {"PT": "pt-br"}},
    {"language_aliases": {"pt": "pt+BR"}}, {"language_aliases": {"pt": 1}},
    {"include": "*.md"}, {"include": [""]}, {"exclude": ["a", 2.5]}, {"exclude": [None]},
    {"ignore": {}}, {"ignore": ["a"]}, {"ignore": [{"source": "a"}]}, {"ignore": [{"reason": "a"}]},
    {"ignore": [{"source": "a", "reason": " "}]},
    {"ignore": [{"source": "a", "reason": "b", "until": "c"}]},
    {"baseline": {}}, {"baseline": []}, {"baseline": {"front_matter": "a"}},
    {"baseline": {"front_matter": [1]}}, {"baseline": {"front_matter": ["a"], "comment": True}},
    *({"baseline": {"front_matter": [key]}} for key in ("", " ", ".", "a.", ".a", "a..b", " a", "a .b")),
    {"ignore_commits": "a"}, {"ignore_commits": [""]}, {"ignore_commits": [1]},
    {"issue": "To do"}, {"issue": {"title": ""}}, {"issue": {"tilte": "x"}},
]

# The parser refuses these, and a schema cannot.
BEYOND_A_SCHEMA = [
    layout(source="{path}/{path}"),
    layout(source="{path}{name}"),
    layout(source="{name}"),
    {"milestones": ["{lang}-{lang}"]},
]


def ask(probe, configurations):
    """What the parser says of each configuration, "ok" or what is wrong."""
    lines = "".join(json.dumps(value) + "\n" for value in configurations)
    done = subprocess.run([probe], input=lines, capture_output=True, text=True, timeout=60,
                          check=True)
    return done.stdout.splitlines()


def verdict_problems(probe, validator):
    tables = [(GOOD, True, True), (BAD, False, False), (BEYOND_A_SCHEMA, True, False)]
    for table, good_to_schema, good_to_parser in tables:
        for value, answer in zip(table, ask(probe, table), strict=True):
            if validator.is_valid(value) != good_to_schema:
                yield f"the schema {'refuses' if good_to_schema else 'accepts'} {value}"
            if (answer == "ok") != good_to_parser:
                yield f"of {value}, the parser says: {answer}"


def keys_of_schema(part):
    """The names in all `properties` of a schema."""
    if isinstance(part, list):
        return set().union(*map(keys_of_schema, part))
    if not isinstance(part, dict):
        return set()
    return set(part.get("properties", {})).union(*map(keys_of_schema, part.values()))


def keys_of_parser(source):
    """The names that `expect_object` is told of."""
    lists = re.findall(r"expect_object\([^{;]*\{([^}]*)\}", source)
    return {name for names in lists for name in re.findall(r'"([^"]+)"', names)}


def key_problems(schema, source):
    of_schema, of_parser = keys_of_schema(schema), keys_of_parser(source)
    yield from (f"the schema lacks {key}" for key in sorted(of_parser - of_schema))
    yield from (f"the parser knows no {key}" for key in sorted(of_schema - of_parser))


def preset_problems(probe, schema):
    [answer] = ask(probe, [{"layout": "none of them all"}])
    presets = answer.partition("there are ")[2].split(", ")
    if presets != schema["$defs"]["preset"]["enum"]:
        yield f"the presets are {presets}"


def manual_problems(probe, validator, manual):
    blocks = re.findall(r"^```json\n(\{.*?)^```", manual, re.M | re.S)
    shown = [value for value in map(json.loads, blocks) if "layout" in value or "$schema" in value]
    if not shown:
        yield "the manual shows no configuration"
    for value, answer in zip(shown, ask(probe, shown), strict=True):
        if answer != "ok" or not validator.is_valid(value):
            yield f"the manual shows {value}: {answer}"


def main():
    probe, schema_path, source_path, manual_path = sys.argv[1:]
    schema, validator = load(schema_path), validator_of(schema_path)
    source = pathlib.Path(source_path).read_text(encoding="utf-8")
    manual = pathlib.Path(manual_path).read_text(encoding="utf-8")
    problems = [*key_problems(schema, source), *verdict_problems(probe, validator),
                *preset_problems(probe, schema), *manual_problems(probe, validator, manual)]
    print("\n".join(problems) or "the schema and the parser agree")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
