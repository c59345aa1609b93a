#include "git/objects.h"

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

class ObjectsTest : public testing::Test {
 protected:
  ObjectsTest() {
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
    for (const TreeFile& file : scratch_.objects().list_files(scratch_.tree("A"), folder)) {
      paths.push_back(file.path);
    }
    return paths;
  }

  ScratchRepository scratch_;
};

TEST_F(ObjectsTest, ListsFilesByTheirWholePathsSorted) {
  EXPECT_THAT(list(""), ElementsAre("a", "a.b", "content/ja/y", "content/ko.d", "content/ko/link",
                                    "content/ko/module", "content/ko/x"));
  EXPECT_THAT(list("content/ko"),
              ElementsAre("content/ko/link", "content/ko/module", "content/ko/x"));
}

TEST_F(ObjectsTest, ListsNothingBelowWhatIsNoFolder) {
  for (const std::string folder : {"a", "content/k", "content/ko/x", "none/at/all"}) {
    EXPECT_THAT(list(folder), IsEmpty()) << folder;
    EXPECT_FALSE(scratch_.objects().find_folder(scratch_.tree("A"), folder)) << folder;
    EXPECT_THAT(scratch_.objects().list_folders(scratch_.tree("A"), folder), IsEmpty()) << folder;
  }
}

TEST_F(ObjectsTest, ListsFoldersButNotWhatLooksLikeThem) {
  const Objects objects = scratch_.objects();
  EXPECT_THAT(objects.list_folders(scratch_.tree("A"), ""), ElementsAre("content"));
  EXPECT_THAT(objects.list_folders(scratch_.tree("A"), "content"), ElementsAre("ja", "ko"));
  EXPECT_THAT(objects.list_folders(scratch_.tree("A"), "content/ko"), IsEmpty());
  EXPECT_EQ(objects.find_folder(scratch_.tree("A"), ""), scratch_.tree("A"));
  EXPECT_EQ(objects.find_folder(scratch_.tree("A"), "content/ko"), scratch_.id("A:content/ko"));
}

TEST_F(ObjectsTest, ReadsBlobsAndCommits) {
  const Objects objects = scratch_.objects();
  EXPECT_EQ(objects.read_blob(scratch_.id("A:a")), "text of a");
  const ObjectId commit = scratch_.id("A");
  EXPECT_EQ(objects.read_commit(commit).tree, scratch_.tree("A"));
  EXPECT_EQ(objects.stamp(commit), (CommitStamp{commit.hex(), "2020-10-17T02:44:12+00:00"}));
  EXPECT_EQ(objects.describe(commit),
            (SourceCommit{commit.hex(), "2020-10-17T02:44:12+00:00", "A"}));
}

TEST_F(ObjectsTest, TellsThePhasesOfThoseForOtherThreadsToo) {
  const Objects objects = scratch_.objects();
  {
    const auto list = objects.measure(Phase::kList);
    objects.list_folders(scratch_.tree("A"), "content");
    const auto walk = objects.measure(Phase::kWalk);
    objects.read_commit(scratch_.id("A"));
  }
  {
    const Objects other = objects.for_another_thread();
    const auto count = other.measure(Phase::kCount);
    other.read_blob(scratch_.id("A:a"));
  }
  Statistics statistics = objects.statistics();
  EXPECT_EQ(statistics[Phase::kList].trees, 2u) << "the root and content";
  EXPECT_EQ(statistics[Phase::kList].objects(), 2u) << "and not what a later phase reads";
  EXPECT_EQ(statistics[Phase::kWalk].commits, 1u);
  EXPECT_EQ(statistics[Phase::kCount].blobs, 1u);
  EXPECT_GT(statistics[Phase::kOpen].seconds, 0);
}

}  // namespace
}  // namespace l10n_drift
