#include "plan/milestone_branches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/error_text.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::HasSubstr;

//     o---A---B---C   main
//          \   `---D
//           `---E
class MilestoneBranchesTest : public testing::Test {
 protected:
  MilestoneBranchesTest() {
    history_.commit("o", {}, {write_file("x", "0")});
    history_.commit("A", {"o"}, {write_file("x", "1")});
    history_.commit("B", {"A"}, {write_file("x", "2")});
    history_.commit("C", {"B"}, {write_file("x", "3")});
    history_.commit("D", {"B"}, {write_file("x", "4")});
    history_.commit("E", {"A"}, {write_file("x", "5")});
    history_.point("refs/heads/main", "C");
  }

  void branch(const std::string& name, const std::string& commit) {
    history_.point("refs/heads/" + name, commit);
  }

  void remote_branch(const std::string& remote, const std::string& name,
                     const std::string& commit) {
    scratch_.git({"config", "remote." + remote + ".url", "/nonexistent"});
    history_.point("refs/remotes/" + remote + "/" + name, commit);
  }

  // "REF at COMMIT".
  std::string describe(const ResolvedRevision& revision) const {
    EXPECT_EQ(revision.tree, scratch_.tree(revision.commit.hex()));
    return revision.ref + " at " + scratch_.name(revision.commit);
  }

  std::string newest_unmerged(const std::string& language) {
    scratch_.import(history_);
    const Repository repository = scratch_.open();
    const MilestoneBranches milestones(repository, config_);
    const auto found = milestones.newest_unmerged(language, repository.resolve("main"));
    return found ? describe(*found) : "none";
  }

  // The same, and whether it is merged into main.
  std::string newest(const std::string& language) {
    scratch_.import(history_);
    const Repository repository = scratch_.open();
    const MilestoneBranches milestones(repository, config_);
    const auto found = milestones.newest(language, repository.resolve("main"));
    if (!found) return "none";
    EXPECT_NE(found->merged, Reach::kUnknown);
    return describe(found->revision) + (found->merged == Reach::kYes ? ", merged" : ", open");
  }

  std::string previous(const std::string& language, const std::string& branch) {
    scratch_.import(history_);
    const Repository repository = scratch_.open();
    const MilestoneBranches milestones(repository, config_);
    ResolvedRevision revision = repository.resolve("main");
    revision.ref = branch;
    std::string found;
    const std::string error =
        error_text([&] { found = describe(milestones.previous(language, revision)); });
    return found.empty() ? error : found;
  }

  ScratchRepository scratch_;
  History history_;
  Config config_;
};

TEST_F(MilestoneBranchesTest, ThePreviousComesBeforeByVersionThenByNumber) {
  branch("dev-1.9-ko.2", "o");
  branch("dev-1.10-ko.9", "A");
  branch("dev-1.10-ko.10", "B");
  branch("dev-1.10-ja.11", "C");
  branch("dev-1.11-ko.1", "D");
  EXPECT_EQ(previous("ko", "dev-1.11-ko.1"), "dev-1.10-ko.10 at B");
  EXPECT_EQ(previous("ko", "dev-1.10-ko.10"), "dev-1.10-ko.9 at A");
  EXPECT_EQ(previous("ko", "dev-1.10-ko.9"), "dev-1.9-ko.2 at o");
  EXPECT_EQ(previous("ko", "refs/heads/dev-1.10-ko.9"), "dev-1.9-ko.2 at o");
}

TEST_F(MilestoneBranchesTest, TheNewestIsTheLastByOrderMergedOrNot) {
  branch("dev-1.9-ko.10", "D");
  branch("dev-1.9-ko.9", "E");
  branch("dev-1.10-ja.1", "o");
  branch("dev-1.9-ja.1", "D");
  branch("dev-zh", "C");
  remote_branch("origin", "dev-1.11-fr.1", "E");
  EXPECT_EQ(newest("ko"), "dev-1.9-ko.10 at D, open");
  EXPECT_EQ(newest("ja"), "dev-1.10-ja.1 at o, merged");
  EXPECT_EQ(newest("fr"), "dev-1.11-fr.1 at E, open");
  EXPECT_EQ(newest("zh"), "dev-zh at C, merged");
  EXPECT_EQ(newest("pt"), "none");
}

