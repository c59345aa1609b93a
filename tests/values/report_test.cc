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
  std::size_t Summary::*field;
};

const std::vector<NamedStatus>& all_statuses() {
  static const std::vector<NamedStatus> cases = {
      {Status::kInSync, "in_sync", false, &Summary::in_sync},
      {Status::kOutdated, "outdated", true, &Summary::outdated},
      {Status::kPartiallyUpdated, "partially_updated", true, &Summary::partially_updated},
      {Status::kRenamed, "renamed", true, &Summary::renamed},
      {Status::kDeleted, "deleted", true, &Summary::deleted},
      {Status::kUnpaired, "unpaired", false, &Summary::unpaired},
      {Status::kUnknown, "unknown", false, &Summary::unknown},
      {Status::kIgnored, "ignored", false, &Summary::ignored},
      {Status::kUntranslated, "untranslated", false, &Summary::untranslated},
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

TEST(Summarize, CountsEveryStatusInItsFieldAndTheTranslationsInTotal) {
  for (const NamedStatus& c : all_statuses()) {
    Summary expected;
    expected.*c.field = 2;
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
  EXPECT_EQ(summaries.at("de").in_sync, 1u);
  EXPECT_EQ(summaries.at("ja"), Summary{}) << "a language without files has an empty one";
  EXPECT_EQ(summaries.at("ko").deleted, 1u);
}

}  // namespace
}  // namespace l10n_drift
