#include "git/merge_bases.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "git/objects.h"
#include "support/error_text.h"
#include "support/random_history.h"
#include "support/run_git.h"
#include "support/scratch_repository.h"
#include "support/store.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using testing::UnorderedElementsAreArray;
using Names = std::vector<std::string>;

//     o---A---B---M       M and N merge B and C crosswise.
//          \    X         F is another root.
//           `--C---N
History crossed_history() {
  History history;
  history.commit("o", {}, {});
  history.commit("A", {"o"}, {});
  history.commit("B", {"A"}, {});
  history.commit("C", {"A"}, {write_file("x", "1")});
  history.commit("M", {"B", "C"}, {});
  history.commit("N", {"C", "B"}, {});
  history.commit("F", {}, {write_file("x", "2")});
  return history;
}

TEST(MergeBases, AreWhereHistoriesPart) {
  const ScratchRepository scratch(crossed_history());
  const Objects objects = scratch.objects();
  const auto bases = [&](const char* one, const char* other) {
    return scratch.names(objects.find_merge_bases(scratch.id(one), scratch.id(other)));
  };
  EXPECT_THAT(bases("B", "C"), ElementsAre("A"));
  EXPECT_THAT(bases("B", "M"), ElementsAre("B")) << "one contains the other";
  EXPECT_THAT(bases("B", "B"), ElementsAre("B"));
  EXPECT_THAT(bases("M", "N"), UnorderedElementsAre("B", "C")) << "merged crosswise";
  EXPECT_THAT(bases("M", "F"), IsEmpty()) << "nothing in common";
}

Names bases_by_git(const ScratchRepository& scratch, const std::string& one,
                   const std::string& other) {
  // Git exits with 1 where there is none.
  return scratch.names_by_git(
      {"-c", "alias.bases=!git merge-base --all $1 $2 || true; :", "bases", one, other});
}

void compare_bases_with_git(std::uint32_t seed, Clocks clocks) {
  RandomText random(3000 + seed);
  const RandomHistory generated = random_history(random, {"x"}, 20, clocks);
  const ScratchRepository scratch(generated.history);
  StoreOf store(scratch);
  for (std::size_t i = 0; i < generated.commits.size(); ++i) {
    for (std::size_t k = i % 3; k < i; k += 3) {
      const std::string& one = generated.commits[i];
      const std::string& other = generated.commits[k];
      const MergeBases found = find_merge_bases(*store, scratch.id(one), scratch.id(other));
      EXPECT_THAT(scratch.names(found.commits),
                  UnorderedElementsAreArray(bases_by_git(scratch, one, other)))
          << "seed " << seed << ": " << one << " and " << other;
    }
  }
}

TEST(MergeBases, AreGitsInRandomHistories) {
  for (std::uint32_t seed = 0; seed < 3; ++seed) compare_bases_with_git(seed, Clocks::kRight);
}

TEST(MergeBases, DoNotDependOnClocks) {
  for (std::uint32_t seed = 3; seed < 7; ++seed) compare_bases_with_git(seed, Clocks::kWrong);
}

TEST(MergeBases, AreNotTakenForNoneWhereAShallowCloneEnds) {
  const ScratchRepository scratch(crossed_history());
  scratch.git({"branch", "b", "B"});
  scratch.git({"branch", "c", "C"});
  const ScratchFolder folder;
  const std::string clone = folder.at("clone");
  run_git(folder.path(), {"clone", "--quiet", "--bare", "--depth", "1", "--no-single-branch",
                          "file://" + scratch.path(), clone});
  const Repository repository = Repository::open({.path = clone, .shallow = Shallow::kAllow});
  EXPECT_THAT(
      error_text([&] { repository.objects().find_merge_bases(scratch.id("B"), scratch.id("C")); }),
      HasSubstr("its history ends before base and branch meet"));
}

}  // namespace
}  // namespace l10n_drift
