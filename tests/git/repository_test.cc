#include "git/repository.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Names = std::vector<std::string>;

class RepositoryTest : public testing::Test {
 protected:
  RepositoryTest() {
    History history;
    history.commit_at(1'602'902'652, "A", {},
                      {write_file("a", "text of a"), write_file("a.b", "2"),
                       write_file("content/ko/x", "3"), write_file("content/ko.d", "4"),
                       write_file("content/ja/y", "5"), write_symlink("content/ko/link", "x"),
                       write_submodule("content/ko/module", std::string(40, '1'))});
    scratch_.import(history);
  }

  Names list(const std::string& folder) const {
    Names paths;
    for (const TreeFile& file : scratch_.open().list_files(scratch_.tree("A"), folder)) {
      paths.push_back(file.path);
    }
    return paths;
  }

  ScratchRepository scratch_;
};

TEST_F(RepositoryTest, ListsFilesByTheirWholePathsSorted) {
  EXPECT_THAT(list(""), ElementsAre("a", "a.b", "content/ja/y", "content/ko.d", "content/ko/link",
                                    "content/ko/module", "content/ko/x"));
  EXPECT_THAT(list("content/ko"),
              ElementsAre("content/ko/link", "content/ko/module", "content/ko/x"));
}

TEST_F(RepositoryTest, ListsNothingBelowWhatIsNoFolder) {
  for (const std::string folder : {"a", "content/k", "content/ko/x", "none/at/all"}) {
    EXPECT_THAT(list(folder), IsEmpty()) << folder;
    EXPECT_FALSE(scratch_.open().find_folder(scratch_.tree("A"), folder)) << folder;
    EXPECT_THAT(scratch_.open().list_folders(scratch_.tree("A"), folder), IsEmpty()) << folder;
  }
}

TEST_F(RepositoryTest, ListsFoldersButNotWhatLooksLikeThem) {
  const Repository repository = scratch_.open();
  EXPECT_THAT(repository.list_folders(scratch_.tree("A"), ""), ElementsAre("content"));
  EXPECT_THAT(repository.list_folders(scratch_.tree("A"), "content"), ElementsAre("ja", "ko"));
  EXPECT_THAT(repository.list_folders(scratch_.tree("A"), "content/ko"), IsEmpty());
  EXPECT_EQ(repository.find_folder(scratch_.tree("A"), ""), scratch_.tree("A"));
  EXPECT_EQ(repository.find_folder(scratch_.tree("A"), "content/ko"), scratch_.id("A:content/ko"));
}

TEST_F(RepositoryTest, ReadsBlobsAndCommits) {
  const Repository repository = scratch_.open();
  EXPECT_EQ(repository.read_blob(scratch_.id("A:a")), "text of a");
  const ObjectId commit = scratch_.id("A");
  EXPECT_EQ(repository.read_commit(commit).tree, scratch_.tree("A"));
  EXPECT_EQ(repository.stamp(commit), (CommitStamp{commit.hex(), "2020-10-17T02:44:12+00:00"}));
  EXPECT_EQ(repository.describe(commit),
            (SourceCommit{commit.hex(), "2020-10-17T02:44:12+00:00", "A"}));
}

TEST_F(RepositoryTest, TellsThePhasesOfAllThatWereReopenedFromIt) {
  const Repository repository = scratch_.open();
  {
    const auto list = repository.measure(Phase::kList);
    repository.list_folders(scratch_.tree("A"), "content");
    const auto walk = repository.measure(Phase::kWalk);
    repository.read_commit(scratch_.id("A"));
  }
  {
    const Repository other = repository.reopen();
    const auto count = other.measure(Phase::kCount);
    other.read_blob(scratch_.id("A:a"));
  }
  Statistics statistics = repository.statistics();
  EXPECT_EQ(statistics[Phase::kList].trees, 2u) << "the root and content";
  EXPECT_EQ(statistics[Phase::kList].objects(), 2u) << "and not what a later phase reads";
  EXPECT_EQ(statistics[Phase::kWalk].commits, 1u);
  EXPECT_EQ(statistics[Phase::kCount].blobs, 1u);
  EXPECT_GT(statistics[Phase::kOpen].seconds, 0);
}

}  // namespace
}  // namespace l10n_drift
