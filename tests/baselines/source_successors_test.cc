#include "baselines/source_successors.h"

#include <string>

#include "baselines/pairs_fixture.h"

namespace l10n_drift {
namespace {

constexpr char kA[] = "content/en/a.md";
constexpr char kB[] = "content/en/b.md";
constexpr char kC[] = "content/en/c.md";

class SourceSuccessorsTest : public PairsTest {
 protected:
  // A pair that is always there, so that there is a language.
  SourceSuccessorsTest() {
    history_.commit("o", {}, {write_file(kKoreanX, "1"), write_file(kSourceX, "1")});
  }

  // The name, or "none"; and the commit that removed the last name before it.
  std::string successor(const std::string& base, const std::string& source) {
    const PairsOf those = pairs(between(base, base));
    SourceSuccessors successors(those.objects(), *those);
    successors.add({source});
    successors.follow();
    EXPECT_TRUE(successors.is_followed(source));
    const auto found = successors.find(source);
    const auto removal = successors.removal(source);
    return found.value_or("none") +
           (removal ? ", removed in " + scratch_.name(removal->commit) : "");
  }
};

TEST_F(SourceSuccessorsTest, ARenameIsFoundWhateverBecameOfThePage) {
  history_.commit("A", {"o"}, {write_file(kA, lines_of("a", 20))});
  history_.commit("B", {"A"}, {remove_file(kA), write_file(kB, lines_of("a", 20))});
  history_.commit("C", {"B"}, {write_file(kB, lines_of("other", 20))});
  EXPECT_EQ(successor("C", kA), std::string(kB) + ", removed in B");
}

TEST_F(SourceSuccessorsTest, AChainIsFollowedToItsEnd) {
  history_.commit("A", {"o"}, {write_file(kA, lines_of("a", 20))});
  history_.commit("B", {"A"},
                  {remove_file(kA), write_file(kB, lines_of("a", 15) + lines_of("b", 5))});
  history_.commit("C", {"B"}, {write_file(kB, lines_of("other", 20))});
  history_.commit("D", {"C"}, {remove_file(kB), write_file(kC, lines_of("other", 20))});
  EXPECT_EQ(successor("D", kA), std::string(kC) + ", removed in D");
}

TEST_F(SourceSuccessorsTest, AChainThatEndsNowhereTellsWhere) {
  history_.commit("A", {"o"}, {write_file(kA, lines_of("a", 20))});
  history_.commit("B", {"A"}, {remove_file(kA), write_file(kB, lines_of("a", 20))});
  history_.commit("C", {"B"}, {remove_file(kB)});
  EXPECT_EQ(successor("C", kA), "none, removed in C");
}

TEST_F(SourceSuccessorsTest, TheNewestRemovalCounts) {
  // To b and back, and then to c.
  history_.commit("A", {"o"}, {write_file(kA, lines_of("a", 20))});
  history_.commit("B", {"A"}, {remove_file(kA), write_file(kB, lines_of("a", 20))});
  history_.commit("C", {"B"}, {remove_file(kB), write_file(kA, lines_of("a", 20))});
  history_.commit("D", {"C"}, {remove_file(kA), write_file(kC, lines_of("a", 20))});
  EXPECT_EQ(successor("D", kA), std::string(kC) + ", removed in D");
}

//     o---A-------M    the topic renames a to b
//          `--B--'
TEST_F(SourceSuccessorsTest, ARenameOnATopicIsFoundBehindTheMerge) {
  history_.commit("A", {"o"}, {write_file(kA, lines_of("a", 20))});
  history_.commit("B", {"A"}, {remove_file(kA), write_file(kB, lines_of("a", 20))});
  history_.commit("C", {"A"}, {write_file(kC, "1")});
  history_.commit("M", {"C", "B"}, {remove_file(kA), write_file(kB, lines_of("a", 20))});
  history_.commit("N", {"M"}, {write_file(kB, lines_of("other", 20))});
  EXPECT_EQ(successor("N", kA), std::string(kB) + ", removed in B");
}

TEST_F(SourceSuccessorsTest, WhatTheBaseNeverHadHasNone) {
  history_.commit("A", {"o"}, {write_file(kB, lines_of("a", 20))});
  EXPECT_EQ(successor("A", kA), "none");
}

TEST_F(SourceSuccessorsTest, OnlySourcesAreSuccessors) {
  history_.commit("A", {"o"}, {write_file(kA, lines_of("a", 20))});
  history_.commit("B", {"A"},
                  {remove_file(kA), write_file("blog/a.md", lines_of("a", 20)),
                   write_file("content/ko/a.md", lines_of("a", 20))});
  EXPECT_EQ(successor("B", kA), "none, removed in B");
}

TEST_F(SourceSuccessorsTest, InAPartialCloneItWaitsForWhatHasToBeCompared) {
  history_.commit("A", {"o"}, {write_file(kA, lines_of("a", 20))});
  history_.commit("B", {"A"}, {remove_file(kA), write_file(kB, lines_of("a", 19))});
  make_partial();
  const PairsOf those = pairs(between("B", "B"));
  SourceSuccessors successors(those.objects(), *those);
  successors.add({kA});
  successors.follow();
  EXPECT_FALSE(successors.is_followed(kA));
  those.objects().obtain_wanted();
  successors.follow();
  ASSERT_TRUE(successors.is_followed(kA));
  EXPECT_EQ(successors.find(kA), kB);
}

}  // namespace
}  // namespace l10n_drift
