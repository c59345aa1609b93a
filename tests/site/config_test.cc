#include "site/config.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "l10n_drift/error.h"

namespace l10n_drift {
namespace {

// What parse_config throws for `text`: the message, and the hint after " | " if there is one.
std::string error_of(const std::string& text, const std::string& place = "x") {
  try {
    parse_config(text, place);
  } catch (const Error& error) {
    return error.hint().empty() ? error.what() : std::string(error.what()) + " | " + error.hint();
  }
  return "no error";
}

struct ConfigCase {
  std::string text;
  std::string expected;
};

void check_errors(const std::vector<ConfigCase>& cases) {
  for (const ConfigCase& c : cases) EXPECT_EQ(error_of(c.text), c.expected) << c.text;
}

TEST(Config, ReadsEveryKey) {
  const Config config = parse_config(R"({
    "base": "upstream/main",
    "source_language": "de",
    "layout": {"source": "docs/de/{path}", "translation": "docs/{lang}/{path}"},
    "milestones": ["l10n/{lang}-{number}"],
    "languages": ["ko", "zh_CN"],
    "language_aliases": {"pt": "pt-br", "zh": "zh-cn"},
    "issue": {"title": "To do", "intro": "Ask Kim."},
    "include": ["**/*.md", "**/*.html"],
    "exclude": ["**/OWNERS"],
    "ignore": [{"source": "docs/de/notes.md", "reason": "translated in part, on purpose"},
               {"reason": "\u0001 \ud55c\uae00", "source": "*.txt"}],
    "baseline": {"front_matter": ["made.from.commit", "pin"]},
    "ignore_commits": ["[i18nIgnore]", "# patched"]
  })",
                                     "x");
  Config expected;
  expected.base = "upstream/main";
  expected.source_language = "de";
  expected.layout = {
      {.preset = {}, .below = {}, .patterns = {"docs/de/{path}", "docs/{lang}/{path}"}}};
  expected.milestones = {"l10n/{lang}-{number}"};
  expected.languages = {"ko", "zh_CN"};
  expected.language_aliases = {{"pt", "pt-br"}, {"zh", "zh-cn"}};
  expected.issue = {.title = "To do", .intro = "Ask Kim."};
  expected.include = {"**/*.md", "**/*.html"};
  expected.exclude = {"**/OWNERS"};
  expected.ignore = {{.source = "docs/de/notes.md", .reason = "translated in part, on purpose"},
                     {.source = "*.txt", .reason = "\x01 \xED\x95\x9C\xEA\xB8\x80"}};
  expected.baseline_keys = {"made.from.commit", "pin"};
  expected.ignore_commits = {"[i18nIgnore]", "# patched"};
  EXPECT_EQ(config, expected);
}

