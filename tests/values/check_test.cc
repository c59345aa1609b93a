#include "l10n_drift/check.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace l10n_drift {
namespace {

TEST(Check, HasAWordForEachKind) {
  EXPECT_STREQ(to_string(FindingKind::kLeftBehind), "left_behind");
  EXPECT_STREQ(to_string(FindingKind::kNever), "never");
  std::set<std::string> words;
  for (const FindingKind kind : kFindingKinds) words.insert(to_string(kind));
  EXPECT_EQ(words.size(), std::size(kFindingKinds));
  EXPECT_STREQ(to_string(Level::kError), "error");
  EXPECT_STREQ(to_string(Level::kWarning), "warning");
  EXPECT_STREQ(to_string(Level::kNote), "note");
  EXPECT_STREQ(to_string(Side::kBase), "base");
  EXPECT_STREQ(to_string(Side::kBranch), "branch");
  EXPECT_STREQ(to_string(NoticeKind::kChangedOnBothSides), "changed_on_both_sides");
  EXPECT_STREQ(to_string(NoticeKind::kSourceChanged), "source_changed");
  EXPECT_STREQ(to_string(NoticeKind::kSourceRenamed), "source_renamed");
  EXPECT_STREQ(to_string(NoticeKind::kSourceDeleted), "source_deleted");
}

TEST(Check, CountsWhatFails) {
  CheckReport report;
  EXPECT_EQ(count_failures(report), 0u);
  report.findings.resize(3);
  EXPECT_EQ(count_failures(report), 0u);
  report.findings[0].fails = true;
  report.findings[2].fails = true;
  EXPECT_EQ(count_failures(report), 2u);
  report.findings[1].level = Level::kNote;
  EXPECT_EQ(count_findings(report, Level::kNote), 1u);
  EXPECT_EQ(count_findings(report, Level::kWarning), 2u);
}

}  // namespace
}  // namespace l10n_drift
