#include "git/ancestry.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "git/objects.h"
#include "support/random_history.h"
#include "support/scratch_repository.h"
#include "support/store.h"

namespace l10n_drift {
namespace {

//     o---A---B---C
//          \     /
//           D---E       F is another root.
History drawn_history() {
  History history;
  history.commit("o", {}, {});
  history.commit("A", {"o"}, {});
  history.commit("B", {"A"}, {});
  history.commit("D", {"A"}, {});
  history.commit("E", {"D"}, {});
  history.commit("C", {"B", "E"}, {});
  history.commit("F", {}, {write_file("x", "1")});
  return history;
}

TEST(Ancestry, IsWhatParentsLeadTo) {
  const ScratchRepository scratch(drawn_history());
  StoreOf store(scratch);
  Ancestry ancestry(*store);
  const auto reaches = [&](const std::string& descendant, const std::string& ancestor) {
    return ancestry.find(scratch.id(ancestor), scratch.id(descendant)) == Reach::kYes;
  };
  EXPECT_TRUE(reaches("C", "o"));
  EXPECT_TRUE(reaches("C", "D")) << "by the second parent";
  EXPECT_TRUE(reaches("B", "B")) << "itself";
  EXPECT_TRUE(reaches("o", "o"));
  EXPECT_FALSE(reaches("o", "C"));
  EXPECT_FALSE(reaches("E", "B"));
  EXPECT_FALSE(reaches("B", "E"));
  EXPECT_FALSE(reaches("C", "F"));
  EXPECT_FALSE(reaches("F", "o"));
}

TEST(Ancestry, AnswersManyQueriesInTheirOrder) {
  const ScratchRepository scratch(drawn_history());
  const Objects objects = scratch.objects();
  const std::vector<Reach> expected = {Reach::kYes, Reach::kNo, Reach::kYes};
  EXPECT_EQ(objects.find_ancestry({{.ancestor = scratch.id("A"), .descendant = scratch.id("C")},
                                   {.ancestor = scratch.id("C"), .descendant = scratch.id("A")},
                                   {.ancestor = scratch.id("A"), .descendant = scratch.id("A")}}),
            expected);
  EXPECT_TRUE(objects.find_ancestry({}).empty());
}

// A query reads what lies between the two commits, and not the history before.
TEST(Ancestry, StopsWhereBothCommitsMeet) {
  History history;
  history.commit("c0", {}, {});
  for (int i = 1; i < 50; ++i) {
    history.commit("c" + std::to_string(i), {"c" + std::to_string(i - 1)}, {});
  }
  history.commit("left", {"c49"}, {});
  history.commit("right", {"c49"}, {});
  const ScratchRepository scratch(history);
  StoreOf store(scratch);
  EXPECT_FALSE(Ancestry(*store).find(scratch.id("left"), scratch.id("right")) == Reach::kYes);
  EXPECT_LT(store.reads(), 10u);
}

void compare_with_git(std::uint32_t seed, Clocks clocks) {
  RandomText random(2000 + seed);
  const RandomHistory generated = random_history(random, {"x"}, 30, clocks);
  const ScratchRepository scratch(generated.history);
  StoreOf store(scratch);
  Ancestry ancestry(*store);
  for (const std::string& descendant : generated.commits) {
    const auto reached = scratch.names_by_git({"rev-list", descendant});
    const std::set<std::string> ancestors(reached.begin(), reached.end());
    for (const std::string& ancestor : generated.commits) {
      EXPECT_EQ(ancestry.find(scratch.id(ancestor), scratch.id(descendant)) == Reach::kYes,
                ancestors.contains(ancestor))
          << "seed " << seed << ": " << ancestor << " of " << descendant;
    }
  }
}

TEST(Ancestry, IsGitsInRandomHistories) {
  for (std::uint32_t seed = 0; seed < 6; ++seed) compare_with_git(seed, Clocks::kRight);
}

TEST(Ancestry, DoesNotDependOnClocks) {
  for (std::uint32_t seed = 6; seed < 14; ++seed) compare_with_git(seed, Clocks::kWrong);
}

}  // namespace
}  // namespace l10n_drift