TEST(Config, KeysThatAreNotThereKeepTheirDefaults) {
  EXPECT_EQ(parse_config("{}", "x"), Config{});
  EXPECT_EQ(parse_config("{}", "x").milestones,
            (std::vector<std::string>{"dev-{version}-{lang}.{number}", "dev-{lang}"}));
  EXPECT_TRUE(parse_config(R"({"milestones": []})", "x").milestones.empty());
  EXPECT_EQ(parse_config(R"({"$schema": "https://example.org"})", "x"), Config{});
  EXPECT_EQ(parse_config("{}", "x").baseline_keys,
            (std::vector<std::string>{"default_lang_commit", "l10n.sourceCommit"}));
  EXPECT_TRUE(parse_config(R"({"baseline": {"front_matter": []}})", "x").baseline_keys.empty());
}

TEST(Config, AByteOrderMarkIsNoMatter) {
  EXPECT_EQ(parse_config("\xEF\xBB\xBF{\"base\": \"main\"}", "x").base, "main");
  EXPECT_EQ(error_of("\xEF\xBB\xBF{,}"), error_of("{,}"));
}

TEST(Config, CommentsAreNoMatter) {
  EXPECT_EQ(
      parse_config("// One.\n{ // Two.\n\"base\": /* three\n, */ \"main\"} // Four.", "x").base,
      "main");
  EXPECT_EQ(parse_config(R"({"base": "https://example.org/*"})", "x").base,
            "https://example.org/*");
  check_errors({
      {"{\n// One.\n,}", "'x' is no valid JSON: unexpected ',' at line 3, column 1"},
      {"{} /* One.\n", "'x' is no valid JSON: unexpected end of text at line 2, column 1"},
      {"//", "'x' is no valid JSON: unexpected end of text at line 1, column 3"},
      {"{} // One.\n/", "'x' is no valid JSON: unexpected end of text at line 2, column 2"},
      {"/*", "'x' is no valid JSON: unexpected end of text at line 1, column 3"},
      {"{ // One.", "'x' is no valid JSON: unexpected end of text at line 1, column 10"},
      {"{/}", "'x' is no valid JSON: unexpected '}' at line 1, column 3"},
      {"{# One.\n}", "'x' is no valid JSON: unexpected '#' at line 1, column 2"},
      {"// \xE9\n{}", "'x' is not UTF-8 at line 1, column 4"},
  });
}

TEST(Config, ADraftIsReadAsItWasMeant) {
  const std::string text = write_draft({
      {{"From here.", "a\n\"b\xFF"}, "base", write_text("a\"\xFF")},
      {{}, "languages", write_texts({"ko", "ja"}), true},
      {{}, "include", write_texts({"a", "b"})},
  });
  EXPECT_EQ(text,
            "{\n  // From here.\n  // a\\n\"b\\377\n  \"base\": \"a\\\"\xEF\xBF\xBD\",\n\n"
            "  // \"languages\": [\"ko\", \"ja\"],\n\n  \"include\": [\"a\", \"b\"]\n}\n");
  const Config config = parse_config(text, "x");
  EXPECT_EQ(config.base, "a\"\xEF\xBF\xBD");
  EXPECT_EQ(config.languages, std::vector<std::string>());
  EXPECT_EQ(config.include, (std::vector<std::string>{"a", "b"}));
}

TEST(Config, SyntaxErrorsHaveLineAndColumn) {
  check_errors({
      {"", "'x' is no valid JSON: unexpected end of text at line 1, column 1"},
      {" \n ", "'x' is no valid JSON: unexpected end of text at line 2, column 2"},
      {"{", "'x' is no valid JSON: unexpected end of text at line 1, column 2"},
      {R"({"base": "ma)", "'x' is no valid JSON: unexpected end of text at line 1, column 13"},
      {"{\n  \"base\": main\n}", "'x' is no valid JSON: unexpected 'm' at line 2, column 11"},
      {"{\n  \"base\": \"main\",\n}", "'x' is no valid JSON: unexpected '}' at line 3, column 1"},
      {"{\r\n  \"include\": [\"a\" \"b\"]}",
       "'x' is no valid JSON: unexpected '\"' at line 2, column 19"},
      {R"({"base": "main" 12.5})", "'x' is no valid JSON: unexpected '1' at line 1, column 17"},
      {R"({"base": "main" true})", "'x' is no valid JSON: unexpected 't' at line 1, column 17"},
      {"{\"base\": \"\xED\x95\x9C\" ]",
       "'x' is no valid JSON: unexpected ']' at line 1, column 14"},
      {"{\"base\": \"a\tb\"}", "'x' is no valid JSON: unexpected '\\t' at line 1, column 12"},
      {"{\"base\": \"a\n", "'x' is no valid JSON: unexpected '\\n' at line 1, column 12"},
      {R"({"base": "\q"})", "'x' is no valid JSON: unexpected 'q' at line 1, column 12"},
      {"{'base': 1}", "'x' is no valid JSON: unexpected ''' at line 1, column 2"},
      {"{} x", "'x' is no valid JSON: unexpected 'x' at line 1, column 4"},
      {"{\xC2\xA0}", "'x' is no valid JSON: unexpected '\xC2\xA0' at line 1, column 2"},
      {std::string("{\0}", 3), "'x' is no valid JSON: unexpected '\\000' at line 1, column 2"},
      {R"({"base": 1e999})", "'x' has a number that is out of range"},
  });
}

TEST(Config, TextThatIsNotUtf8IsAnError) {
  check_errors({
      {"{\n\"base\": \"\xED\x95\x9C\xE9\"}", "'x' is not UTF-8 at line 2, column 11"},
      {"{\"base\": \"\xED\xA0\x80\"}", "'x' is not UTF-8 at line 1, column 11"},
      {"\xFF\xFE{", "'x' is not UTF-8 at line 1, column 1"},
  });
}

TEST(Config, UnknownKeysAreErrorsWithTheNearestOneAsAHint) {
  check_errors({
      {R"({"exlude": []})", "unknown key 'exlude' in 'x' | did you mean 'exclude'?"},
      {R"({"Base": "main"})", "unknown key 'Base' in 'x' | did you mean 'base'?"},
      {R"({"pages": []})", "unknown key 'pages' in 'x'"},
      {R"({"issue": {"tilte": "x"}})",
       "unknown key 'issue.tilte' in 'x' | did you mean 'issue.title'?"},
      {R"({"": 1})", "unknown key '' in 'x'"},
      {R"({"$shema": "x"})", "unknown key '$shema' in 'x' | did you mean '$schema'?"},
      {R"({"a\nb": 1})", "unknown key 'a\\nb' in 'x'"},
      {R"({"layout": {"sorce": "a"}})",
       "unknown key 'layout.sorce' in 'x' | did you mean 'layout.source'?"},
      {R"({"ignore": [{"source": "a", "reason": "b"}, {"paths": []}]})",
       "unknown key 'ignore[1].paths' in 'x'"},
      {R"({"ignore": [{"raeson": "b"}]})",
       "unknown key 'ignore[0].raeson' in 'x' | did you mean 'ignore[0].reason'?"},
      {R"({"ignore_commit": []})",
       "unknown key 'ignore_commit' in 'x' | did you mean 'ignore_commits'?"},
      {R"({"baseline": {"frontmatter": []}})",
       "unknown key 'baseline.frontmatter' in 'x' | did you mean 'baseline.front_matter'?"},
  });
}

TEST(Config, WrongTypesAreErrorsThatNameBothTypes) {
  check_errors({
      {"[]", "'x' must be an object, not an array"},
      {"null", "'x' must be an object, not null"},
      {"\"a\"", "'x' must be an object, not a string"},
      {R"({"base": null})", "'base' in 'x' must be a string, not null"},
      {R"({"base": true})", "'base' in 'x' must be a string, not a boolean"},
      {R"({"source_language": -1})", "'source_language' in 'x' must be a string, not a number"},
      {R"({"layout": 1})",
       "'layout' in 'x' must be an object or the name of a preset, not a number"},
      {R"({"layout": []})", "'layout' in 'x' must name a layout"},
      {R"({"layout": ["hugo", 1]})",
       "'layout[1]' in 'x' must be an object or the name of a preset, not a number"},
      {R"({"layout": {"source": ["a"], "translation": "b"}})",
       "'layout.source' in 'x' must be a string, not an array"},
      {R"({"milestones": "dev-{lang}"})", "'milestones' in 'x' must be an array, not a string"},
      {R"({"milestones": ["dev-{lang}", {}]})",
       "'milestones[1]' in 'x' must be a string, not an object"},
      {R"({"languages": "ko"})", "'languages' in 'x' must be an array, not a string"},
      {R"({"languages": []})", "'languages' in 'x' must name a language"},
      {R"({"languages": ["ko", "Korean"]})",
       "'languages[1]' in 'x' must be a language code such as 'ko' or 'pt-br', not 'Korean'"},
      {R"({"language_aliases": []})", "'language_aliases' in 'x' must be an object, not an array"},
      {R"({"language_aliases": {"pt": 1}})",
       "'language_aliases.pt' in 'x' must be a string, not a number"},
      {R"({"include": "*.md"})", "'include' in 'x' must be an array, not a string"},
      {R"({"exclude": ["a", 2.5]})", "'exclude[1]' in 'x' must be a string, not a number"},
      {R"({"ignore": {}})", "'ignore' in 'x' must be an array, not an object"},
      {R"({"ignore": ["a"]})", "'ignore[0]' in 'x' must be an object, not a string"},
      {R"({"ignore": [{"source": "a", "reason": "b"}, {"source": "a", "reason": "b"},
                      {"source": "a", "reason": 3}]})",
       "'ignore[2].reason' in 'x' must be a string, not a number"},
      {R"({"baseline": "pin"})", "'baseline' in 'x' must be an object, not a string"},
      {R"({"baseline": {"front_matter": "pin"}})",
       "'baseline.front_matter' in 'x' must be an array, not a string"},
      {R"({"baseline": {"front_matter": ["pin", null]}})",
       "'baseline.front_matter[1]' in 'x' must be a string, not null"},
      {R"({"ignore_commits": "typo"})", "'ignore_commits' in 'x' must be an array, not a string"},
      {R"({"ignore_commits": [{}]})", "'ignore_commits[0]' in 'x' must be a string, not an object"},
  });
}

