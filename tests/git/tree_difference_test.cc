#include "git/tree_difference.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "git/tree_comparisons.h"
#include "support/store.h"
#include "support/two_trees.h"

namespace l10n_drift {
namespace {

using Names = std::vector<std::string>;

bool everywhere(std::string_view) { return true; }

class TreeDifferenceTest : public TwoTreesTest {
 protected:
  // "-path" for what A alone has, "+path" for what B alone has, "path" for what differs.
  Names differences(const FolderFilter& filter = everywhere) {
    StoreOf store(scratch_);
    Names lines;
    visit_differences(*store, scratch_.tree("A"), scratch_.tree("B"), filter,
                      [&](const std::string& path, const TreeEntry* a, const TreeEntry* b) {
                        lines.push_back((a == nullptr ? "+" : b == nullptr ? "-" : "") + path);
                      });
    return lines;
  }

  // The same from compare_trees, which leaves out what differs; TreeComparisons agrees with it.
  Names one_sided() {
    StoreOf store(scratch_);
    const TreeDifference difference =
        compare_trees(*store, scratch_.tree("A"), scratch_.tree("B"), everywhere);
    TreeComparisons comparisons(*store);
    for (int time = 1; time <= 2; ++time) {  // Read, and kept.
      EXPECT_EQ(lines_of(comparisons.compare(scratch_.tree("A"), scratch_.tree("B"))),
                lines_of(difference));
    }
    return lines_of(difference);
  }

  static Names lines_of(const TreeDifference& difference) {
    Names lines;
    for (const TreeFile& file : difference.removed) lines.push_back("-" + file.path);
    for (const TreeFile& file : difference.added) lines.push_back("+" + file.path);
    return lines;
  }
};

TEST_F(TreeDifferenceTest, TellsOfEveryPathInTheOrderOfTrees) {
  have({write_file("a", "1"), write_file("a.b", "1"), write_file("a-/x", "1"),
        write_file("same/x", "1"), write_file("z", "1")},
       {write_file("a", "2"), write_file("a-/y", "1"), write_file("aa", "1"),
        write_file("same/x", "1"), write_executable("z", "1")});
  EXPECT_EQ(differences(), (Names{"a", "-a-/x", "+a-/y", "-a.b", "+aa", "z"}));
  EXPECT_EQ(one_sided(), (Names{"-a-/x", "-a.b", "+a-/y", "+aa"}));
}

TEST_F(TreeDifferenceTest, AFolderInAFilesPlaceIsBoth) {
  have({write_file("a", "1"), write_file("b/c", "1"), write_file("b/d", "1")},
       {write_file("a/x", "1"), write_file("b", "1")});
  EXPECT_EQ(differences(), (Names{"-a", "+a/x", "+b", "-b/c", "-b/d"}));
}

TEST_F(TreeDifferenceTest, LinksAndSubmodulesAreNoFiles) {
  const std::string commit(40, '1');
  have({write_file("file", "1"), write_symlink("link", "x"), write_submodule("module", commit)},
       {write_file("other-file", "1"), write_symlink("other-link", "x"),
        write_submodule("other-module", commit)});
  EXPECT_EQ(one_sided(), (Names{"-file", "+other-file"}));
}

TEST_F(TreeDifferenceTest, AFileThatBecameALinkIsStillThere) {
  const std::string commit(40, '1');
  have({write_file("to-link", "1"), write_symlink("to-file", "x"), write_file("to-module", "1")},
       {write_symlink("to-link", "x"), write_file("to-file", "1"),
        write_submodule("to-module", commit)});
  EXPECT_EQ(one_sided(), Names{});
  EXPECT_EQ(differences(), (Names{"to-file", "to-link", "to-module"}));
}

TEST_F(TreeDifferenceTest, LooksOnlyIntoFoldersThatTheFilterLetsIn) {
  have({write_file("in/a", "1"), write_file("in/out/a", "1"), write_file("out/a", "1")},
       {write_file("b", "1")});
  const auto filter = [](std::string_view folder) { return folder == "in/"; };
  EXPECT_EQ(differences(filter), (Names{"+b", "-in/a"}));
}

TEST_F(TreeDifferenceTest, ReadsNoFolderThatIsTheSame) {
  have({write_file("same/deep/x", "1"), write_file("d/x", "1")},
       {write_file("same/deep/x", "1"), write_file("d/x", "2")});
  StoreOf store(scratch_);
  const auto ignore = [](const std::string&, const TreeEntry*, const TreeEntry*) {};
  visit_differences(*store, scratch_.tree("A"), scratch_.tree("B"), everywhere, ignore);
  EXPECT_EQ(store.reads(), 4u) << "two roots and two folders d";
  visit_differences(*store, scratch_.tree("A"), scratch_.tree("A"), everywhere, ignore);
  EXPECT_EQ(store.reads(), 4u) << "the same tree";
}

TEST_F(TreeDifferenceTest, EitherTreeMayBeMissing) {
  have({write_file("d/x", "1")}, {});
  StoreOf store(scratch_);
  const auto only_before = compare_trees(*store, scratch_.tree("A"), std::nullopt, everywhere);
  ASSERT_EQ(only_before.removed.size(), 1u);
  EXPECT_EQ(only_before.removed[0].path, "d/x");
  EXPECT_EQ(only_before.removed[0].entry.id, scratch_.id("A:d/x"));
  EXPECT_TRUE(only_before.added.empty());
  const auto only_after = compare_trees(*store, std::nullopt, scratch_.tree("A"), everywhere);
  EXPECT_EQ(only_after.added.size(), 1u);
  EXPECT_TRUE(compare_trees(*store, std::nullopt, std::nullopt, everywhere).added.empty());
}

}  // namespace
}  // namespace l10n_drift
