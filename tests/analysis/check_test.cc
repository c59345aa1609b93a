#include "l10n_drift/check.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/error_text.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

// The branch changes one page of each kind. The base changes the sources `outdated` and `both`, and
// renames `renamed` to `new` after the branch has left it.
//
//     M---s    main
//      `--K    the branch
class CheckBranchTest : public testing::Test {
 protected:
  CheckBranchTest() {
    std::vector<Change> first;
    for (const std::string name : {"outdated", "both", "renamed", "deleted", "own", "current"}) {
      first.push_back(write_file("content/en/" + name + ".md", "Source of `" + name + "`.\n"));
      first.push_back(write_file("content/ko/" + name + ".md", "Page of `" + name + "`.\n"));
    }
    first.push_back(write_file("content/ko/untouched.md", "Page.\n"));
    history_.commit("M", {}, first);
    history_.commit("s", {"M"},
                    {write_file("content/en/outdated.md", "Nobody has seen this yet.\n"),
                     write_file("content/en/both.md", "What the base has made of it.\n"),
                     remove_file("content/en/renamed.md"),
                     write_file("content/en/new.md", "Source of `renamed`.\n"),
                     remove_file("content/en/deleted.md")});
    history_.commit(
        "K", {"M"},
        {write_file("content/ko/outdated.md", "New page.\n"),
         write_file("content/en/both.md", "What the branch has made of it.\n"),
         write_file("content/ko/both.md", "New page of both.\n"),
         write_file("content/ko/renamed.md", "New page of renamed.\n"),
         write_file("content/ko/deleted.md", "New page of deleted.\n"),
         write_file("content/en/own.md", "What the branch has made of `own` since 1950.\n"),
         write_file("content/ko/own.md", "Was der Zweig seit 1950 aus `own` gemacht hat.\n"),
         write_file("content/ko/curent.md", "A page without a source.\n"),
         write_file("content/en/current.md", "Changed, and left behind.\n")});
    history_.point("refs/heads/main", "s");
    request_.comparison.base = "main";
    request_.comparison.branch = "K";
  }

  CheckAnalysis checked() {
    scratch_.import(history_);
    history_ = {};
    request_.comparison.repository = scratch_.path();
    return check_branch(request_, {});
  }

  // "KIND PATH by SIDE", and what is to be done.
  static std::vector<std::string> findings(const CheckReport& report) {
    std::vector<std::string> lines;
    for (const Finding& finding : report.findings) {
      std::string line = std::string(to_string(finding.kind)) + ' ' + finding.file.translation +
                         " by " + to_string(finding.side);
      if (finding.fails) line += ", fails";
      if (finding.move_to) line += ", move to " + *finding.move_to;
      if (finding.nearest) line += ", nearest " + *finding.nearest;
      lines.push_back(line);
    }
    return lines;
  }

  static std::vector<std::string> notices(const CheckReport& report) {
    std::vector<std::string> lines;
    for (const Notice& notice : report.notices) {
      lines.push_back(std::string(to_string(notice.kind)) + ' ' + notice.source);
    }
    return lines;
  }

  ScratchRepository scratch_;
  History history_;
  CheckRequest request_;
};

TEST_F(CheckBranchTest, FindsWhatTheBranchChangedAndIsNotUpToDateOnceItIsMerged) {
  const CheckReport report = checked().report;
  EXPECT_EQ(report.base, (Revision{"main", scratch_.id("s").hex()}));
  EXPECT_EQ(report.branch, (Revision{"K", scratch_.id("K").hex()}));
  EXPECT_THAT(report.merge_bases, ElementsAre(scratch_.id("M").hex()));
  EXPECT_EQ(report.pages, 6u);
  EXPECT_THAT(findings(report),
              ElementsAre("was_behind content/ko/both.md by base",
                          "never content/ko/curent.md by base, nearest content/en/current.md",
                          "orphaned content/ko/deleted.md by base, fails",
                          "was_behind content/ko/outdated.md by base",
                          "orphaned content/ko/renamed.md by base, fails, "
                          "move to content/ko/new.md"));
  EXPECT_EQ(count_failures(report), 2u);
}

TEST_F(CheckBranchTest, TellsWhatBothSidesChangedAndWhatTheBranchLeftBehind) {
  EXPECT_THAT(notices(checked().report), ElementsAre("changed_on_both_sides content/en/both.md",
                                                     "source_changed content/en/current.md"));
}

// The branch is held against its own version of a source that it alone has changed.
TEST_F(CheckBranchTest, ASourceThatTheBranchChangedIsTheBranches) {
  history_.commit("L", {"K"}, {write_file("content/en/own.md", "Once more, and left open.\n")});
  request_.comparison.branch = "L";
  request_.scope = CheckScope::kNamed;
  request_.paths = {"content/ko/own.md"};
  EXPECT_THAT(findings(checked().report),
              ElementsAre("was_behind content/ko/own.md by branch, fails"));
}

