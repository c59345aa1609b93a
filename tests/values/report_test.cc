#include "l10n_drift/report.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace l10n_drift {
namespace {

struct NamedStatus {
  Status status;
  std::string word;
  bool drift;
};

const std::vector<NamedStatus>& all_statuses() {
  static const std::vector<NamedStatus> cases = {
      {Status::kInSync, "in_sync", false},
      {Status::kOutdated, "outdated", true},
      {Status::kPartiallyUpdated, "partially_updated", true},
      {Status::kRenamed, "renamed", true},
      {Status::kDeleted, "deleted", true},
      {Status::kUnpaired, "unpaired", false},
      {Status::kUnknown, "unknown", false},
      {Status::kIgnored, "ignored", false},
      {Status::kUntranslated, "untranslated", false},
  };
  return cases;
}

FileReport file_of(const std::string& language, Status status) {
  FileReport file;
  file.language = language;
  file.status = status;
  return file;
}

TEST(Report, EveryStatusHasItsWord) {
  for (const NamedStatus& c : all_statuses()) EXPECT_EQ(to_string(c.status), c.word);
}

TEST(Report, EveryMethodHasItsWord) {
  EXPECT_STREQ(to_string(BaselineMethod::kHistory), "history");
  EXPECT_STREQ(to_string(BaselineMethod::kSince), "since");
  EXPECT_STREQ(to_string(BaselineMethod::kContent), "content");
  EXPECT_STREQ(to_string(BaselineMethod::kFirstVersion), "first_version");
}

TEST(Report, DriftIsWhatAsksSomebodyToDoSomething) {
  for (const NamedStatus& c : all_statuses()) EXPECT_EQ(is_drift(c.status), c.drift) << c.word;
}

TEST(Summarize, CountsEachStatusByItselfAndTheTranslationsInTotal) {
  for (const NamedStatus& c : all_statuses()) {
    Summary expected;
    expected[c.status] = 2;
    expected.translations = c.status == Status::kUntranslated ? 0 : 2;
    const auto summaries = summarize({"ko"}, {file_of("ko", c.status), file_of("ko", c.status)});
    EXPECT_EQ(summaries.at("ko"), expected) << c.word;
  }
}

TEST(Summarize, AddsTheLinesOfOutdatedFilesAlone) {
  FileReport text = file_of("ko", Status::kOutdated);
  text.counts = LineCounts{.insertions = 3, .deletions = 1};
  FileReport binary = file_of("ko", Status::kOutdated);
  binary.binary = BinarySizes{.baseline = 10, .base = 20};
  FileReport partial = file_of("ko", Status::kPartiallyUpdated);
  partial.counts = LineCounts{.insertions = 100, .deletions = 100};
  const Summary summary = summarize({"ko"}, {text, text, binary, partial}).at("ko");
  EXPECT_EQ(summary.insertions, 6u);
  EXPECT_EQ(summary.deletions, 2u);
}

TEST(Summarize, KeepsLanguagesApart) {
  const auto summaries = summarize({"de", "ja", "ko"},
                                   {file_of("de", Status::kInSync), file_of("ko", Status::kDeleted),
                                    file_of("fr", Status::kInSync)});
  EXPECT_EQ(summaries.size(), 3u) << "a language that was not asked for has no summary";
  EXPECT_EQ(summaries.at("de")[Status::kInSync], 1u);
  EXPECT_EQ(summaries.at("ja"), Summary{}) << "a language without files has an empty one";
  EXPECT_EQ(summaries.at("ko")[Status::kDeleted], 1u);
}

}  // namespace
}  // namespace l10n_drift
