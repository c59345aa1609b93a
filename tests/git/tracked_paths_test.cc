#include "git/tracked_paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/store.h"
#include "support/two_trees.h"

namespace l10n_drift {
namespace {

using Names = std::vector<std::string>;

class TrackedPathsTest : public TwoTreesTest {
 protected:
  // Follows paths by the files 0, 1, ..., with their entries in A.
  TrackedPaths follow(const Names& paths) {
    StoreOf store(scratch_);
    TrackedPaths tracked;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      tracked.add(paths[i], {store->find_entries(scratch_.tree("A"), {paths[i]}).front(), {i}});
    }
    return tracked;
  }

  std::vector<Stray> move_to(TrackedPaths& tracked, const std::string& revision) {
    StoreOf store(scratch_);
    return tracked.move_to(*store, scratch_.tree(revision));
  }

  static Names paths_of(const std::vector<Stray>& strays) {
    Names paths;
    for (const Stray& stray : strays) paths.push_back(stray.path);
    return paths;
  }
};

TEST_F(TrackedPathsTest, KeepsWhatIsTheSameAndGivesBackTheRest) {
  have({write_file("d/kept", "1"), write_file("d/changed", "1"), write_file("d/gone", "1"),
        write_file("d/mode", "1"), write_file("top", "1")},
       {write_file("d/kept", "1"), write_file("d/changed", "2"), write_executable("d/mode", "1"),
        write_file("top", "1"), write_file("d/new", "1")});
  TrackedPaths tracked = follow({"top", "d/changed", "d/gone", "d/kept", "d/mode"});
  const std::vector<Stray> strays = move_to(tracked, "B");
  ASSERT_EQ(paths_of(strays), (Names{"d/changed", "d/gone", "d/mode"}));
  EXPECT_EQ(strays[0].file.entry->id, scratch_.id("A:d/changed"));
  EXPECT_EQ(strays[0].file.followers, (std::vector<std::size_t>{1}));
  EXPECT_EQ(strays[0].there->id, scratch_.id("B:d/changed"));
  EXPECT_FALSE(strays[1].there);
  EXPECT_EQ(strays[2].there->mode, 0100755u);
  EXPECT_EQ(paths_of(tracked.take_all()), (Names{"d/kept", "top"}));
  EXPECT_TRUE(tracked.empty());
}

TEST_F(TrackedPathsTest, FollowsAbsenceAsAnEntryLikeAnyOther) {
  have({write_file("x", "1")}, {write_file("x", "1"), write_file("d/back", "1")});
  TrackedPaths tracked = follow({"d/back", "d/never", "nowhere/at/all"});
  const std::vector<Stray> strays = move_to(tracked, "B");
  ASSERT_EQ(paths_of(strays), (Names{"d/back"}));
  EXPECT_FALSE(strays[0].file.entry);
  EXPECT_TRUE(strays[0].there);
  EXPECT_EQ(paths_of(tracked.take_all()), (Names{"d/never", "nowhere/at/all"}));
}

TEST_F(TrackedPathsTest, AFolderInAFilesPlaceIsAbsence) {
  have({write_file("a", "1"), write_file("b/c", "1")},
       {write_file("a/c", "1"), write_file("b", "1")});
  TrackedPaths tracked = follow({"a", "b/c"});
  const std::vector<Stray> strays = move_to(tracked, "B");
  ASSERT_EQ(paths_of(strays), (Names{"a", "b/c"}));
  EXPECT_FALSE(strays[0].there);
  EXPECT_FALSE(strays[1].there);
  EXPECT_TRUE(tracked.empty());
}

TEST_F(TrackedPathsTest, HoldsAFileAndAFolderOfOneName) {
  have({write_file("a", "1")}, {write_file("a/c", "1")});
  TrackedPaths tracked = follow({"a", "a/c"});
  const std::vector<Stray> strays = move_to(tracked, "B");
  ASSERT_EQ(paths_of(strays), (Names{"a", "a/c"}));
  EXPECT_FALSE(strays[0].there);
  EXPECT_TRUE(strays[1].there);
}

TEST_F(TrackedPathsTest, GoesBackAndForthBetweenTrees) {
  have({write_file("d/e/x", "1"), write_file("d/y", "1")},
       {write_file("d/e/x", "2"), write_file("d/y", "1")});
  TrackedPaths tracked = follow({"d/e/x", "d/y"});
  EXPECT_TRUE(move_to(tracked, "A").empty());
  EXPECT_EQ(paths_of(move_to(tracked, "B")), (Names{"d/e/x"}));
  EXPECT_TRUE(move_to(tracked, "A").empty());
  EXPECT_TRUE(move_to(tracked, "B").empty());
  EXPECT_EQ(paths_of(tracked.take_all()), (Names{"d/y"}));
}

TEST_F(TrackedPathsTest, ReadsNoFolderThatStayedTheSame) {
  have({write_file("d/same/x", "1"), write_file("d/other/y", "1"), write_file("e/z", "1")},
       {write_file("d/same/x", "1"), write_file("d/other/y", "2"), write_file("e/z", "1")});
  TrackedPaths tracked = follow({"d/other/y", "d/same/x", "e/z"});
  StoreOf store(scratch_);
  tracked.move_to(*store, scratch_.tree("A"));
  const std::size_t before = store.reads();
  tracked.move_to(*store, scratch_.tree("B"));
  EXPECT_EQ(store.reads() - before, 3u) << "the root, d and d/other";
}

TEST_F(TrackedPathsTest, AddsAPathOnceWithAllItsFollowers) {
  have({write_file("d/x", "1")}, {write_file("d/x", "2")});
  TrackedPaths tracked = follow({"d/x", "d/x"});
  tracked.add("d/x", {{}, {1, 5}});
  const std::vector<Stray> strays = tracked.take_all();
  ASSERT_EQ(paths_of(strays), (Names{"d/x"}));
  EXPECT_EQ(strays[0].file.followers, (std::vector<std::size_t>{0, 1, 5}));
}

TEST_F(TrackedPathsTest, MergesSetsOfTheSameCommit) {
  have({write_file("a", "1"), write_file("d/x", "1"), write_file("d/y", "1")},
       {write_file("a", "1"), write_file("d/x", "2"), write_file("d/y", "1")});
  TrackedPaths tracked = follow({"a", "d/x"});
  TrackedPaths other;
  other.add("d/x", {StoreOf(scratch_)->find_entries(scratch_.tree("A"), {"d/x"}).front(), {1, 7}});
  other.add("d/y", {StoreOf(scratch_)->find_entries(scratch_.tree("A"), {"d/y"}).front(), {8}});
  other.add("e/none", {{}, {9}});
  tracked.merge(std::move(other));
  tracked.merge(TrackedPaths());
  const std::vector<Stray> strays = move_to(tracked, "B");
  ASSERT_EQ(paths_of(strays), (Names{"d/x"}));
  EXPECT_EQ(strays[0].file.followers, (std::vector<std::size_t>{1, 7}));
  EXPECT_EQ(paths_of(tracked.take_all()), (Names{"a", "d/y", "e/none"}));
}

TEST_F(TrackedPathsTest, MergesIntoAnEmptySet) {
  have({write_file("a", "1")}, {});
  TrackedPaths tracked;
  tracked.merge(follow({"a"}));
  EXPECT_EQ(paths_of(move_to(tracked, "B")), (Names{"a"}));
}

// A set that has moved knows the ids of its folders, one that was added does not.
TEST_F(TrackedPathsTest, MergesAMovedSetWithAFreshOne) {
  have({write_file("d/x", "1"), write_file("d/y", "1")},
       {write_file("d/x", "1"), write_file("d/y", "2")});
  TrackedPaths moved = follow({"d/x"});
  ASSERT_TRUE(move_to(moved, "B").empty());
  TrackedPaths fresh;
  fresh.add("d/y", {StoreOf(scratch_)->find_entries(scratch_.tree("B"), {"d/y"}).front(), {1}});
  moved.merge(std::move(fresh));
  EXPECT_TRUE(move_to(moved, "B").empty());
  EXPECT_EQ(paths_of(move_to(moved, "A")), (Names{"d/y"}));
}

}  // namespace
}  // namespace l10n_drift
