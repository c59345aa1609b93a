#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "l10n_drift/drift.h"
#include "support/error_text.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

//     A---B---C    main: B changes the source x, C deletes y
//      `--K        ko: a page of its own
class AnalyzeTest : public testing::Test {
 protected:
  AnalyzeTest() {
    History history;
    history.commit(
        "A", {},
        {write_file("content/en/x.md", "One.\n"), write_file("content/en/y.md", "Y.\n"),
         write_file("content/en/new.md", "New.\n"), write_symlink("content/en/link.md", "x.md"),
         write_file("content/ko/x.md", "Eins.\n"), write_file("content/ko/y.md", "Yps.\n")});
    history.commit("B", {"A"}, {write_file("content/en/x.md", "Quite another text.\n")});
    history.commit("C", {"B"}, {remove_file("content/en/y.md")});
    history.commit("K", {"A"}, {write_file("content/ko/own.md", "Own.\n")});
    history.point("refs/heads/main", "C");
    history.point("refs/heads/ko", "K");
    scratch_.import(history);
    request_.comparison.repository = scratch_.path();
    request_.comparison.base = "main";
    request_.comparison.branch = "ko";
  }

  Analysis analyzed() const { return analyze(request_, {}); }

  // "STATUS PATH".
  std::vector<std::string> files() const {
    std::vector<std::string> lines;
    for (const FileReport& file : analyzed().report.files) {
      lines.push_back(std::string(to_string(file.status)) + ' ' + file.translation);
    }
    return lines;
  }

  ScratchRepository scratch_;
  ReportRequest request_;
};

TEST_F(AnalyzeTest, AReportHasAllThatARequestAsksFor) {
  request_.contents.with_untranslated = true;
  const Report report = analyzed().report;
  EXPECT_EQ(report.base, (Revision{"main", scratch_.id("C").hex(), report.base.date}));
  EXPECT_EQ(report.branch, (Revision{"ko", scratch_.id("K").hex(), report.branch.date}));
  EXPECT_THAT(report.base.date, StartsWith("20"));
  EXPECT_LT(report.base.date, report.branch.date);
  EXPECT_EQ(report.since, std::nullopt);
  EXPECT_EQ(report.source_language, "en");
  EXPECT_THAT(report.languages, ElementsAre("ko"));
  EXPECT_THAT(report.skipped, ElementsAre("content/en/link.md"));
  EXPECT_FALSE(report.with_commits);
  EXPECT_EQ(report.web, std::nullopt);
  EXPECT_THAT(files(), ElementsAre("untranslated content/ko/new.md", "unpaired content/ko/own.md",
                                   "outdated content/ko/x.md", "deleted content/ko/y.md"));
  EXPECT_EQ(report.files[2].counts, (LineCounts{1, 1}));
  EXPECT_EQ(report.files[2].severity, Severity::kSubstantive);
  Summary summary;
  summary.translations = 3;
  summary[Status::kOutdated] = summary[Status::kDeleted] = summary[Status::kUnpaired] =
      summary[Status::kUntranslated] = 1;
  summary.insertions = summary.deletions = 1;
  EXPECT_EQ(report.summaries.at("ko"), summary);
}

TEST_F(AnalyzeTest, CommitsAreThereIfTheyAreAskedFor) {
  EXPECT_THAT(analyzed().report.files[1].commits, IsEmpty());
  request_.contents.with_commits = true;
  const Report report = analyzed().report;
  EXPECT_TRUE(report.with_commits);
  ASSERT_EQ(report.files[1].commits.size(), 1u);
  EXPECT_EQ(report.files[1].commits[0].commit, scratch_.id("B").hex());
}

TEST_F(AnalyzeTest, LinksLeadToTheWebIfThereIsOneLanguage) {
  request_.contents.with_links = true;
  request_.contents.web_address = "https://github.com/o/n";
  const Report report = analyzed().report;
  ASSERT_TRUE(report.web);
  EXPECT_EQ(report.web->repository, "https://github.com/o/n");
  EXPECT_TRUE(report.files[1].day_before_drift);
  EXPECT_THAT(report.files[1].commits, IsEmpty());
  History history;
  history.commit("J", {"K"}, {write_file("content/ja/x.md", "ja\n")});
  scratch_.import(history);
  request_.comparison.branch = "J";
  EXPECT_EQ(analyzed().report.web, std::nullopt) << "which of two issues would they be for?";
}

TEST_F(AnalyzeTest, ARevisionMayStandInPlaceOfTheTouches) {
  request_.since = "B";
  const Report report = analyzed().report;
  EXPECT_EQ(report.since, (Revision{"B", scratch_.id("B").hex()}));
  EXPECT_THAT(files(), ElementsAre("unpaired content/ko/own.md", "in_sync content/ko/x.md",
                                   "deleted content/ko/y.md"));
}

TEST_F(AnalyzeTest, GlobsThatLeaveNothingAreAnError) {
  request_.include = {"nothing/like/it.md"};
  EXPECT_THAT(error_text([&] { analyzed(); }), HasSubstr("no page is left"));
}

TEST_F(AnalyzeTest, WhatAShallowCloneLeavesOpenIsWorthAWarning) {
  write_whole_file(scratch_.at(".git/shallow"), scratch_.id("K").hex() + "\n");
  EXPECT_THAT(error_text([&] { analyzed(); }), HasSubstr("is shallow"));
  request_.allow_shallow = true;
  EXPECT_THAT(files(), ElementsAre("unknown content/ko/own.md", "unknown content/ko/x.md",
                                   "unknown content/ko/y.md"));
  const std::vector<Warning> warnings = analyzed().warnings;
  ASSERT_FALSE(warnings.empty());
  EXPECT_THAT(warnings.back().message, HasSubstr("3 translations are unknown"));
  EXPECT_THAT(warnings.back().hint, HasSubstr("fetch --unshallow"));
  request_.contents.with_commits = true;
  EXPECT_THAT(error_text([&] { analyzed(); }),
              AllOf(HasSubstr("--commits needs the whole history"), HasSubstr("--unshallow")));
}

TEST_F(AnalyzeTest, StatisticsTellOfThePhasesThatThereWere) {
  request_.granularity = Granularity::kFile;
  const Statistics statistics = analyzed().statistics;
  for (const Phase phase : {Phase::kPlan, Phase::kList, Phase::kWalk, Phase::kCount}) {
    EXPECT_EQ(statistics.count(phase), 1u) << to_string(phase);
  }
  EXPECT_EQ(statistics.count(Phase::kReplay), 0u);
  EXPECT_EQ(statistics.count(Phase::kCommits), 0u);
}

}  // namespace
}  // namespace l10n_drift
