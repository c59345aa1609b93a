#include "git/removal_search.h"

#include <gtest/gtest.h>

#include <string>

#include "support/scratch_repository.h"
#include "support/store.h"

namespace l10n_drift {
namespace {

constexpr char kX[] = "docs/x.md";
constexpr char kY[] = "docs/y.md";

class RemovalSearchTest : public testing::Test {
 protected:
  void have() { scratch_.import(history_); }

  // The commit that removed the path, and its parent; or "none".
  std::string removal(const std::string& tip, const std::string& path,
                      const std::string& folder = "docs") {
    StoreOf store(scratch_);
    RemovalSearch search(*store, scratch_.id(tip), folder);
    const auto found = search.find(path);
    return found ? scratch_.name(found->commit) + " after " + scratch_.name(found->parent) : "none";
  }

  History history_;
  ScratchRepository scratch_;
};

TEST_F(RemovalSearchTest, TheNewestRemovalIsTold) {
  history_.commit("A", {}, {write_file(kX, "1")});
  history_.commit("B", {"A"}, {remove_file(kX)});
  history_.commit("C", {"B"}, {write_file(kX, "2")});
  history_.commit("D", {"C"}, {remove_file(kX)});
  history_.commit("E", {"D"}, {write_file(kY, "1")});
  have();
  EXPECT_EQ(removal("E", kX), "D after C");
  EXPECT_EQ(removal("E", kX, ""), "D after C") << "of all files";
  EXPECT_EQ(removal("B", kX), "B after A");
  EXPECT_EQ(removal("E", "docs/never.md"), "none");
}

TEST_F(RemovalSearchTest, AFolderThatIsGoneTookItsFilesAlong) {
  history_.commit("A", {}, {write_file(kX, "1"), write_file("other", "1")});
  history_.commit("B", {"A"}, {remove_file(kX)});
  history_.commit("C", {"B"}, {write_file(kY, "1")});
  have();
  EXPECT_EQ(removal("C", kX), "B after A");
}

TEST_F(RemovalSearchTest, AFolderInAFilesPlaceIsNoFile) {
  history_.commit("A", {}, {write_file(kX, "1")});
  history_.commit("B", {"A"}, {remove_file(kX), write_file("docs/x.md/page.md", "1")});
  have();
  EXPECT_EQ(removal("B", kX), "B after A");
}

//     o---A-------M---N    removed on the topic
//          `--B--'
TEST_F(RemovalSearchTest, ARemovalOnATopicIsFoundBehindTheMerge) {
  history_.commit("A", {}, {write_file(kX, "1")});
  history_.commit("B", {"A"}, {remove_file(kX), write_file(kY, "1")});
  history_.commit("C", {"A"}, {write_file("docs/z.md", "1")});
  history_.commit("M", {"C", "B"}, {remove_file(kX), write_file(kY, "1")});
  history_.commit("N", {"M"}, {write_file(kY, "2")});
  have();
  EXPECT_EQ(removal("N", kX), "B after A");
}

TEST_F(RemovalSearchTest, AMergeRemovesWhatAllItsParentsHave) {
  history_.commit("A", {}, {write_file(kX, "1")});
  history_.commit("B", {"A"}, {write_file(kX, "2")});
  history_.commit("C", {"A"}, {write_file(kX, "3")});
  history_.commit("M", {"B", "C"}, {remove_file(kX)});
  have();
  EXPECT_EQ(removal("M", kX), "M after B");
}

// As git goes on to a parent that never had it, and finds nothing there.
TEST_F(RemovalSearchTest, AParentThatNeverHadTheFileHidesTheOther) {
  history_.commit("o", {}, {write_file(kY, "1")});
  history_.commit("A", {"o"}, {write_file(kX, "1")});
  history_.commit("B", {"o"}, {write_file(kY, "2")});
  history_.commit("M", {"A", "B"}, {remove_file(kX), write_file(kY, "2")});
  have();
  EXPECT_EQ(removal("M", kX), "none");
}

TEST_F(RemovalSearchTest, ItReadsAsFarAsItIsAsked) {
  history_.commit("A", {}, {write_file(kX, "1"), write_file(kY, "1")});
  history_.commit("B", {"A"}, {remove_file(kY)});
  history_.commit("C", {"B"}, {remove_file(kX), write_file("docs/z.md", "1")});
  have();
  StoreOf store(scratch_);
  RemovalSearch search(*store, scratch_.id("C"), "docs");
  EXPECT_FALSE(search.is_met(kX));
  EXPECT_TRUE(search.read_on());
  EXPECT_TRUE(search.is_met(kX));
  EXPECT_FALSE(search.is_met(kY));
  EXPECT_TRUE(search.read_on());
  EXPECT_TRUE(search.is_met(kY));
  EXPECT_FALSE(search.read_on()) << "the root has no parent to be compared with";
}

}  // namespace
}  // namespace l10n_drift
