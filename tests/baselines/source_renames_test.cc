#include "baselines/source_renames.h"

#include <string>

#include "baselines/pairs_fixture.h"

namespace l10n_drift {
namespace {

class SourceRenamesTest : public PairsTest {
 protected:
  // "FROM to TO, SIMILARITY %"; "none".
  static std::string describe(const std::optional<Rename>& rename) {
    if (!rename) return "none";
    return rename->from + " to " + rename->to + ", " + std::to_string(rename->similarity) + " %";
  }
};

//     A---B    a gets the name b as it is, c the name d with a change, e is deleted, f new
TEST_F(SourceRenamesTest, FindsBothNamesOfWhatHasAnotherNameAtTheBase) {
  const std::string c = lines_of("c", 20);
  history_.commit(
      "A", {},
      {write_file("content/en/a.md", lines_of("a", 20)), write_file("content/en/c.md", c),
       write_file("content/en/e.md", lines_of("e", 20)), write_file(kKoreanX, "1")});
  history_.commit("B", {"A"},
                  {remove_file("content/en/a.md"), remove_file("content/en/c.md"),
                   remove_file("content/en/e.md"), write_file("content/en/b.md", lines_of("a", 20)),
                   write_file("content/en/d.md", c + lines_of("d", 2)),
                   write_file("content/en/f.md", lines_of("f", 20))});
  const PairsOf those = pairs(between("B", "A"));
  SourceRenames renames(those.objects(), *those);
  const ObjectId then = scratch_.tree("A");
  const std::string same = "content/en/a.md to content/en/b.md, 100 %";
  EXPECT_EQ(describe(renames.later_name(then, "content/en/a.md")), same);
  EXPECT_EQ(describe(renames.earlier_name(then, "content/en/b.md")), same);
  const auto similar = renames.later_name(then, "content/en/c.md");
  ASSERT_TRUE(similar);
  EXPECT_EQ(similar->to, "content/en/d.md");
  EXPECT_GT(similar->similarity, 80);
  EXPECT_LT(similar->similarity, 100);
  EXPECT_EQ(renames.earlier_name(then, "content/en/d.md"), similar);
  EXPECT_EQ(describe(renames.later_name(then, "content/en/e.md")), "none");
  EXPECT_EQ(describe(renames.earlier_name(then, "content/en/f.md")), "none");
}

TEST_F(SourceRenamesTest, WhatKeepsItsNameHasNoOther) {
  history_.commit("A", {}, {write_file(kSourceX, "1"), write_file(kKoreanX, "1")});
  history_.commit("B", {"A"}, {write_file(kSourceX, "2"), write_file(kSourceY, "1")});
  const PairsOf those = pairs(between("B", "A"));
  SourceRenames renames(those.objects(), *those);
  EXPECT_EQ(describe(renames.later_name(scratch_.tree("A"), kSourceX)), "none");
  EXPECT_EQ(describe(renames.earlier_name(scratch_.tree("A"), kSourceX)), "none");
}

// The translations are below the folder of the sources here.
TEST_F(SourceRenamesTest, OnlySourcesAreRenamedToSources) {
  write_whole_file(scratch_.at(".l10n-drift.json"),
                   R"({"layout": {"source": "docs/{path}", "translation": "docs/{lang}/{path}"}})");
  history_.commit("A", {}, {write_file("docs/a.md", "text"), write_file("docs/ko/x.md", "1")});
  history_.commit("B", {"A"},
                  {remove_file("docs/a.md"), write_file("docs/ko/a.md", "text"),
                   write_file("docs/b.md", "other")});
  history_.commit("C", {"B"}, {write_file("docs/c.md", "text")});
  for (const std::string base : {"B", "C"}) {
    const PairsOf those = pairs(between(base, "A"));
    SourceRenames renames(those.objects(), *those);
    EXPECT_EQ(describe(renames.later_name(scratch_.tree("A"), "docs/a.md")),
              base == "C" ? "docs/a.md to docs/c.md, 100 %" : "none");
  }
}

TEST_F(SourceRenamesTest, ATreeWithoutSourcesHasNoEarlierNames) {
  history_.commit("A", {}, {write_file(kKoreanX, "1")});
  history_.commit("B", {"A"}, {write_file(kSourceX, "1")});
  const PairsOf those = pairs(between("B", "A"));
  SourceRenames renames(those.objects(), *those);
  EXPECT_EQ(describe(renames.earlier_name(scratch_.tree("A"), kSourceX)), "none");
}

TEST_F(SourceRenamesTest, WhatTakesBlobsWaitsForThemInAPartialClone) {
  history_.commit("A", {},
                  {write_file(kSourceX, lines_of("x", 20)), write_file("content/en/a.md", "same"),
                   write_file(kKoreanX, "1")});
  history_.commit("B", {"A"},
                  {remove_file(kSourceX), write_file(kSourceY, lines_of("x", 19)),
                   remove_file("content/en/a.md"), write_file("content/en/b.md", "same")});
  pairs(between("B", "A"));
  make_partial();
  const PairsOf those = pairs(between("B", "A"));
  SourceRenames renames(those.objects(), *those);
  const ObjectId then = scratch_.tree("A");
  EXPECT_FALSE(renames.can_find(then, "content/en/a.md")) << "all work waits for the first batch";
  those.objects().obtain_wanted();
  EXPECT_TRUE(renames.can_find(then, "content/en/a.md")) << "ids alone tell";
  EXPECT_FALSE(renames.can_find(then, kSourceX));
  those.objects().obtain_wanted();
  EXPECT_TRUE(renames.can_find(then, kSourceX));
  EXPECT_EQ(renames.later_name(then, kSourceX)->to, kSourceY);
}

}  // namespace
}  // namespace l10n_drift
