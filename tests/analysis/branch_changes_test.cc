#include "analysis/branch_changes.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "baselines/pairs_fixture.h"
#include "support/error_text.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string source(const std::string& name) { return "content/en/" + name + ".md"; }
std::string korean(const std::string& name) { return "content/ko/" + name + ".md"; }

class BranchChangesTest : public PairsTest {
 protected:
  BranchChangesTest() {
    history_.commit("M", {},
                    {write_file(source("kept"), "1"), write_file(source("by base"), "1"),
                     write_file(source("by branch"), "1"), write_file(source("by both"), "1"),
                     write_file(source("alike"), "1"), write_file(source("gone by base"), "1"),
                     write_file(source("gone by branch"), "1"), write_file(source("mode"), "1"),
                     write_file(source("link"), "1"), write_symlink(source("was link"), "kept.md"),
                     write_file(korean("kept"), "kept"), write_file(korean("mode"), "mode"),
                     write_file(korean("old"), "moved"), write_file(korean("copied"), "copied"),
                     write_file(korean("new"), "1"), write_file("content/ja/kept.md", "ja")});
  }

  static std::string describe_side(const ExpectedSource& expected) {
    return std::string(to_string(expected.side)) +
           (expected.changed_on_both_sides ? ", changed on both sides" : "");
  }

  static const char* name_of(PageChange change) {
    switch (change) {
      case PageChange::kNone:
        return "none";
      case PageChange::kMoved:
        return "moved";
      case PageChange::kContent:
        return "content";
    }
    return "?";
  }

  // What the branch did to the Korean page of that name.
  static std::string change(const PairsOf& pairs, const BranchChanges& changes,
                            const std::string& name) {
    return name_of(changes.change_of(pairs->translations[pairs.page(korean(name))]));
  }
};

//     M---s    base
//      `--S    branch
TEST_F(BranchChangesTest, ASourceIsThatOfTheSideThatChangedIt) {
  history_.commit("s", {"M"},
                  {write_file(source("by base"), "2"), write_file(source("by both"), "2"),
                   write_file(source("alike"), "2"), remove_file(source("gone by base")),
                   write_file(source("new on base"), "2")});
  history_.commit(
      "S", {"M"},
      {write_file(source("by branch"), "3"), write_file(source("by both"), "3"),
       write_file(source("alike"), "2"), remove_file(source("gone by branch")),
       remove_file(source("was link")), write_file(source("new on branch"), "3"),
       write_executable(source("mode"), "1"), write_symlink(source("link"), "kept.md")});
  const PairsOf those = pairs(between("s", "S"));
  const BranchChanges changes(those.objects(), those->plan);
  const std::pair<const char*, const char*> expectations[] = {
      {"kept", "base"},
      {"by base", "base"},
      {"by branch", "branch"},
      {"by both", "base, changed on both sides"},
      {"alike", "base"},
      {"gone by base", "base"},
      {"gone by branch", "branch"},
      {"new on base", "base"},
      {"new on branch", "branch"},
      {"mode", "base"},
      {"link", "branch"},
      {"was link", "branch"},
      {"nowhere", "base"},
  };
  for (const auto& [name, expected] : expectations) {
    EXPECT_EQ(describe_side(changes.expected_source(source(name))), expected) << name;
  }
  EXPECT_TRUE(changes.is_source_changed(Side::kBase, source("gone by base")));
  EXPECT_FALSE(changes.is_source_changed(Side::kBranch, source("gone by base")));
  EXPECT_TRUE(changes.are_sources_equal(source("alike")));
  EXPECT_FALSE(changes.are_sources_equal(source("by both")));
}