TEST_F(MilestoneBranchesTest, ThePreviousOfAMilestoneThatIsNoBranchIsTheNextLower) {
  branch("dev-1.9-ko.2", "o");
  branch("dev-1.11-ko.1", "D");
  EXPECT_EQ(previous("ko", "dev-1.10-ko.7"), "dev-1.9-ko.2 at o");
  EXPECT_EQ(previous("ko", "dev-1.12-ko.1"), "dev-1.11-ko.1 at D");
}

TEST_F(MilestoneBranchesTest, WhatIsNoMilestoneComesBehindTheNewest) {
  branch("dev-1.9-ko.2", "o");
  branch("dev-1.10-ko.1", "A");
  EXPECT_EQ(previous("ko", "main"), "dev-1.10-ko.1 at A");
}

TEST_F(MilestoneBranchesTest, TheFirstHasNoPreviousAndTheErrorSaysWhatToDo) {
  branch("dev-1.9-ko.2", "o");
  branch("dev-1.9-ja.1", "o");
  EXPECT_THAT(previous("ko", "dev-1.9-ko.2"),
              testing::AllOf(HasSubstr("'dev-1.9-ko.2'"), HasSubstr("--since REV")));
  EXPECT_THAT(previous("fr", "main"), HasSubstr("--since REV"));
}

TEST_F(MilestoneBranchesTest, APatternWithoutOrderHasNoPrevious) {
  branch("dev-ko", "D");
  branch("dev-1.9-ko.2", "o");
  EXPECT_THAT(previous("ko", "dev-ko"), HasSubstr("--since REV"));
  EXPECT_EQ(previous("ko", "main"), "dev-1.9-ko.2 at o") << "nor is it one";
}

TEST_F(MilestoneBranchesTest, TheNewestUnmergedIsWhatTheBaseDoesNotContain) {
  branch("dev-1.9-ko.1", "E");
  branch("dev-1.10-ko.1", "D");
  branch("dev-1.11-ko.1", "B");
  branch("dev-1.12-ja.1", "D");
  EXPECT_EQ(newest_unmerged("ko"), "dev-1.10-ko.1 at D") << "dev-1.11-ko.1 is merged";
  EXPECT_EQ(newest_unmerged("ja"), "dev-1.12-ja.1 at D");
  EXPECT_EQ(newest_unmerged("fr"), "none");
}

// ---- Branches without an order ----

TEST_F(MilestoneBranchesTest, ABranchWithoutOrderIsTakenWhereItIsAheadOfTheBase) {
  branch("dev-ko", "D");
  branch("dev-ja", "B");
  remote_branch("origin", "dev-fr", "E");
  EXPECT_EQ(newest_unmerged("ko"), "dev-ko at D");
  EXPECT_EQ(newest_unmerged("ja"), "none");
  EXPECT_EQ(newest_unmerged("fr"), "dev-fr at E");
  EXPECT_EQ(newest("ko"), "dev-ko at D, open");
  EXPECT_EQ(newest("ja"), "dev-ja at B, merged");
  EXPECT_EQ(newest("fr"), "dev-fr at E, open");
}

TEST_F(MilestoneBranchesTest, AMilestoneThatIsOpenComesBeforeABranchWithoutOrder) {
  branch("dev-ko", "D");
  branch("dev-1.9-ko.1", "E");
  EXPECT_EQ(newest_unmerged("ko"), "dev-1.9-ko.1 at E");
  EXPECT_EQ(newest("ko"), "dev-1.9-ko.1 at E, open");
  branch("dev-ja", "D");
  branch("dev-1.9-ja.1", "B");
  EXPECT_EQ(newest_unmerged("ja"), "dev-ja at D");
  EXPECT_EQ(newest("ja"), "dev-ja at D, open");
  branch("dev-fr", "A");
  branch("dev-1.9-fr.1", "B");
  EXPECT_EQ(newest_unmerged("fr"), "none");
  EXPECT_EQ(newest("fr"), "dev-1.9-fr.1 at B, merged");
}

