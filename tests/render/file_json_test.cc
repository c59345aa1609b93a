#include "render/file_json.h"

#include <gtest/gtest.h>

#include "render/sample_report.h"

namespace l10n_drift {
namespace {

TEST(JsonValues, WhatIsMissingIsNull) {
  EXPECT_EQ(value_or_null(std::optional<int>{}).dump(), "null");
  EXPECT_EQ(value_or_null(std::optional<int>{0}).dump(), "0");
  EXPECT_EQ(value_or_null(std::optional<bool>{false}).dump(), "false");
  EXPECT_EQ(value_or_null(std::optional{Severity::kMinor}).dump(), "\"minor\"");
  EXPECT_EQ(text_or_null({}).dump(), "null");
  EXPECT_EQ(text_or_null("").dump(), "\"\"");
}

TEST(JsonValues, BytesThatAreNotUtf8StandBesideTheReadableForm) {
  Json object = Json::object();
  set_path(object, "a", "caf\xE9");
  set_path(object, "b", "caf\xC3\xA9");
  set_path(object, "c", {});
  EXPECT_EQ(
      object.dump(),
      "{\"a\":\"caf\xEF\xBF\xBD\",\"a_bytes\":\"Y2Fm6Q==\",\"b\":\"caf\xC3\xA9\",\"c\":null}");
}

TEST(FileJson, EveryKeyIsThereWhateverIsKnown) {
  FileReport file;
  file.status = Status::kUnknown;
  std::string keys;
  const Json object = file_json(file, {});
  for (const auto& [key, value] : object.items()) keys += key + ' ';
  EXPECT_EQ(
      keys,
      "language source translation status reason insertions deletions binary sizes verbatim "
      "severity alignment open_changes stale draft renamed_to renamed_from similarity text_now_in "
      "baseline recorded behind_since last_touch ");
}

TEST(FileJson, IsBehindSinceTheOldestCommitIfTheCommitsAreAskedFor) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.commits = {{repeated_id('2'), "2021-02-03T10:00:00Z", "newer"},
                  {repeated_id('1'), "2020-01-01T10:00:00Z", "older \xFF"}};
  const Json with = file_json(file, {.commits = true});
  EXPECT_EQ(with["behind_since"]["commit"], repeated_id('1'));
  EXPECT_EQ(with["commits"].size(), 2u);
  EXPECT_EQ(with["commits"][1]["subject"], "older \xEF\xBF\xBD");
  const Json without = file_json(file, {});
  EXPECT_TRUE(without["behind_since"].is_null());
  EXPECT_FALSE(without.contains("commits"));
  file.commits.clear();
  EXPECT_TRUE(file_json(file, {.commits = true})["behind_since"].is_null());
}

TEST(FileJson, ABlockHasBothPlacesOrNull) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.stale = {open_block(BlockKind::kCode, "A", StaleChange::kRemoved, {}, {{3, 4}})};
  const Json block = file_json(file, {})["stale"][0];
  EXPECT_EQ(block.dump(),
            R"({"kind":"code","heading":"A","source_lines":null,"translation_lines":[3,4],)"
            R"("change":"removed","severity":"substantive","before_last_touch":true})");
}

TEST(FileJson, ABlockHasItsTextsIfTheyAreAskedFor) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  file.stale = {open_block(BlockKind::kCode, "A", StaleChange::kRemoved, {}, {{3, 4}})};
  file.stale[0].texts.before = "```\na\xE9\n```";
  const Json block = file_json(file, {.texts = true})["stale"][0];
  EXPECT_EQ(block["old_text"], "```\na\uFFFD\n```");
  EXPECT_TRUE(block["new_text"].is_null());
  EXPECT_TRUE(block["translation_text"].is_null());
  EXPECT_FALSE(file_json(file, {})["stale"][0].contains("old_text"));
}

// None of it changes a value.
TEST(JsonValues, WhatAReaderWouldNotSeeIsAnEscape) {
  const std::string text = "\u202Ea\x7F\u0085\u200Bb\u061C\uFEFF\t\n##[x] #[ \uD55C\u200D";
  const Json root = {{"a", text}, {"b", {1}}};
  const std::string written = json_text(root);
  EXPECT_EQ(Json::parse(written), root);
  EXPECT_EQ(written,
            "{\n  \"a\": \"\\u202ea\\u007f\\u0085\\u200bb\\u061c\\ufeff\\t\\n##\\u005bx] #[ "
            "\uD55C\u200D\",\n  \"b\": [\n    1\n  ]\n}\n");
}

}  // namespace
}  // namespace l10n_drift