TEST_F(BranchChangesTest, KnowsThePagesOfBothSidesAndOfTheCommitThatTheyLeft) {
  history_.commit("s", {"M"}, {write_file(source("new on base"), "2")});
  history_.commit("S", {"M"}, {remove_file(source("kept")), write_file(korean("x"), "1")});
  const PairsOf those = pairs(between("s", "S"));
  const BranchChanges changes(those.objects(), those->plan);
  EXPECT_THAT(changes.merge_bases(), ElementsAre(scratch_.id("M").hex()));
  EXPECT_EQ(changes.commits_before().front().tree, scratch_.tree("M"));
  EXPECT_TRUE(changes.pages(Side::kBase).sources.contains(source("new on base")));
  EXPECT_FALSE(changes.pages(Side::kBranch).sources.contains(source("new on base")));
  EXPECT_FALSE(changes.pages(Side::kBranch).sources.contains(source("kept")));
  EXPECT_EQ(changes.before().front().translations.size(), 6u);
  for (const Side side : {Side::kBase, Side::kBranch}) {
    EXPECT_EQ(changes.pages(side).translations.size(), 7u) << "the branch's";
  }
}

TEST_F(BranchChangesTest, APageIsChangedByItsContentAlone) {
  history_.commit("K", {"M"},
                  {write_executable(korean("mode"), "mode"), remove_file(korean("old")),
                   write_file(korean("moved"), "moved"), write_file(korean("copy"), "copied"),
                   write_file(korean("new"), "2"), write_file(korean("added"), "added")});
  const PairsOf those = pairs(between("M", "K"));
  const BranchChanges changes(those.objects(), those->plan);
  const std::pair<const char*, const char*> expectations[] = {
      {"kept", "none"},    {"mode", "none"},     {"moved", "moved"}, {"copied", "none"},
      {"copy", "content"}, {"added", "content"}, {"new", "content"},
  };
  for (const auto& [name, expected] : expectations) {
    EXPECT_EQ(change(those, changes, name), expected) << name;
  }
}

TEST_F(BranchChangesTest, AMoveIsOneWhateverTheLanguageThatIsLookedAt) {
  history_.commit("K", {"M"},
                  {remove_file("content/ja/kept.md"), write_file(korean("from ja"), "ja")});
  PlanRequest request = between("M", "K");
  request.languages = {"ko"};
  const PairsOf those = pairs(request);
  const BranchChanges changes(those.objects(), those->plan);
  EXPECT_EQ(change(those, changes, "from ja"), "moved");
}

// What the base does to translations is nothing that the branch has done.
TEST_F(BranchChangesTest, WhatTheBaseChangedTheBranchDidNot) {
  history_.commit("s", {"M"}, {write_file(korean("kept"), "2"), remove_file(korean("new"))});
  history_.commit("K", {"M"}, {write_file(korean("x"), "1")});
  const PairsOf those = pairs(between("s", "K"));
  const BranchChanges changes(those.objects(), those->plan);
  EXPECT_EQ(change(those, changes, "kept"), "none");
  EXPECT_EQ(change(those, changes, "new"), "none");
}

//     M---S---m    base, which has the branch merged already: m
//      `-K---'
TEST_F(BranchChangesTest, OfABranchThatIsMergedTheMergeBaseIsTheBranch) {
  history_.commit("S", {"M"}, {write_file(source("kept"), "2")});
  history_.commit("K", {"M"}, {write_file(korean("kept"), "2")});
  history_.commit("m", {"S", "K"}, {write_file(korean("kept"), "2")});
  const PairsOf merged = pairs(between("m", "K"));
  EXPECT_THAT(BranchChanges(merged.objects(), merged->plan).merge_bases(),
              ElementsAre(scratch_.id("K").hex()));
  const PairsOf trial = pairs(between("S", "m"));
  const BranchChanges changes(trial.objects(), trial->plan);
  EXPECT_THAT(changes.merge_bases(), ElementsAre(scratch_.id("S").hex()));
  EXPECT_EQ(change(trial, changes, "kept"), "content");
  EXPECT_EQ(describe_side(changes.expected_source(source("kept"))), "base");
}

