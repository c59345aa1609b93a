#include "git/history_walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "git/walk_fixture.h"
#include "support/random_history.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

// ---- Which commit it is ----

TEST_F(HistoryWalkTest, TheLastChangeIsTheTouchAndTellsAllOfIt) {
  History history;
  history.commit("A", {}, {write_file(kX, "1")});
  history.commit_at(1'602'902'652, "B", {"A"}, {write_file(kX, "2")});
  history.commit("C", {"B"}, {write_file("content/en/x.md", "source")});
  have(history);
  const Objects objects = scratch_.objects();
  std::vector<Touch> touches;
  objects.walk_history(scratch_.id("C"), files_at(scratch_, "C", {kX}), kLayout,
                       [&](std::size_t, const Touch& touch) {
                         touches.push_back(touch);
                         return Onward::kStop;
                       },
                       {});
  ASSERT_EQ(touches.size(), 1u);
  EXPECT_EQ(touches[0].commit, scratch_.id("B"));
  EXPECT_EQ(touches[0].tree, scratch_.tree("B"));
  EXPECT_EQ(touches[0].blob, scratch_.id(std::string("B:") + kX));
  EXPECT_EQ(touches[0].path, kX);
  EXPECT_EQ(touches[0].time, 1'602'902'652);
  EXPECT_EQ(touches[0].offset_minutes, 0);
}

TEST_F(HistoryWalkTest, WithoutFilesThereIsNothingToWalk) {
  History history;
  history.commit("A", {}, {write_file(kX, "1")});
  have(history);
  EXPECT_THAT(last_touches("A", {}), ElementsAre());
}

//     o---A---M    `x` is as in A, `y` as in B only.
//      \     /
//       B----
TEST_F(HistoryWalkTest, AMergeGoesOnToTheParentThatHasTheSame) {
  History history;
  history.commit("o", {}, {write_file(kX, "1"), write_file(kY, "1")});
  history.commit("A", {"o"}, {write_file(kX, "2")});
  history.commit("B", {"o"}, {write_file(kY, "2")});
  history.commit("M", {"A", "B"}, {write_file(kY, "2")});
  have(history);
  EXPECT_THAT(last_touches("M", {kX, kY}), ElementsAre("A", "B"));
}

TEST_F(HistoryWalkTest, AMergeThatTakesNeitherSideIsATouch) {
  History history;
  history.commit("o", {}, {write_file(kX, "1")});
  history.commit("A", {"o"}, {write_file(kX, "2")});
  history.commit("B", {"o"}, {write_file(kX, "3")});
  history.commit("M", {"A", "B"}, {write_file(kX, "2 and 3")});
  have(history);
  EXPECT_THAT(last_touches("M", {kX}), ElementsAre("M"));
}

// What a merge throws away is not looked at, newer or not: git simplifies history in this way.
TEST_F(HistoryWalkTest, AMergeThatKeepsOneSideHidesTheOther) {
  History history;
  history.commit("A", {}, {write_file(kX, "1")});
  history.commit("B", {"A"}, {write_file(kX, "2")});
  history.commit("M", {"A", "B"}, {});
  have(history);
  EXPECT_THAT(last_touches("M", {kX}), ElementsAre("A"));
}

TEST_F(HistoryWalkTest, OfParentsThatHaveTheSameTheFirstIsTaken) {
  History history;
  history.commit("o", {}, {write_file(kX, "1")});
  history.commit("A", {"o"}, {write_file(kX, "2")});
  history.commit("B", {"o"}, {write_file(kX, "2")});
  history.commit("M", {"A", "B"}, {});
  history.commit("N", {"B", "A"}, {});
  have(history);
  EXPECT_THAT(last_touches("M", {kX}), ElementsAre("A"));
  EXPECT_THAT(last_touches("N", {kX}), ElementsAre("B"));
}

TEST_F(HistoryWalkTest, AnOctopusHasAnyNumberOfSides) {
  History history;
  history.commit("o", {}, {write_file(kX, "0"), write_file(kY, "0")});
  history.commit("A", {"o"}, {write_file(kX, "1")});
  history.commit("B", {"o"}, {write_file(kX, "2")});
  history.commit("C", {"o"}, {write_file(kX, "3"), write_file(kY, "3")});
  history.commit("M", {"A", "B", "C"}, {write_file(kX, "2"), write_file(kY, "3")});
  have(history);
  EXPECT_THAT(last_touches("M", {kX, kY}), ElementsAre("B", "C"));
}

TEST_F(HistoryWalkTest, SeveralRootsAreSeveralEnds) {
  History history;
  history.commit("A", {}, {write_file(kX, "1")});
  history.commit("B", {}, {write_file(kY, "1")});
  history.commit("M", {"A", "B"}, {write_file(kY, "1")});
  have(history);
  EXPECT_THAT(last_touches("M", {kX, kY}), ElementsAre("A", "B"));
}

TEST_F(HistoryWalkTest, ClocksDecideNothing) {
  // B is A's child and older by its clock; M is older than all.
  History history;
  history.commit_at(5'000, "o", {}, {write_file(kX, "1"), write_file(kY, "1")});
  history.commit_at(9'000, "A", {"o"}, {write_file(kX, "2")});
  history.commit_at(1'000, "B", {"A"}, {write_file(kX, "3")});
  history.commit_at(8'000, "C", {"o"}, {write_file(kY, "2")});
  history.commit_at(10, "M", {"C", "B"}, {write_file(kX, "3")});
  have(history);
  EXPECT_THAT(last_touches("M", {kX, kY}), ElementsAre("B", "C"));
}

TEST_F(HistoryWalkTest, AFileBroughtBackIsTouchedByItsReturn) {
  History history;
  history.commit("A", {}, {write_file(kX, "1")});
  history.commit("B", {"A"}, {remove_file(kX)});
  history.commit("C", {"B"}, {write_file(kX, "1")});
  history.commit("D", {"C"}, {write_file(kY, "1")});
  have(history);
  EXPECT_THAT(last_touches("D", {kX}), ElementsAre("C"));
}

// ---- The touches before ----

TEST_F(HistoryWalkTest, GoesOnAsFarAsItIsAsked) {
  History history;
  history.commit("A", {}, {write_file(kX, "1")});
  history.commit("B", {"A"}, {remove_file(kX)});
  history.commit("C", {"B"}, {write_file(kX, "2")});
  history.commit("D", {"C"}, {write_file(kX, "3")});
  have(history);
  EXPECT_THAT(all_touches("D", kX, Onward::kStop), UnorderedElementsAre("D"));
  EXPECT_THAT(all_touches("D", kX, Onward::kFirstWithPath), UnorderedElementsAre("D", "C"));
  EXPECT_THAT(all_touches("D", kX, Onward::kAllParents), UnorderedElementsAre("D", "C", "A"))
      << "a deletion is passed over";
}

//     A---B---C---D    B deletes x, D has it again.
TEST_F(HistoryWalkTest, GoesPastDeletionsIfItIsAskedTo) {
  History history;
  history.commit("A", {}, {write_file(kX, "1"), write_file(kY, "1")});
  history.commit("B", {"A"}, {remove_file(kX)});
  history.commit("C", {"B"}, {write_file(kY, "2")});
  history.commit("D", {"C"}, {write_file(kX, "1")});
  have(history);
  EXPECT_THAT(all_touches("D", kX, Onward::kFirstWithPath), ElementsAre("D"));
  EXPECT_THAT(all_touches("D", kX, Onward::kPastDeletions), UnorderedElementsAre("D", "A"));
  std::vector<bool> was_deleted_after;
  const auto visit = [&](std::size_t, const Touch& touch) {
    was_deleted_after.push_back(touch.was_deleted_after);
    return Onward::kPastDeletions;
  };
  scratch_.objects().walk_history(scratch_.id("D"), files_at(scratch_, "D", {kX}), kLayout, visit,
                                  {});
  EXPECT_THAT(was_deleted_after, ElementsAre(false, true));
}

// A merge that deletes it, and a name that nobody had before.
TEST_F(HistoryWalkTest, GoesPastDeletionsOnOneLine) {
  History history;
  history.commit("o", {}, {write_file(kX, "0"), write_file(kY, "0")});
  history.commit("A", {"o"}, {write_file(kX, "1")});
  history.commit("B", {"o"}, {write_file(kX, "2")});
  history.commit("M", {"A", "B"}, {remove_file(kX)});
  history.commit("N", {"M"}, {write_file(kX, "3")});
  history.commit("O", {"N"}, {write_file("content/ko/new.md", "1")});
  have(history);
  EXPECT_THAT(all_touches("O", kX, Onward::kPastDeletions), UnorderedElementsAre("N", "A", "o"));
  EXPECT_THAT(all_touches("O", "content/ko/new.md", Onward::kPastDeletions), ElementsAre("O"));
}

TEST_F(HistoryWalkTest, BehindAMergeItGoesToAllSidesOrToTheFirst) {
  History history;
  history.commit("o", {}, {write_file(kX, "0")});
  history.commit("A", {"o"}, {write_file(kX, "1")});
  history.commit("B", {"o"}, {write_file(kX, "2")});
  history.commit("M", {"A", "B"}, {write_file(kX, "3")});
  have(history);
  EXPECT_THAT(all_touches("M", kX, Onward::kAllParents), UnorderedElementsAre("M", "A", "B", "o"));
  EXPECT_THAT(all_touches("M", kX, Onward::kFirstWithPath), UnorderedElementsAre("M", "A", "o"));
}

TEST_F(HistoryWalkTest, TheFirstParentWithThePathNeedNotBeTheFirstParent) {
  History history;
  history.commit("o", {}, {write_file(kY, "0")});
  history.commit("A", {"o"}, {write_file(kX, "1")});
  history.commit("M", {"o", "A"}, {write_file(kX, "2")});
  have(history);
  EXPECT_THAT(all_touches("M", kX, Onward::kFirstWithPath), UnorderedElementsAre("M", "A"));
}

TEST_F(HistoryWalkTest, TouchesBeforeAMoveHaveTheOldName) {
  History history;
  history.commit("A", {}, {write_file("content/ko/old.md", "1")});
  history.commit("B", {"A"}, {write_file("content/ko/old.md", "2")});
  history.commit("C", {"B"}, {remove_file("content/ko/old.md"), write_file(kX, "2")});
  history.commit("D", {"C"}, {write_file(kX, "3")});
  have(history);
  EXPECT_THAT(all_touches("D", kX, Onward::kAllParents), UnorderedElementsAre("D", "B", "A"));
}

TEST_F(HistoryWalkTest, TellsOfProgressInALongHistoryAndMayBeStoppedByIt) {
  History history;
  history.commit("c0", {}, {write_file(kX, "1")});
  for (int i = 1; i < 600; ++i) {
    history.commit("c" + std::to_string(i), {"c" + std::to_string(i - 1)},
                   {write_file("content/en/x.md", std::to_string(i))});
  }
  have(history);
  const Objects objects = scratch_.objects();
  const auto stop = [](std::size_t, const Touch&) { return Onward::kStop; };
  const auto files = files_at(scratch_, "c599", {kX});
  std::vector<std::size_t> commits;
  objects.walk_history(scratch_.id("c599"), files, kLayout, stop,
                       [&](std::size_t visited, std::size_t unresolved) {
                         commits.push_back(visited);
                         EXPECT_EQ(unresolved, 1u);
                       });
  ASSERT_GE(commits.size(), 2u);
  EXPECT_LT(commits.front(), commits.back());
  EXPECT_LE(commits.back(), 600u);
  EXPECT_THROW(objects.walk_history(scratch_.id("c599"), files, kLayout, stop,
                                    [](std::size_t, std::size_t) { throw 1; }),
               int);
}

// ---- Against git ----

std::vector<std::string> numbered_paths(std::size_t count) {
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < count; ++i) {
    paths.push_back((i % 2 == 0 ? "content/ko/a" : "content/ja/b/c") + std::to_string(i));
  }
  return paths;
}

// `git log` names the same commit for each file, whatever the clocks say.
TEST_F(HistoryWalkTest, RandomHistoriesGiveWhatGitLogGives) {
  const std::vector<std::string> paths = numbered_paths(5);
  std::size_t compared = 0;
  for (std::uint32_t seed = 0; seed < 24; ++seed) {
    RandomText random(seed);
    const RandomHistory generated =
        random_history(random, paths, 25, seed % 2 == 0 ? Clocks::kRight : Clocks::kWrong);
    const ScratchRepository scratch(generated.history);
    const std::string& tip = generated.commits.back();
    const auto files = files_at(scratch, tip, paths);
    std::map<std::string, std::string> found;
    scratch.objects().walk_history(scratch.id(tip), files, kLayout,
                                   [&](std::size_t file, const Touch& touch) {
                                     found[files[file].path] = touch.commit.hex() + '\n';
                                     return Onward::kStop;
                                   },
                                   {});
    for (const FollowedFile& file : files) {
      EXPECT_EQ(found[file.path], scratch.git({"--literal-pathspecs", "log", "-1", "--format=%H",
                                               tip, "--", file.path}))
          << "seed " << seed << ", " << file.path;
      ++compared;
    }
  }
  EXPECT_GT(compared, 50u);
}

}  // namespace
}  // namespace l10n_drift
