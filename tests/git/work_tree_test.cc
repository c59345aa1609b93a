#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "git/repository.h"
#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const WorkTreeChange kChangedA = {"d/a", WorkTreeState::kChanged};

// d/a, d/b and e, which are checked out.
class WorkTreeTest : public testing::Test {
 protected:
  WorkTreeTest() {
    History history;
    history.commit("A", {},
                   {write_file("d/a", "1\n"), write_file("d/b", "1\n"), write_file("e", "1\n")});
    history.point("refs/heads/main", "A");
    scratch_.import(history);
    scratch_.git({"reset", "-q", "--hard"});
  }

  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(std::filesystem::path(scratch_.at(name)).parent_path());
    std::ofstream(scratch_.at(name)) << text;
  }

  std::vector<WorkTreeChange> changes(const std::vector<std::string>& places) const {
    return scratch_.open().work_tree_changes(places);
  }

  ScratchRepository scratch_;
};

TEST_F(WorkTreeTest, TheCommitThatIsCheckedOutIsKnownWhereThereIsAWorkTree) {
  EXPECT_EQ(scratch_.open().checked_out(), scratch_.id("A"));
  EXPECT_EQ(ScratchRepository().open().checked_out(), std::nullopt);
  scratch_.git({"clone", "-q", "--bare", ".", "bare"});
  const Repository bare = Repository::open({.path = scratch_.at("bare")});
  EXPECT_EQ(bare.checked_out(), std::nullopt);
  EXPECT_THAT(bare.work_tree_changes({""}), IsEmpty());
}

TEST_F(WorkTreeTest, AFileIsAsItWasCommittedOrChangedOrNew) {
  EXPECT_THAT(changes({""}), IsEmpty());
  write("d/a", "2\n");
  write("d/sub/new", "1\n");
  write("d/added", "1\n");
  write("e", "2\n");
  scratch_.git({"add", "d/added", "e"});
  EXPECT_THAT(changes({"d"}), ElementsAre(kChangedA, WorkTreeChange{"d/added", WorkTreeState::kNew},
                                          WorkTreeChange{"d/sub/new", WorkTreeState::kNew}));
  EXPECT_THAT(changes({"d/a", "nothing"}), ElementsAre(kChangedA));
  EXPECT_THAT(changes({"e", "d/b"}), ElementsAre(WorkTreeChange{"e", WorkTreeState::kChanged}));
  EXPECT_THAT(changes({}), IsEmpty());
}

TEST_F(WorkTreeTest, AtTheRootNewFoldersAreNotLookedInto) {
  write("new/a", "1\n");
  write("f", "1\n");
  EXPECT_THAT(changes({""}), ElementsAre(WorkTreeChange{"f", WorkTreeState::kNew},
                                         WorkTreeChange{"new/", WorkTreeState::kNew}));
}

TEST_F(WorkTreeTest, WhatIsIgnoredOrNotThereIsNoChange) {
  write(".git/info/exclude", "d/new\n");
  write("d/new", "1\n");
  scratch_.git({"rm", "-q", "d/a"});
  std::filesystem::remove(scratch_.at("d/b"));
  EXPECT_THAT(changes({"d"}), IsEmpty());
}

TEST_F(WorkTreeTest, ASparseOrAnEmptyWorkTreeHasNoChange) {
  scratch_.git({"sparse-checkout", "set", "x"});
  EXPECT_THAT(changes({"d"}), IsEmpty());
  scratch_.git({"clone", "-q", "--no-checkout", ".", "empty"});
  EXPECT_THAT(Repository::open({.path = scratch_.at("empty")}).work_tree_changes({"d"}), IsEmpty());
}

TEST_F(WorkTreeTest, AFileThatWasOnlyTouchedOrHasOtherLineEndsIsAsItWas) {
  write("d/a", "1\n");
  std::filesystem::remove(scratch_.at("d/b"));
  scratch_.git({"-c", "core.autocrlf=true", "checkout", "d/b"});
  ASSERT_EQ(std::filesystem::file_size(scratch_.at("d/b")), 3U);
  scratch_.git({"config", "core.autocrlf", "true"});
  write("d/b", "1\r\n");
  EXPECT_THAT(changes({"d"}), IsEmpty());
}

// libgit2 runs no filters, and nobody may be told that all pictures have changed.
TEST_F(WorkTreeTest, WhatAProgramMakesOfAFileIsNoChange) {
  write(".git/info/attributes", "d/a filter=lfs\n");
  scratch_.git({"config", "filter.lfs.clean", "touch ran"});
  write("d/a", "large\n");
  EXPECT_THAT(changes({"d"}), IsEmpty());
  EXPECT_FALSE(std::filesystem::exists(scratch_.at("ran")));
}

TEST_F(WorkTreeTest, ALinkedWorkTreeHasItsOwnChanges) {
  scratch_.git({"worktree", "add", "-q", "--detach", "linked"});
  write("linked/d/a", "2\n");
  EXPECT_THAT(changes({"d"}), IsEmpty());
  const Repository linked = Repository::open({.path = scratch_.at("linked")});
  EXPECT_EQ(linked.checked_out(), scratch_.id("A"));
  EXPECT_THAT(linked.work_tree_changes({"d"}), ElementsAre(kChangedA));
}

}  // namespace
}  // namespace l10n_drift