TEST_F(CheckBranchTest, NamedPagesAreLookedAtWhetherOrNotTheyAreChanged) {
  request_.scope = CheckScope::kNamed;
  request_.paths = {"content/ko/untouched.md", "content/ko/own.md", "content/ko/own.md"};
  const CheckReport report = checked().report;
  EXPECT_EQ(report.pages, 2u);
  EXPECT_THAT(findings(report), ElementsAre("never content/ko/untouched.md by base"));
  EXPECT_THAT(notices(report), IsEmpty());
  request_.paths = {"content/ko/nowhere.md"};
  EXPECT_THAT(error_text([&] { checked(); }), HasSubstr("no translation 'content/ko/nowhere.md'"));
}

TEST_F(CheckBranchTest, AllPagesAreLookedAtIfThatIsAskedFor) {
  request_.scope = CheckScope::kAll;
  EXPECT_EQ(checked().report.pages, 8u);
}

TEST_F(CheckBranchTest, WhatFailsIsWhatIsAskedToFail) {
  request_.fail_on = FailOn{.kinds = {FindingKind::kNever}};
  EXPECT_EQ(count_failures(checked().report), 1u);
}

TEST_F(CheckBranchTest, WhoeverIsToBlameAStatusCanBeAskedToFail) {
  request_.fail_on = FailOn{.statuses = {Status::kOutdated}};
  const CheckReport report = checked().report;
  std::vector<std::string> failing;
  for (const Finding& finding : report.findings) {
    if (finding.fails) failing.push_back(finding.file.translation);
  }
  EXPECT_THAT(failing, ElementsAre("content/ko/both.md", "content/ko/outdated.md"));
}

// What the branch is merged with has the source yet.
TEST_F(CheckBranchTest, WhatIsGoneFromTheBaseAloneIsNoOrphanOfTheTargets) {
  request_.target = "M";
  const CheckReport report = checked().report;
  EXPECT_EQ(report.target, (Revision{"M", scratch_.id("M").hex()}));
  EXPECT_THAT(findings(report), testing::Contains("was_behind content/ko/deleted.md by base"));
  EXPECT_EQ(count_failures(report), 0u);
}

TEST_F(CheckBranchTest, SourcesOfWhatFailsHaveAStory) {
  request_.fail_on = FailOn{.statuses = {Status::kOutdated, Status::kDeleted}};
  const CheckReport report = checked().report;
  for (const Finding& finding : report.findings) {
    const SourceStory& story = finding.source;
    if (finding.file.translation == "content/ko/outdated.md") {
      ASSERT_TRUE(story.held);
      EXPECT_EQ(story.held->commit, scratch_.id("M").hex());
      ASSERT_EQ(story.since.size(), 1u);
      EXPECT_EQ(story.since[0].commit, scratch_.id("s").hex());
    }
    if (finding.file.translation == "content/ko/deleted.md") {
      ASSERT_TRUE(story.gone_in);
      EXPECT_EQ(story.gone_in->commit, scratch_.id("s").hex());
    }
    if (!finding.fails) EXPECT_TRUE(story.since.empty());
  }
}

TEST_F(CheckBranchTest, ManyPagesFailForWhatTheBranchTakesAwayAlone) {
  std::vector<Change> changes;
  for (std::size_t i = 0; i <= kMostPages; ++i) {
    changes.push_back(write_file("content/ko/page" + std::to_string(i) + ".md", "Seite.\n"));
  }
  history_.commit("L", {"K"}, changes);
  request_.comparison.branch = "L";
  const CheckReport report = checked().report;
  EXPECT_TRUE(report.is_bulk);
  EXPECT_EQ(count_failures(report), 0u);
}

TEST_F(CheckBranchTest, ChangesThatAskForLessThanTheSeverityAreLeftOut) {
  history_.commit("wrapped", {"s"},
                  {write_file("content/en/outdated.md", "Source of\n`outdated`.\n")});
  request_.comparison.base = "wrapped";
  request_.scope = CheckScope::kNamed;
  request_.paths = {"content/ko/outdated.md"};
  for (const Severity severity : {Severity::kMinor, Severity::kCosmetic}) {
    request_.min_severity = severity;
    EXPECT_THAT(findings(checked().report), IsEmpty()) << "no place is open";
  }
}

// What a page was moved away from is still there.
TEST_F(CheckBranchTest, APageThatHasGoneAstrayBelongsWhereItsSourceIs) {
  history_.commit(
      "L", {"M"},
      {remove_file("content/ko/own.md"), write_file("content/ko/astray.md", "Page of `own`.\n")});
  request_.comparison.branch = "L";
  EXPECT_THAT(
      findings(checked().report),
      ElementsAre("orphaned content/ko/astray.md by base, fails, move to content/ko/own.md"));
}

// A service merges the branch into the base to try it, and the work tree is at that merge.
TEST_F(CheckBranchTest, OfATrialMergeThePullRequestIsLookedAt) {
  history_.commit("m", {"s", "K"}, {write_file("content/ko/outdated.md", "Woven together.\n")});
  scratch_.import(history_);
  history_ = {};
  write_whole_file(scratch_.at(".git/HEAD"), scratch_.id("m").hex() + "\n");
  request_.comparison.branch.reset();
  EXPECT_EQ(checked().report.branch.commit, scratch_.id("K").hex());
  request_.scope = CheckScope::kAll;
  EXPECT_EQ(checked().report.branch.commit, scratch_.id("m").hex());
}

}  // namespace
}  // namespace l10n_drift
