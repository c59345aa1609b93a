#include "analysis/pull_request.h"

#include <gtest/gtest.h>

#include <string>

#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

//     base     M---s---p---m---n     m: the trial merge of t into p
//               \         /          n: a commit on top of it
//     branch     `---t---'
class PullRequestTest : public testing::Test {
 protected:
  PullRequestTest() {
    history_.commit("M", {}, {write_file("x", "1")});
    history_.commit("s", {"M"}, {write_file("x", "2")});
    history_.commit("p", {"s"}, {write_file("x", "3")});
    history_.commit("t", {"M"}, {write_file("y", "1")});
    history_.commit("m", {"p", "t"}, {write_file("y", "1")});
    history_.commit("n", {"m"}, {write_file("z", "1")});
    history_.commit("octopus", {"p", "t", "s"}, {write_file("y", "1")});
    history_.commit("reverse", {"t", "p"}, {write_file("x", "3")});
    history_.commit("q", {"p"}, {write_file("x", "4")});
    scratch_.import(history_);
  }

  // The commit of the pull request in a branch that is called `ref`; "none".
  std::string found(const std::string& base, const std::string& branch,
                    const std::string& ref = "HEAD") const {
    const Repository repository =
        Repository::open({.path = scratch_.path(), .shallow = Shallow::kAllow});
    ResolvedRevision revision = repository.resolve(branch);
    revision.ref = ref;
    const auto commit = find_pull_request(repository.objects(), repository.resolve(base), revision);
    if (!commit) return "none";
    EXPECT_EQ(commit->ref, ref);
    EXPECT_EQ(commit->tree, scratch_.tree(commit->commit.hex()));
    return scratch_.name(commit->commit);
  }

  ScratchRepository scratch_;
  History history_;
};

TEST_F(PullRequestTest, InATrialMergeItIsTheSecondParent) {
  EXPECT_EQ(found("p", "m"), "t");
  EXPECT_EQ(found("q", "m"), "t") << "the base has moved on since";
}

TEST_F(PullRequestTest, ATrialIsOnNoBranch) {
  for (const std::string ref : {"HEAD", "@", "refs/pull/7/merge", "pull/7/merge",
                                "origin/pull/7/merge", "refs/remotes/pull/7/merge"}) {
    EXPECT_EQ(found("p", "m", ref), "t") << ref;
  }
  for (const std::string ref :
       {"main", "refs/pull/7/head", "merge", "topic/merge", "HEAD~0", "refs/pull/7/merge2"}) {
    EXPECT_EQ(found("p", "m", ref), "none") << ref;
  }
}

TEST_F(PullRequestTest, OtherCommitsAreNoTrials) {
  EXPECT_EQ(found("p", "t"), "none") << "no merge";
  EXPECT_EQ(found("p", "n"), "none") << "on top of one";
  EXPECT_EQ(found("p", "M"), "none") << "no parents";
  EXPECT_EQ(found("p", "octopus"), "none") << "three parents";
  EXPECT_EQ(found("p", "reverse"), "none") << "a merge of the base into the branch";
  EXPECT_EQ(found("s", "m"), "none") << "into what the base does not have";
}

TEST_F(PullRequestTest, WhatTheBaseHasMergedIsNoTrialAnyMore) {
  EXPECT_EQ(found("m", "m"), "none");
  EXPECT_EQ(found("n", "m"), "none");
}

TEST_F(PullRequestTest, AShallowCloneTakesTheMergeAsItIs) {
  write_whole_file(scratch_.at(".git/shallow"), scratch_.id("s").hex() + "\n");
  EXPECT_EQ(found("p", "m"), "none");
}

}  // namespace
}  // namespace l10n_drift