//     M---A---C---E    base       C merges B, and D merges A: both are merge bases of E and F.
//      \   \ /
//       \   X
//        \ / \                    E changes what A changed; F takes what A and B have.
//         B---D---F    branch
TEST_F(BranchChangesTest, WhatASideTookFromTheOtherIsUnchanged) {
  history_.commit("A", {"M"}, {write_file(source("kept"), "A"), write_file(korean("kept"), "A")});
  history_.commit("B", {"M"}, {write_file(source("mode"), "B"), write_file(korean("mode"), "B")});
  history_.commit("C", {"A", "B"},
                  {write_file(source("mode"), "B"), write_file(korean("mode"), "B")});
  history_.commit("D", {"B", "A"},
                  {write_file(source("kept"), "A"), write_file(korean("kept"), "A")});
  history_.commit("E", {"C"}, {write_file(source("kept"), "E")});
  history_.commit("F", {"D"}, {write_file(source("link"), "F"), write_file(korean("new"), "F")});
  const PairsOf those = pairs(between("E", "F"));
  const BranchChanges changes(those.objects(), those->plan);
  std::vector<std::string> bases = {scratch_.id("A").hex(), scratch_.id("B").hex()};
  std::sort(bases.begin(), bases.end());
  EXPECT_EQ(changes.merge_bases(), bases);
  for (const std::string name : {"kept", "mode"}) {
    EXPECT_FALSE(changes.is_source_changed(Side::kBranch, source(name))) << name;
    EXPECT_EQ(change(those, changes, name), "none") << name;
  }
  EXPECT_TRUE(changes.is_source_changed(Side::kBase, source("kept")));
  EXPECT_EQ(describe_side(changes.expected_source(source("link"))), "branch");
  EXPECT_EQ(change(those, changes, "new"), "content");
}

//     main       M---u---v    base    u changes a source and two pages
//                 `   `
//     dev         t---\---        target
//                  `   `
//     branch        k---m         m merges main: what u changed is not the branch's
TEST_F(BranchChangesTest, WhatAMergeOfATrunkBroughtInTheBranchDidNotChange) {
  history_.commit("t", {"M"}, {write_file(korean("mode"), "t")});
  history_.commit("u", {"M"},
                  {write_file(source("kept"), "u"), write_file(korean("kept"), "u"),
                   write_file("content/ja/kept.md", "u")});
  history_.commit("v", {"u"}, {write_file(source("mode"), "v")});
  history_.commit("k", {"t"}, {write_file(korean("new"), "k"), write_file(source("alike"), "k")});
  history_.commit("m", {"k", "u"},
                  {write_file(source("kept"), "u"), write_file(korean("kept"), "u"),
                   write_file("content/ja/kept.md", "u")});
  const PairsOf those = pairs(between("v", "m"));
  const ResolvedRevision target{"t", scratch_.id("t"), scratch_.tree("t")};
  const BranchChanges changes(those.objects(), those->plan, {target, {scratch_.id("v")}});
  EXPECT_THAT(changes.merge_bases(), ElementsAre(scratch_.id("t").hex()));
  EXPECT_EQ(change(those, changes, "kept"), "none");
  EXPECT_EQ(change(those, changes, "mode"), "none") << "the target's";
  EXPECT_EQ(change(those, changes, "new"), "content");
  EXPECT_FALSE(changes.is_source_own(source("kept")));
  EXPECT_TRUE(changes.is_source_own(source("alike")));
  EXPECT_FALSE(changes.target().sources.contains(source("nowhere")));
  EXPECT_EQ(describe_side(changes.expected_source(source("alike"))), "branch");
  EXPECT_EQ(describe_side(changes.expected_source(source("mode"))), "base");
}

TEST_F(BranchChangesTest, HistoriesThatHaveNothingInCommonAreAnError) {
  history_.commit("other", {}, {write_file(source("kept"), "1"), write_file(korean("kept"), "1")});
  const PairsOf those = pairs(between("M", "other"));
  EXPECT_THAT(error_text([&] { BranchChanges(those.objects(), those->plan); }),
              testing::AllOf(HasSubstr("'other'"), HasSubstr("'M'"), HasSubstr("--base REV")));
}

}  // namespace
}  // namespace l10n_drift