TEST_F(MilestoneBranchesTest, ABranchOfARemoteMayBeAheadOfAForgottenLocalOne) {
  branch("dev-ko", "A");
  remote_branch("origin", "dev-ko", "D");
  EXPECT_EQ(newest_unmerged("ko"), "origin/dev-ko at D");
  EXPECT_EQ(newest("ko"), "origin/dev-ko at D, open");
  branch("dev-ja", "E");
  remote_branch("origin", "dev-ja", "D");
  EXPECT_EQ(newest_unmerged("ja").substr(newest_unmerged("ja").find(" at ")), " at E");
}

TEST_F(MilestoneBranchesTest, WhereAllAreMergedThereIsNone) {
  branch("dev-1.9-ko.1", "B");
  branch("dev-1.10-ko.1", "C");
  EXPECT_EQ(newest_unmerged("ko"), "none");
}

TEST_F(MilestoneBranchesTest, ALocalBranchWinsOverARemoteOneOfItsName) {
  branch("dev-1.10-ko.1", "D");
  remote_branch("origin", "dev-1.10-ko.1", "E");
  EXPECT_EQ(newest_unmerged("ko"), "dev-1.10-ko.1 at D");
}

TEST_F(MilestoneBranchesTest, OfRemotesTheFirstByNameWins) {
  remote_branch("upstream", "dev-1.10-ko.1", "E");
  remote_branch("origin", "dev-1.10-ko.1", "D");
  remote_branch("upstream", "dev-1.9-ko.1", "A");
  EXPECT_EQ(newest_unmerged("ko").substr(newest_unmerged("ko").find(" at ")), " at D");
  EXPECT_THAT(previous("ko", "upstream/dev-1.10-ko.1"), HasSubstr("dev-1.9-ko.1 at A"));
}

TEST_F(MilestoneBranchesTest, AnAliasLeadsToTheFoldersName) {
  config_.language_aliases = {{"zh", "zh-cn"}};
  branch("dev-1.9-zh.1", "D");
  branch("dev-1.10-zh-cn.1", "E");
  EXPECT_EQ(newest_unmerged("zh-cn"), "dev-1.10-zh-cn.1 at E");
  EXPECT_EQ(previous("zh-cn", "dev-1.10-zh-cn.1"), "dev-1.9-zh.1 at D");
  const Repository repository = scratch_.open();
  const MilestoneBranches milestones(repository, config_);
  EXPECT_EQ(milestones.parse("dev-1.9-zh.1")->language, "zh-cn");
}

TEST_F(MilestoneBranchesTest, ParsesWhatGitCallsABranch) {
  remote_branch("origin", "x", "A");
  const Repository repository = scratch_.open();
  const MilestoneBranches milestones(repository, config_);
  for (const std::string name :
       {"dev-1.9-ko.1", "heads/dev-1.9-ko.1", "refs/heads/dev-1.9-ko.1", "origin/dev-1.9-ko.1",
        "remotes/origin/dev-1.9-ko.1", "refs/remotes/origin/dev-1.9-ko.1"}) {
    const auto milestone = milestones.parse(name);
    ASSERT_TRUE(milestone) << name;
    EXPECT_EQ(milestone->language, "ko") << name;
  }
  for (const std::string name : {"main", "HEAD", "other/dev-1.9-ko.1", "refs/tags/dev-1.9-ko.1"}) {
    EXPECT_FALSE(milestones.parse(name)) << name;
  }
}

TEST_F(MilestoneBranchesTest, FollowsTheConfiguredPatterns) {
  config_.milestones = {"l10n/{lang}/{version}"};
  branch("dev-1.12-ko.1", "D");
  branch("l10n/ko/1.9", "D");
  branch("l10n/ko/1.10", "E");
  EXPECT_EQ(newest_unmerged("ko"), "l10n/ko/1.10 at E");
  EXPECT_EQ(previous("ko", "l10n/ko/1.10"), "l10n/ko/1.9 at D");
}

}  // namespace
}  // namespace l10n_drift