TEST(Config, WhatBelongsTogetherMustBeThere) {
  check_errors({
      {R"({"layout": {}})", "'layout.source' is missing in 'x'"},
      {R"({"layout": {"source": "en/{path}"}})", "'layout.translation' is missing in 'x'"},
      {R"({"ignore": [{"reason": "a"}]})", "'ignore[0].source' is missing in 'x'"},
      {R"({"ignore": [{"source": "a"}]})", "'ignore[0].reason' is missing in 'x'"},
      {R"({"baseline": {}})", "'baseline.front_matter' is missing in 'x'"},
  });
}

TEST(Config, EmptyTextIsNoAnswer) {
  check_errors({
      {R"({"base": ""})", "'base' in 'x' must not be empty"},
      {R"({"include": [""]})", "'include[0]' in 'x' must not be empty"},
      {R"({"exclude": ["a", " \t"]})", "'exclude[1]' in 'x' must not be empty"},
      {R"({"milestones": [""]})", "'milestones[0]' in 'x' must not be empty"},
      {R"({"ignore": [{"source": "", "reason": "b"}]})",
       "'ignore[0].source' in 'x' must not be empty"},
      {R"({"ignore": [{"source": "a", "reason": " \n"}]})",
       "'ignore[0].reason' in 'x' must not be empty"},
      {R"({"base": "main\u0000"})", "'base' in 'x' must not contain a NUL character"},
      // An empty text stands in the subject of every commit.
      {R"({"ignore_commits": [""]})", "'ignore_commits[0]' in 'x' must not be empty"},
      {R"({"ignore_commits": ["typo", " "]})", "'ignore_commits[1]' in 'x' must not be empty"},
      {R"({"baseline": {"front_matter": [""]}})",
       "'baseline.front_matter[0]' in 'x' must not be empty"},
  });
}

