#include "markdown/commit_record.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "l10n_drift/error.h"
#include "support/error_text.h"

namespace l10n_drift {
namespace {

using Keys = std::vector<std::string>;

const Keys kBoth = {"default_lang_commit", "l10n.sourceCommit"};
constexpr char kFirst[] = "default_lang_commit";
constexpr char kNested[] = "l10n.sourceCommit";
const std::string kFull = "0123456789abcdef0123456789abcdef01234567";

// "KEY LINE VALUE", then " | ERROR" if there is one; "none".
std::string show_record(const std::string& page, const Keys& keys = kBoth) {
  const std::optional<CommitRecord> record = read_commit_record(page, keys);
  if (!record) return "none";
  std::string text = record->key + " " + std::to_string(record->line) + " " + record->value;
  if (!record->error.empty()) text += " | " + record->error;
  return text;
}

struct RecordCase {
  std::string page;
  std::string expected;
};

void check_records(const std::vector<RecordCase>& cases) {
  for (const RecordCase& c : cases) EXPECT_EQ(show_record(c.page), c.expected) << c.page;
}

const std::string kFirstAt2 = std::string(kFirst) + " 2 ";
const std::string kNestedAt3 = std::string(kNested) + " 3 ";

std::string no_commit(const std::string& what, const std::string& key) {
  return "has " + what + " at '" + key + "', where a commit of 7 to 64 hexadecimal digits belongs";
}

TEST(CommitRecord, StandsInYaml) {
  check_records({
      {"---\ndefault_lang_commit: abc1234\n---\n", kFirstAt2 + "abc1234"},
      {"---\ndefault_lang_commit: " + kFull + " # patched\ntitle: x\n---\ntext\n",
       kFirstAt2 + kFull},
      {"\xEF\xBB\xBF---\r\ndefault_lang_commit: 'abc1234'\r\n---\r\n", kFirstAt2 + "abc1234"},
      {"---\ntitle: \xEA\xB0\x80\n\"default_lang_commit\": \" ABC1234 \"\n---\n",
       std::string(kFirst) + " 3 ABC1234"},
      // Whatever YAML takes it for.
      {"---\ndefault_lang_commit: 1234567\n---\n", kFirstAt2 + "1234567"},
      {"---\ndefault_lang_commit: 1e10567\n---\n", kFirstAt2 + "1e10567"},
      {"---\ndefault_lang_commit: 0012345\n---\n", kFirstAt2 + "0012345"},
      {"---\ndefault_lang_commit: !!str abc1234\n---\n", kFirstAt2 + "abc1234"},
      {"---\nx: &c abc1234\ndefault_lang_commit: *c\n---\n", std::string(kFirst) + " 3 abc1234"},
      {"---\ndefault_lang_commit: |\n  abc1234\n---\n", kFirstAt2 + "abc1234"},
      {"---\n{title: x, default_lang_commit: abc1234}\n---\n", kFirstAt2 + "abc1234"},
      {"---\nl10n:\n  sourceCommit: abc1234\n---\n", kNestedAt3 + "abc1234"},
      {"---\nl10n: {sourceCommit: abc1234}\n---\n", std::string(kNested) + " 2 abc1234"},
      {"---\nl10n.sourceCommit: abc1234\n---\n", std::string(kNested) + " 2 abc1234"},
      // The order of the keys counts, not that of the page.
      {"---\nl10n.sourceCommit: abc1234\ndefault_lang_commit: def1234\n---\n",
       std::string(kFirst) + " 3 def1234"},
  });
}

TEST(CommitRecord, StandsInToml) {
  check_records({
      {"+++\ndefault_lang_commit = \"abc1234\"\n+++\n", kFirstAt2 + "abc1234"},
      {"+++\r\ndefault_lang_commit = 'abc1234' # x\r\n+++\r\n", kFirstAt2 + "abc1234"},
      {"+++\n[l10n]\nsourceCommit = \"abc1234\"\n+++\n", kNestedAt3 + "abc1234"},
      {"+++\n\nl10n.sourceCommit = \"abc1234\"\n+++\n", kNestedAt3 + "abc1234"},
      {"+++\n\"l10n.sourceCommit\" = \"abc1234\"\n+++\n", std::string(kNested) + " 2 abc1234"},
      {"+++\nl10n = {sourceCommit = \"abc1234\"}\n+++\n", std::string(kNested) + " 2 abc1234"},
  });
}

TEST(CommitRecord, IsNotThereInOtherPages) {
  check_records({
      {"", "none"},
      {"default_lang_commit: abc1234\n", "none"},
      {"---\ntitle: x\n---\ndefault_lang_commit: abc1234\n", "none"},
      {"---\ndefault_lang_commit: abc1234\n", "none"},
      {"---\n# default_lang_commit: abc1234\n---\n", "none"},
      {"---\nother: {default_lang_commit: abc1234}\nsourceCommit: abc1234\n---\n", "none"},
      {"---\nDefault_Lang_Commit: abc1234\n---\n", "none"},
      {"---\nl10n: sourceCommit\n---\n", "none"},
      {"+++\n[x]\ndefault_lang_commit = \"abc1234\"\n+++\n", "none"},
      // Nobody reads what has no such name in it.
      {"---\ntitle: [\n---\n", "none"},
      {"---\ntitle: x\n---\n<!-- commit abc1234 -->\n", "none"},
  });
  EXPECT_EQ(show_record("---\ndefault_lang_commit: abc1234\n---\n", {}), "none");
  EXPECT_EQ(show_record("---\n\"\": abc1234\n---\n", {""}), "none");
}

TEST(CommitRecord, SaysWhyItCannotBeUsed) {
  check_records({
      {"---\ndefault_lang_commit: abc123\n---\n",
       kFirstAt2 + "abc123 | " + no_commit("'abc123'", kFirst)},
      {"---\ndefault_lang_commit: v1.29.0\n---\n",
       kFirstAt2 + "v1.29.0 | " + no_commit("'v1.29.0'", kFirst)},
      {"---\ndefault_lang_commit: " + kFull + kFull + "\n---\n",
       kFirstAt2 + kFull + kFull + " | " + no_commit("'" + kFull + kFull + "'", kFirst)},
      {"---\ndefault_lang_commit:\n---\n", kFirstAt2 + " | " + no_commit("nothing", kFirst)},
      {"---\ndefault_lang_commit: ''\n---\n", kFirstAt2 + " | " + no_commit("''", kFirst)},
      {"---\ndefault_lang_commit: [abc1234]\n---\n",
       kFirstAt2 + " | " + no_commit("a list", kFirst)},
      {"---\nl10n:\n  sourceCommit: {a: b}\n---\n",
       kNestedAt3 + " | " + no_commit("a map", kNested)},
      {"---\ndefault_lang_commit: abc1234\nx: y\ndefault_lang_commit: abc1234\n---\n",
       kFirstAt2 + "abc1234 | has 'default_lang_commit' in line 2 and again in line 4"},
      {"---\nl10n.sourceCommit: abc1234\nl10n:\n  sourceCommit: def1234\n---\n",
       std::string(kNested) + " 2 abc1234 | has 'l10n.sourceCommit' in line 2 and again in line 4"},
      {"+++\ndefault_lang_commit = 1234567\n+++\n",
       kFirstAt2 + " | " + no_commit("something that is no string", kFirst)},
      {"+++\n[default_lang_commit]\n+++\n", kFirstAt2 + " | " + no_commit("a table", kFirst)},
  });
}

TEST(CommitRecord, SaysWhereAFrontMatterCannotBeRead) {
  const std::string yaml = show_record("---\ntitle: [\ndefault_lang_commit: abc1234\n---\n");
  EXPECT_EQ(yaml.find("default_lang_commit 3  | is no valid YAML: line "), 0u) << yaml;
  const std::string toml = show_record("+++\ntitle = \ndefault_lang_commit = \"abc1234\"\n+++\n");
  EXPECT_EQ(toml.find("default_lang_commit 3  | is no valid TOML: line 2: "), 0u) << toml;
  EXPECT_EQ(show_record("+++\n[[[default_lang_commit]]]\n+++\n"),
            "default_lang_commit 2  | is no valid TOML");
  const std::string twice = show_record(
      "+++\ndefault_lang_commit = \"abc1234\"\ndefault_lang_commit = \"abc1234\"\n+++\n");
  EXPECT_EQ(twice.find("default_lang_commit 2  | is no valid TOML: line 3: "), 0u) << twice;
}

TEST(CommitRecord, IsNoWayToKeepTheProgramBusy) {
  const std::string head = "---\ndefault_lang_commit: abc1234\n";
  const auto repeat = [](const std::string& text, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += text;
    return result;
  };
  EXPECT_EQ(show_record(head + "x: " + std::string(std::size_t{1} << 20, 'x') + "\n---\n"),
            "default_lang_commit 2  | is longer than 128 KiB, and was not read");
  for (const std::string part : {"[", "{a: ", "- ", "? ", "&a ", "!a ", "a:\n ", "\"", "x: *y\n"}) {
    show_record(head + "x: " + repeat(part, 100000 / part.size()) + "\n---\n");
    show_record(head + repeat(part, 100000 / part.size()) + "\n---\n");
  }
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + repeat(before + ", ", 9) +
            before + "]\n";
  }
  EXPECT_EQ(show_record(head + bomb + "---\n"), kFirstAt2 + "abc1234");
  EXPECT_EQ(show_record("---\nl10n: &a\n  l10n: *a\n  sourceCommit: abc1234\n---\n"),
            std::string(kNested) + " 4 abc1234");
  for (const std::string part : {"[", "{a=", "[[a]]\n", "a.", "\"\"\"", "[a.b]\n"}) {
    show_record("+++\ndefault_lang_commit = \"abc1234\"\nx = " + repeat(part, 50000 / part.size()) +
                "\n+++\n");
  }
}

TEST(CommitRecord, StandsInACommentOfAPageWithoutFrontMatter) {
  EXPECT_EQ(show_record("<!-- Translated from commit abc1234 -->\n# x\n"), " 1 abc1234");
  EXPECT_EQ(show_record("# x\n\nSee commit abc1234.\n"), "none");
}

std::string error_of_writing(const std::string& page, const Keys& keys, const std::string& commit) {
  try {
    return "no error: " + with_commit_record(page, keys, commit);
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(WithCommitRecord, ReplacesTheValue) {
  struct Case {
    std::string before;
    std::string after;
  };
  for (const Case& c : std::vector<Case>{
           {"---\ndefault_lang_commit: abc1234\n---\n", "---\ndefault_lang_commit: NEW\n---\n"},
           {"\xEF\xBB\xBF---\r\ntitle: x\r\ndefault_lang_commit:   abc1234   # patched\r\n---\r\ny",
            "\xEF\xBB\xBF---\r\ntitle: x\r\ndefault_lang_commit:   NEW   # patched\r\n---\r\ny"},
           {"---\ndefault_lang_commit: \"abc1234\"\n---\n",
            "---\ndefault_lang_commit: \"NEW\"\n---\n"},
           {"---\ndefault_lang_commit: 'abc'#x\n---", "---\ndefault_lang_commit: 'NEW'#x\n---"},
           {"---\ndefault_lang_commit: ''\n---\n", "---\ndefault_lang_commit: 'NEW'\n---\n"},
           {"---\ndefault_lang_commit: some day\n---\n", "---\ndefault_lang_commit: NEW\n---\n"},
           {"---\ndefault_lang_commit:\n---\n", "---\ndefault_lang_commit: NEW\n---\n"},
           {"---\ndefault_lang_commit: # soon\n---\n",
            "---\ndefault_lang_commit: NEW # soon\n---\n"},
           {"---\r\ndefault_lang_commit:\r\nx: y\r\n---\r\n",
            "---\r\ndefault_lang_commit: NEW\r\nx: y\r\n---\r\n"},
           {"---\ndefault_lang_commit: ~\n---\n", "---\ndefault_lang_commit: NEW\n---\n"},
           {"---\ndefault_lang_commit: null # x\n---\n",
            "---\ndefault_lang_commit: NEW # x\n---\n"},
           {"---\nl10n:\n    sourceCommit: abc1234\n---\n",
            "---\nl10n:\n    sourceCommit: NEW\n---\n"},
           {"---\nl10n: {x: y, sourceCommit: abc1234}\n---\n",
            "---\nl10n: {x: y, sourceCommit: NEW}\n---\n"},
           {"---\nl10n.sourceCommit: abc1234\n---\n", "---\nl10n.sourceCommit: NEW\n---\n"},
           {"---\ntitle: \xEA\xB0\x80\nl10n: {\xEA\xB0\x80: \xEA\xB0\x80, sourceCommit: "
            "abc1234}\n---\n",
            "---\ntitle: \xEA\xB0\x80\nl10n: {\xEA\xB0\x80: \xEA\xB0\x80, sourceCommit: "
            "NEW}\n---\n"},
           {"+++\ndefault_lang_commit = 'abc1234' # x\n+++\n",
            "+++\ndefault_lang_commit = 'NEW' # x\n+++\n"},
           {"+++\nx = \"\"\"\xC3\xA9\n\xC3\xA9\"\"\" # \xC3\xA9\ndefault_lang_commit = "
            "\"\xC3\xA9\"\n+++\n",
            "+++\nx = \"\"\"\xC3\xA9\n\xC3\xA9\"\"\" # \xC3\xA9\ndefault_lang_commit = "
            "\"NEW\"\n+++\n"},
           {"+++\r\nx = \"\xEA\xB0\x80\"\r\nl10n = { x = \"\xEA\xB0\x80\", sourceCommit = "
            "\"abc1234\" }\r\n+++\r\n",
            "+++\r\nx = \"\xEA\xB0\x80\"\r\nl10n = { x = \"\xEA\xB0\x80\", sourceCommit = \"NEW\" "
            "}\r\n+++\r\n"},
       }) {
    std::string after = c.after;
    after.replace(after.find("NEW"), 3, kFull);
    EXPECT_EQ(with_commit_record(c.before, kBoth, kFull), after);
    EXPECT_EQ(with_commit_record(after, kBoth, kFull), after);
  }
}

TEST(WithCommitRecord, AddsTheFirstKey) {
  struct Case {
    std::string key;
    std::string before;
    std::string after;
  };
  for (const Case& c : std::vector<Case>{
           {kFirst, "---\ntitle: x\n---\ntext",
            "---\ntitle: x\ndefault_lang_commit: NEW\n---\ntext"},
           {kFirst, "---\r\ntitle: |\r\n  x\r\n---",
            "---\r\ntitle: |\r\n  x\r\ndefault_lang_commit: NEW\r\n---"},
           {kFirst, "---\n---\n", "---\ndefault_lang_commit: NEW\n---\n"},
           {kFirst, "", "---\ndefault_lang_commit: NEW\n---\n"},
           {kFirst, "# x\r\n\r\ny", "---\r\ndefault_lang_commit: NEW\r\n---\r\n# x\r\n\r\ny"},
           {kFirst, "\xEF\xBB\xBFx", "\xEF\xBB\xBF---\ndefault_lang_commit: NEW\n---\nx"},
           {kFirst, "{{< x >}}\n", "---\ndefault_lang_commit: NEW\n---\n{{< x >}}\n"},
           {kNested, "x", "---\nl10n:\n  sourceCommit: NEW\n---\nx"},
           {kNested, "---\na: b\n---\n", "---\na: b\nl10n:\n  sourceCommit: NEW\n---\n"},
           {kNested, "---\nl10n: # ours\n    a: b\nc: d\n---\n",
            "---\nl10n: # ours\n    sourceCommit: NEW\n    a: b\nc: d\n---\n"},
           {kNested, "---\nl10n:\nc: d\n---\n", "---\nl10n:\n  sourceCommit: NEW\nc: d\n---\n"},
           {"a.b.c", "---\na:\n  b:\n    d: e\n---\n",
            "---\na:\n  b:\n    c: NEW\n    d: e\n---\n"},
           {"a.b.c", "---\na:\n  d: e\n---\n", "---\na:\n  b:\n    c: NEW\n  d: e\n---\n"},
           {"source commit", "---\na: b\n---\n", "---\na: b\n\"source commit\": NEW\n---\n"},
           {kFirst, "+++\na = 1\n+++\n", "+++\na = 1\ndefault_lang_commit = \"NEW\"\n+++\n"},
           {kFirst, "+++\na = 1\n[b]\nc = 2\n+++\n",
            "+++\ndefault_lang_commit = \"NEW\"\na = 1\n[b]\nc = 2\n+++\n"},
           {kNested, "+++\na = 1\n[b]\nc = 2\n+++\n",
            "+++\na = 1\n[b]\nc = 2\n[l10n]\nsourceCommit = \"NEW\"\n+++\n"},
           {kNested, "+++\r\n [l10n] # x\r\nc = 2\r\n+++\r\n",
            "+++\r\n [l10n] # x\r\nsourceCommit = \"NEW\"\r\nc = 2\r\n+++\r\n"},
       }) {
    std::string after = c.after;
    after.replace(after.find("NEW"), 3, kFull);
    EXPECT_EQ(with_commit_record(c.before, {c.key}, kFull), after);
    EXPECT_EQ(with_commit_record(after, {c.key}, kFull), after);
  }
}

TEST(WithCommitRecord, QuotesWhatOthersTakeForANumber) {
  EXPECT_EQ(with_commit_record("---\na: b\n---\n", {kFirst}, "12345678"),
            "---\na: b\ndefault_lang_commit: \"12345678\"\n---\n");
  EXPECT_EQ(with_commit_record("---\ndefault_lang_commit: abc1234\n---\n", {kFirst}, "12e45678"),
            "---\ndefault_lang_commit: \"12e45678\"\n---\n");
}

TEST(WithCommitRecord, RefusesWhatItCouldSpoil) {
  struct Case {
    std::string page;
    std::string expected;
  };
  const std::string no = "cannot write the commit into the page: ";
  const std::string no_value = no + "the front matter has no plain value at 'l10n.sourceCommit'";
  const std::string no_place = no + "the front matter has no plain place for 'l10n.sourceCommit'";
  for (const Case& c : std::vector<Case>{
           {"---\nl10n.sourceCommit: &a abc1234\nb: *a\n---\n", no_value},
           {"---\nb: &a abc1234\nl10n.sourceCommit: *a\n---\n", no_value},
           {"---\nl10n.sourceCommit: !!str abc1234\n---\n", no_value},
           {"---\nl10n.sourceCommit: |\n  abc1234\n---\n", no_value},
           {"---\nl10n.sourceCommit: [abc1234]\n---\n", no_value},
           {"---\nl10n.sourceCommit: abc\n  def\n---\n", no_value},
           {"---\nl10n: x\n---\n", no_value},
           {"---\nl10n: {a: b}\n---\n", no_value},
           {"---\nl10n: [a]\n---\n", no_value},
           {"---\nx: &x {a: b}\nl10n: *x\n---\n", no_value},
           {"+++\nl10n.sourceCommit = \"\"\"abc1234\"\"\"\n+++\n", no_value},
           {"+++\nl10n.sourceCommit = 1234567\n+++\n", no_value},
           {"---\nl10n.sourceCommit: abc1234\nl10n.sourceCommit: abc1234\n---\n",
            no + "the front matter has 'l10n.sourceCommit' in line 2 and again in line 3"},
           {"---\nl10n: ~\n---\n", no + "the front matter is no valid YAML"},
           {"---\na: [\n---\n", no + "the front matter is no valid YAML"},
           {"---\n{a: b}\n---\n", no_place},
           {"---\n- a\n---\n", no_place},
           {"---\n  a: b\n---\n", no_place},
           {"+++\na = \n+++\n", no + "the front matter is no valid TOML"},
           {"+++\nl10n.x = 1\n+++\n", no + "the front matter is no valid TOML"},
           {"---\na: b\n...\n---\n", no + "the front matter "},
           {"{\"title\": \"x\"}\ntext\n", no + "it seems to begin with front matter in JSON"},
           {"<!-- commit abc1234 -->\n", no + "it names one in a comment, in line 1"},
       }) {
    const std::string error = error_of_writing(c.page, {kNested}, kFull);
    EXPECT_EQ(error.substr(0, c.expected.size()), c.expected) << c.page << error;
  }
  EXPECT_EQ(error_of_writing("", {}, kFull), "no key of the front matter is there for a commit");
  EXPECT_EQ(error_of_writing("", {kFirst}, "main"),
            "'main' is no commit of 7 to 64 hexadecimal digits");
}

// The program of the site may take it for front matter, and a second one above it would spoil it.
TEST(WithCommitRecord, RefusesWhatMayBeFrontMatter) {
  for (const char* const page :
       {"---\nnever ends\n", "\n---\ntitle: x\n---\ny\n", "---\ntitle: x\n...\ny\n",
        "---\rtitle: x\r---\ry\r", "\n+++\na = 1\n+++\n"}) {
    EXPECT_EQ(error_text([&] {
                with_commit_record(page, {"default_lang_commit"},
                                   "6a7f1c0a4b1e6b0c5d2f8e9a7b3c4d5e6f708192");
              }),
              "cannot write the commit into the page: it seems to begin with front matter that "
              "cannot be read | write it yourself into the front matter: default_lang_commit: "
              "6a7f1c0a4b1e6b0c5d2f8e9a7b3c4d5e6f708192")
        << page;
  }
}

}  // namespace
}  // namespace l10n_drift
