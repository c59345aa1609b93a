#include "analysis/source_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SourceLogTest : public testing::Test {
 protected:
  SourceLogTest() {
    History history;
    history.commit("A", {}, {write_file("x", "1"), write_file("y", "1")});
    history.commit("B", {"A"}, {write_file("x", "2")});
    history.commit("C", {"B"}, {write_file("y", "2")});
    history.commit("D", {"C"}, {write_file("x", "3"), write_file("y", "3")});
    scratch_.import(history);
  }

  FileReport file(const std::string& source, Status status, const std::string& baseline) const {
    FileReport report;
    report.source = source;
    report.status = status;
    if (!baseline.empty()) {
      report.baseline = Baseline{scratch_.id(baseline).hex(), {}, {}, BaselineMethod::kHistory};
    }
    return report;
  }

  // The subjects of each file's commits, which are their names.
  std::vector<std::vector<std::string>> subjects(const std::vector<FileReport>& files) const {
    std::vector<std::vector<std::string>> lists;
    for (const SourceLog& log :
         find_source_logs(scratch_.objects(), scratch_.id("D"), {}, files, {.commits = true})) {
      lists.emplace_back();
      for (const SourceCommit& commit : log.commits) lists.back().push_back(commit.subject);
    }
    return lists;
  }

  ScratchRepository scratch_;
};

TEST_F(SourceLogTest, EachFileHasTheLogFromItsOwnBaseline) {
  EXPECT_THAT(subjects({file("x", Status::kOutdated, "C"), file("x", Status::kOutdated, "A"),
                        file("y", Status::kRenamed, "A"), file("y", Status::kDeleted, "C")}),
              ElementsAre(ElementsAre("D"), ElementsAre("D", "B"), ElementsAre("D", "C"),
                          ElementsAre("D")));
}

TEST_F(SourceLogTest, WhatDoesNotDriftOrHasNoBaselineHasNone) {
  EXPECT_THAT(subjects({file("x", Status::kInSync, "A"), file("x", Status::kIgnored, "A"),
                        file("x", Status::kUnknown, ""), file("x", Status::kOutdated, "")}),
              ElementsAre(IsEmpty(), IsEmpty(), IsEmpty(), IsEmpty()));
}

TEST_F(SourceLogTest, ACommitHasItsIdAndItsDate) {
  const Objects objects = scratch_.objects();
  const auto logs = find_source_logs(objects, scratch_.id("D"), {},
                                     {file("x", Status::kOutdated, "B")}, {.commits = true});
  ASSERT_EQ(logs[0].commits.size(), 1u);
  EXPECT_EQ(logs[0].commits[0], objects.describe(scratch_.id("D")));
}

// A branch that is merged after the baseline brings a commit along that is older than it.
//
//     A---C---M      A is of the 1st of January, B of the 2nd, C and M of the 9th
//      `-B---'
TEST(DaysBeforeDrift, AreThoseBeforeTheOldestCommitOfTheSource) {
  constexpr std::int64_t kDay = 86'400;             // Seconds.
  constexpr std::int64_t kNewYear = 1'577'836'800;  // 2020-01-01T00:00:00Z
  History history;
  history.commit_at(kNewYear, "A", {}, {write_file("x", "1"), write_file("y", "1")});
  history.commit_at(kNewYear + kDay, "B", {"A"}, {write_file("x", "2")});
  history.commit_at(kNewYear + 8 * kDay, "C", {"A"}, {write_file("y", "2")});
  history.commit_at(kNewYear + 8 * kDay, "M", {"C", "B"}, {write_file("x", "2")});
  const ScratchRepository scratch(history);
  std::vector<FileReport> files;
  for (const char* const source : {"x", "y", "z"}) {
    FileReport file;
    file.source = source;
    file.status = Status::kOutdated;
    file.baseline = Baseline{scratch.id(source[0] == 'y' ? "A" : "C").hex(), {}, {}, {}};
    files.push_back(file);
  }
  const auto logs =
      find_source_logs(scratch.objects(), scratch.id("M"), {}, files, {.day_before_drift = true});
  EXPECT_EQ(logs[0].day_before_drift, "2020-01-01");
  EXPECT_EQ(logs[1].day_before_drift, "2020-01-08");
  EXPECT_EQ(logs[2].day_before_drift, std::nullopt);
  EXPECT_THAT(logs[0].commits, IsEmpty());
}

}  // namespace
}  // namespace l10n_drift