TEST(Config, AKeyThatStandsTwiceIsAnError) {
  check_errors({
      {R"({"base": "a", "base": "b"})", "key 'base' stands twice in 'x'"},
      {R"({"base": "a", "b\u0061se": "a"})", "key 'base' stands twice in 'x'"},
      {R"({"language_aliases": {"pt": "pt-br", "pt": "pt-pt"}})", "key 'pt' stands twice in 'x'"},
      {R"({"ignore": [{"source": "a", "reason": "b"}, {"source": "a", "source": "b"}]})",
       "key 'source' stands twice in 'x'"},
      // One object does not know of the other.
      {R"({"ignore": [{"source": "a", "reason": "b"}, {"source": "a", "reason": "b"}]})",
       "no error"},
      {R"({"language_aliases": {"aaa": "bb"}, "base": "a"})", "no error"},
  });
}

TEST(Config, ImpossibleLayoutsAreErrors) {
  check_errors({
      {R"({"layout": {"source": "content/en/{path}", "translation": "content/{path}"}})",
       "in 'x': layout.translation 'content/{path}' has no {lang}"},
      {R"({"layout": {"source": "content/en", "translation": "{lang}/{path}"}})",
       "in 'x': layout.source 'content/en' has no {path}"},
      {R"({"layout": ["hugo", {"source": "a/{path}", "translation": "b/{path}"}]})",
       "in 'x': layout[1].translation 'b/{path}' has no {lang}"},
      {R"({"layout": "hugoo"})",
       "'layout' in 'x' is the unknown preset 'hugoo' | did you mean 'hugo'?"},
      {R"({"layout": [{"preset": "content"}]})",
       "'layout[0].preset' in 'x' is the unknown preset 'content' | there are hugo, hugo-filename, "
       "docusaurus, lang-docs, starlight, mkdocs, mkdocs-suffix, tldr, linux, vitepress, readme"},
      {R"({"layout": {"source": "a/{path}", "translation": "b/{lang}/{path}", "below": "c"}})",
       "'layout.below' in 'x' is for presets, and there is none"},
      {R"({"layout": {"preset": "hugo", "below": "../c"}})",
       "'layout.below' in 'x' must be a folder from the root of the repository"},
  });
}

