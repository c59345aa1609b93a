#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "l10n_drift/render.h"
#include "render/golden.h"
#include "render/sample_report.h"

namespace l10n_drift {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string json_of(const FileReport& file) { return render_json(make_report({file})); }

TEST(Json, GoldenWithCommits) { expect_golden("report.json", render_json(sample_report())); }

TEST(Json, GoldenSince) { expect_golden("report-since.json", render_json(sample_report_since())); }

TEST(Json, CountsAreZeroOnlyWhereAllIsInSync) {
  struct Case {
    Status status;
    const char* expected;
  };
  const char* const zero = "\"insertions\": 0,\n      \"deletions\": 0,";
  const char* const null = "\"insertions\": null,\n      \"deletions\": null,";
  const Case cases[] = {
      {Status::kInSync, zero},  {Status::kPartiallyUpdated, null}, {Status::kRenamed, null},
      {Status::kDeleted, null}, {Status::kUnpaired, null},         {Status::kUnknown, null},
      {Status::kIgnored, null}, {Status::kUntranslated, null},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(json_of(sample_file("a.md", c.status)), HasSubstr(c.expected))
        << to_string(c.status);
  }
}

TEST(Json, OpenChangesAreCountedWhereSomebodyCanTell) {
  struct Case {
    Status status;
    const char* expected;
  };
  const Case cases[] = {
      {Status::kOutdated, "1"},   {Status::kPartiallyUpdated, "1"}, {Status::kInSync, "null"},
      {Status::kRenamed, "null"}, {Status::kDeleted, "null"},       {Status::kUnpaired, "null"},
      {Status::kUnknown, "null"}, {Status::kIgnored, "null"},       {Status::kUntranslated, "null"},
  };
  for (const Case& c : cases) {
    FileReport file = sample_file("a.md", c.status);
    const StaleBlock block = open_block(BlockKind::kCode, "", StaleChange::kAdded, {{1, 2}});
    file.stale = {block, newer(block)};
    EXPECT_THAT(json_of(file), HasSubstr("\"open_changes\": null,")) << "nobody has looked";
    file.alignment = Alignment::kWeak;
    EXPECT_THAT(json_of(file), HasSubstr("\"open_changes\": null,")) << "nobody can tell";
    file.alignment = Alignment::kGood;
    EXPECT_THAT(json_of(file), HasSubstr(std::string("\"open_changes\": ") + c.expected + ','))
        << to_string(c.status);
  }
}

TEST(Json, AStaleBlockSaysWhereItStands) {
  FileReport file = sample_file("a.md", Status::kPartiallyUpdated);
  file.severity = Severity::kMinor;
  file.alignment = Alignment::kGood;
  file.stale = {
      minor(open_block(BlockKind::kListItem, "caf\xE9", StaleChange::kNeverTranslated, {{3, 4}}))};
  EXPECT_THAT(json_of(file), HasSubstr(R"(      "severity": "minor",
      "alignment": "good",
      "open_changes": 1,
      "stale": [
        {
          "kind": "list_item",
          "heading": "caf�",
          "source_lines": [
            3,
            4
          ],
          "translation_lines": null,
          "change": "never_translated",
          "severity": "minor",
          "before_last_touch": true
        }
      ],
)"));
}

TEST(Json, BytesAreGivenOnlyWhereTextIsNotUtf8) {
  EXPECT_THAT(json_of(sample_file("\xED\x95\x9C", Status::kInSync)), Not(HasSubstr("_bytes")));
  FileReport file = sample_file("a.md", Status::kRenamed);
  file.renamed_to = "caf\xE9";
  file.renamed_from = "\xFF";
  const std::string json = json_of(file);
  EXPECT_THAT(json, HasSubstr("\"renamed_to\": \"caf\uFFFD\",\n      "
                              "\"renamed_to_bytes\": \"Y2Fm6Q==\","));
  EXPECT_THAT(json, HasSubstr("\"renamed_from_bytes\": \"/w==\","));
  EXPECT_THAT(json, Not(HasSubstr("source_bytes")));
}

TEST(Json, CommitsAreListedOnlyWhereAskedFor) {
  FileReport file = sample_file("a.md", Status::kOutdated);
  Report report = make_report({file});
  EXPECT_THAT(render_json(report), Not(HasSubstr("\"commits\"")));
  report.with_commits = true;
  const std::string none = render_json(report);
  EXPECT_THAT(none, HasSubstr("\"commits\": []"));
  EXPECT_THAT(none, HasSubstr("\"behind_since\": null"));
}

TEST(Json, NamesThatAreNotUtf8AreReplaced) {
  Report report = make_report({});
  report.base.ref = "\xFF";
  report.branch.ref = "\xFE";
  report.since = Revision{"\xFD", repeated_id('c')};
  const std::string json = render_json(report);
  for (const char* name : {"base", "branch", "since"}) {
    EXPECT_THAT(json, HasSubstr('"' + std::string(name) + "\": {\n    \"ref\": \"\uFFFD\","));
  }
}

}  // namespace
}  // namespace l10n_drift
