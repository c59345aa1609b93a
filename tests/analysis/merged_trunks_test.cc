#include "analysis/merged_trunks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

//     main       M---u---v---w       w merges the topic branch f
//                |\   \     /
//     topic      | f---\---'
//                |      `
//     dev        t---o   `
//                 `   `   `
//     branch       k---m---n         m merges dev, n merges main at u
class MergedTrunksTest : public testing::Test {
 protected:
  MergedTrunksTest() {
    History history;
    const auto commit = [&](const std::string& name, const std::vector<std::string>& parents) {
      history.commit(name, parents, {write_file(name, name)});
    };
    commit("M", {});
    commit("u", {"M"});
    commit("f", {"M"});
    commit("v", {"u"});
    commit("w", {"v", "f"});
    commit("t", {"M"});
    commit("o", {"t"});
    commit("k", {"t"});
    commit("m", {"k", "o"});
    commit("n", {"m", "u"});
    commit("p", {"m", "f"});
    scratch_.import(history);
  }

  std::vector<std::string> merged(const std::string& branch, const std::string& target,
                                  const std::vector<std::string>& trunks) const {
    const Objects objects = scratch_.objects();
    std::vector<ObjectId> tips;
    for (const std::string& trunk : trunks) tips.push_back(scratch_.id(trunk));
    const ObjectId from = scratch_.id(branch);
    const ObjectId to = scratch_.id(target);
    std::vector<std::string> names;
    for (const ObjectId& commit :
         find_merged_trunks(objects, {from, to, objects.find_merge_bases(to, from)}, tips)) {
      names.push_back(scratch_.name(commit));
    }
    return names;
  }

  ScratchRepository scratch_;
};

TEST_F(MergedTrunksTest, WhatAMergeBroughtInIsTheTrunkAsItWasThen) {
  EXPECT_THAT(merged("n", "o", {"w"}), ElementsAre("u"));
  EXPECT_THAT(merged("n", "o", {"v", "w"}), ElementsAre("u"));
}

TEST_F(MergedTrunksTest, WhatTheTargetHasIsNotBroughtIn) {
  EXPECT_THAT(merged("m", "o", {"w"}), IsEmpty());
  EXPECT_THAT(merged("n", "w", {"w"}), IsEmpty());
  EXPECT_THAT(merged("n", "v", {"w"}), IsEmpty());
}

// It was merged into the trunk, too, and is beside its line.
TEST_F(MergedTrunksTest, ATopicBranchIsNoTrunk) { EXPECT_THAT(merged("p", "o", {"w"}), IsEmpty()); }

TEST_F(MergedTrunksTest, ABranchThatIsTheTrunkItselfIsAllBroughtIn) {
  EXPECT_THAT(merged("w", "o", {"w"}), ElementsAre("w"));
  EXPECT_THAT(merged("v", "o", {"w"}), ElementsAre("v"));
}

TEST_F(MergedTrunksTest, OfTheTrunkOnItsOwnWayNothingIs) {
  EXPECT_THAT(merged("w", "u", {"w"}), IsEmpty());
  EXPECT_THAT(merged("w", "M", {"w"}), IsEmpty());
}

TEST_F(MergedTrunksTest, WithoutATrunkThereIsNothingToTell) {
  EXPECT_THAT(merged("n", "o", {}), IsEmpty());
  EXPECT_THAT(merged("n", "o", {"o"}), IsEmpty());
}

}  // namespace
}  // namespace l10n_drift