TEST(Config, ALayoutIsAnEntryOrAListOfThem) {
  const LayoutPatterns patterns{"a/{path}", "b/{lang}/{path}"};
  const LayoutEntry own{.preset = {}, .below = {}, .patterns = patterns};
  const LayoutEntry preset{.preset = "hugo", .below = {}, .patterns = {}};
  const LayoutEntry below{.preset = "hugo", .below = "web/site", .patterns = {}};
  struct Case {
    std::string json;
    std::vector<LayoutEntry> layout;
  };
  for (const Case& c :
       std::vector<Case>{{R"("hugo")", {preset}},
                         {R"({"preset": "hugo"})", {preset}},
                         {R"({"preset": "hugo", "below": "web/site/"})", {below}},
                         {R"({"preset": "hugo", "below": "."})",
                          {{.preset = "hugo", .below = "", .patterns = {}}}},
                         {R"({"source": "a/{path}", "translation": "b/{lang}/{path}"})", {own}},
                         {R"([{"source": "a/{path}", "translation": "b/{lang}/{path}"}, "hugo"])",
                          {own, preset}}}) {
    EXPECT_EQ(parse_config("{\"layout\": " + c.json + "}", "x").layout, c.layout) << c.json;
  }
  Config config;
  config.layout = {own, preset, below};
  EXPECT_EQ(parse_config(write_layout(config), "x").layout, config.layout);
}

TEST(Config, ImpossibleMilestonePatternsAreErrors) {
  check_errors({
      {R"({"milestones": ["dev-{lang}", "dev-{version}"]})",
       "'milestones[1]' in 'x': milestone pattern 'dev-{version}' has no {lang}"},
      {R"({"milestones": ["{lang}-{n}"]})",
       "'milestones[0]' in 'x': milestone pattern '{lang}-{n}' has the unknown placeholder '{n}'"},
  });
}

TEST(Config, BaselinesAreNamedByDottedKeys) {
  for (const std::string key :
       {"pin", "l10n.sourceCommit", "a.b.c", "x-y", "made from", "\xED\x95\x9C"}) {
    EXPECT_EQ(error_of(R"({"baseline": {"front_matter": [")" + key + "\"]}}"), "no error") << key;
  }
  for (const std::string key : {".", ".a", "a.", "a..b", "a. b", " a", "a.b "}) {
    EXPECT_EQ(error_of(R"({"baseline": {"front_matter": ["a", ")" + key + "\"]}}"),
              "'baseline.front_matter[1]' in 'x' must be the name of a key such as "
              "'l10n.sourceCommit', not '" +
                  key + "'");
  }
}

TEST(Config, LanguagesMustBeCodes) {
  check_errors({
      {R"({"source_language": "English"})",
       "'source_language' in 'x' must be a language code such as 'ko' or 'pt-br', not 'English'"},
      {R"({"language_aliases": {"pt": "pt+BR"}})",
       "'language_aliases.pt' in 'x' must be a language code such as 'ko' or 'pt-br', not 'pt+BR'"},
      {R"({"language_aliases": {"PT": "pt-br"}})",
       "'language_aliases.PT' in 'x' has a name that is no language code"},
  });
}

TEST(Config, ErrorsStayOnOneLineWhateverThePlace) {
  EXPECT_EQ(error_of("[]", "main:.l10n-drift.json"),
            "'main:.l10n-drift.json' must be an object, not an array");
  EXPECT_EQ(error_of("[]", "a\n\x1B[31m"), "'a\\n\\033[31m' must be an object, not an array");
}

TEST(Config, DeepNestingIsAnOrdinaryError) {
  constexpr std::size_t kDepth = 1'000'000;
  const std::string open(kDepth, '[');
  EXPECT_EQ(error_of(open),
            "'x' is no valid JSON: unexpected end of text at line 1, column 1000001");
  EXPECT_EQ(error_of(open + std::string(kDepth, ']')), "'x' must be an object, not an array");
  std::string objects;
  for (std::size_t i = 0; i < kDepth; ++i) objects += "{\"a\":";
  EXPECT_EQ(error_of(objects + "1" + std::string(kDepth, '}')), "unknown key 'a' in 'x'");
}

TEST(ResolveAlias, GivesTheTargetOrTheCodeItself) {
  Config config;
  config.language_aliases = {{"pt", "pt-br"}, {"pt-br", "pt"}};
  EXPECT_EQ(resolve_alias(config, "pt"), "pt-br");
  EXPECT_EQ(resolve_alias(config, "pt-br"), "pt");
  EXPECT_EQ(resolve_alias(config, "ko"), "ko");
}

}  // namespace
}  // namespace l10n_drift
