#include "git/rename_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "git/find_similar.h"
#include "support/all_renames.h"
#include "support/random_text.h"
#include "support/store.h"
#include "support/two_trees.h"

namespace l10n_drift {

void PrintTo(const Rename& rename, std::ostream* stream) {
  *stream << rename.from << " -> " << rename.to << " (" << rename.similarity << " %)";
}

namespace {

using Found = std::vector<Rename>;

// Lines of their own for each `topic`, so that texts of two topics have nothing in common.
std::vector<std::string> topic_lines(const std::string& topic, int from, int to) {
  std::vector<std::string> lines;
  for (int i = from; i < to; ++i) {
    lines.push_back(topic + " says in its line " + std::to_string(i) + " that all is well");
  }
  return lines;
}

std::string page(const std::string& topic, int from = 0, int to = 40) {
  return join_lines(topic_lines(topic, from, to));
}

class RenameSearchTest : public TwoTreesTest {
 protected:
  std::unique_ptr<Renames> search(const Objects& objects) {
    return objects.renames(scratch_.tree("A"), scratch_.tree("B"), "");
  }

  Found find_all(const std::string& folder = "") {
    return all_renames(scratch_.objects(), scratch_.tree("A"), scratch_.tree("B"), folder);
  }

  // "old -> new" of each.
  std::vector<std::string> pairs() {
    std::vector<std::string> pairs;
    for (const Rename& rename : find_all()) pairs.push_back(rename.from + " -> " + rename.to);
    return pairs;
  }
};

using Pairs = std::vector<std::string>;

TEST_F(RenameSearchTest, TheSameBlobIsARename) {
  have({write_file("a", page("x")), write_file("stays", "s")},
       {write_file("b", page("x")), write_file("stays", "t")});
  EXPECT_EQ(find_all(), (Found{{"a", "b", 100}}));
}

TEST_F(RenameSearchTest, ACopyIsNone) {
  have({write_file("a", page("x"))}, {write_file("a", page("x")), write_file("b", page("x"))});
  EXPECT_EQ(find_all(), Found{});
}

TEST_F(RenameSearchTest, TheSameBlobComesBeforeAnyOther) {
  // `a` is like `c`, but `c` is `b` to the byte.
  have({write_file("a", page("x", 0, 38)), write_file("b", page("x"))},
       {write_file("c", page("x"))});
  EXPECT_EQ(find_all(), (Found{{"b", "c", 100}}));
}

TEST_F(RenameSearchTest, OfTheSameBlobTheSameFileNameComesFirst) {
  have({write_file("1/a", "x"), write_file("1/b", "x"), write_file("1/c", "x")},
       {write_file("2/b", "x"), write_file("2/d", "x"), write_file("2/e", "x")});
  EXPECT_EQ(pairs(), (Pairs{"1/a -> 2/d", "1/b -> 2/b", "1/c -> 2/e"}));
}

TEST_F(RenameSearchTest, AnEmptyFileMovesToo) {
  have({write_file("a", "")}, {write_file("b", "")});
  EXPECT_EQ(find_all(), (Found{{"a", "b", 100}}));
}

TEST_F(RenameSearchTest, TheMostSimilarWins) {
  have({write_file("a", page("x", 0, 40))},
       {write_file("b", page("x", 0, 30) + page("other", 0, 10)),
        write_file("c", page("x", 0, 36) + page("other", 10, 14))});
  EXPECT_EQ(pairs(), (Pairs{"a -> c"}));
}

TEST_F(RenameSearchTest, WhatLosesItsBestTakesTheNext) {
  // Both a1 and a2 are most like b1, a1 the more so, and a2 is left with b2.
  have({write_file("a1", page("x", 0, 39)), write_file("a2", page("x", 0, 35))},
       {write_file("b1", page("x", 0, 40)), write_file("b2", page("x", 0, 26))});
  EXPECT_EQ(pairs(), (Pairs{"a1 -> b1", "a2 -> b2"}));
}

TEST_F(RenameSearchTest, LessThanHalfIsNoRename) {
  have({write_file("a", page("x", 0, 40))},
       {write_file("b", page("x", 0, 12) + page("other", 0, 28))});
  EXPECT_EQ(find_all(), Found{});
}

// ---- Pages: front matter, stubs, pictures ----

std::string stub(const std::string& title) {
  return "---\ntitle: " + title + "\nweight: 120\ncontent_type: section\nno_list: true\n---\n";
}

TEST_F(RenameSearchTest, FrontMatterDoesNotMakeTwoPagesAlike) {
  std::string front = "---\n";
  for (int i = 0; i < 60; ++i) front += "key_" + std::to_string(i) + ": the same in every page\n";
  front += "---\n\n";
  have({write_file("a.md", front + page("x", 0, 20))},
       {write_file("b.md", front + page("y", 0, 20))});
  EXPECT_EQ(find_all(), Found{});
}

TEST_F(RenameSearchTest, NorDoesItMakeThemDiffer) {
  have({write_file("a.md", stub("A") + page("x", 0, 10))}, {write_file("b.md", page("x", 0, 10))});
  EXPECT_EQ(pairs(), (Pairs{"a.md -> b.md"}));
}

TEST_F(RenameSearchTest, StubsAreOnePageByTheirNames) {
  have({write_file("x/one/_index.md", stub("One")), write_file("x/two.md", stub("Two")),
        write_file("x/three/_index.md", stub("Three")), write_file("x/four.md", stub("Four"))},
       {write_file("y/one/_index.md", stub("1")), write_file("x/two/index.md", stub("2")),
        write_file("x/3/_index.md", stub("3")), write_file("x/vier.md", stub("4"))});
  EXPECT_EQ(pairs(), (Pairs{"x/one/_index.md -> y/one/_index.md", "x/two.md -> x/two/index.md"}));
}

TEST_F(RenameSearchTest, AStubGoesAlongWithItsFolder) {
  have({write_file("old/_index.md", stub("Old")), write_file("old/a.md", page("x"))},
       {write_file("new/_index.md", stub("New")), write_file("new/a.md", page("x"))});
  EXPECT_EQ(pairs(), (Pairs{"old/_index.md -> new/_index.md", "old/a.md -> new/a.md"}));
}

TEST_F(RenameSearchTest, APageKeepsItsNameInAnotherFormat) {
  have({write_file("a/index.html", page("x")), write_file("b/c.html", page("y"))},
       {write_file("a/_index.md", page("z")), write_file("d/c.md", page("u"))});
  EXPECT_EQ(pairs(), (Pairs{"a/index.html -> a/_index.md"}));
}

TEST_F(RenameSearchTest, WhatIsARenameOfAnotherFileIsNoOtherFormat) {
  // Two pages may be a/index.html; a/index.rst is b/c.rst, whether somebody has asked for it or
  // not.
  have({write_file("a/index.html", page("x")), write_file("b/c.rst", page("y"))},
       {write_file("a/index.md", page("z")), write_file("a/index.rst", page("y", 0, 30))});
  EXPECT_EQ(pairs(), (Pairs{"a/index.html -> a/index.md", "b/c.rst -> a/index.rst"}));
}

TEST_F(RenameSearchTest, PicturesAreNotComparedWithPages) {
  have({write_file("a.md", page("x"))}, {write_file("a.png", page("x", 0, 39))});
  EXPECT_EQ(find_all(), Found{});
}

TEST_F(RenameSearchTest, LinksAreNotRenamed) {
  have({write_symlink("a", "target")}, {write_symlink("b", "target"), write_file("c", "target")});
  EXPECT_EQ(find_all(), Found{});
}

TEST_F(RenameSearchTest, LooksBelowTheFolderAloneAndNamesWholePaths) {
  have({write_file("in/a", "x"), write_file("out/a", "y")},
       {write_file("in/b", "x"), write_file("out/b", "y"), write_file("in/c", "y")});
  EXPECT_EQ(find_all("in"), (Found{{"in/a", "in/b", 100}}));
  EXPECT_EQ(find_all("in/none"), Found{});
}

TEST_F(RenameSearchTest, NamesThatAreNoneOfThisDifferenceAreNotRenamed) {
  have({write_file("a", "x"), write_file("stays", "x")},
       {write_file("b", "x"), write_file("stays", "x")});
  const Objects objects = scratch_.objects();
  const auto renames = search(objects);
  EXPECT_FALSE(renames->find_new_name("stays"));
  EXPECT_FALSE(renames->find_old_name("stays"));
  EXPECT_FALSE(renames->find_old_name("a"));
  EXPECT_FALSE(renames->find_new_name("b"));
  EXPECT_FALSE(renames->find_new_name("nothing"));
}

TEST_F(RenameSearchTest, AsksForNoGroupButTheOneOfTheName) {
  have({write_file("a", page("x", 0, 40)), write_file("c", page("y", 0, 40))},
       {write_file("b", page("x", 0, 38)), write_file("d", page("y", 0, 38))});
  const Objects objects = scratch_.objects();
  const auto renames = search(objects);
  const auto rename = renames->find_old_name("b");
  ASSERT_TRUE(rename);
  EXPECT_EQ(rename->from, "a");
  EXPECT_EQ(renames->find_new_name("a"), rename);
}

// Pages whose similarities at 50 % and more are all different leave nothing to taste.
struct Trees {
  std::vector<Change> before;
  std::vector<Change> after;
};

Trees random_trees(RandomText& random) {
  Trees trees;
  const std::size_t topics = 1 + random.below(4);
  for (std::size_t t = 0; t < topics; ++t) {
    std::vector<std::string> lines = topic_lines("topic " + std::to_string(t), 0, 50);
    const std::size_t files = 1 + random.below(5);
    for (std::size_t i = 0; i < files; ++i) {
      std::vector<Change>& side = random.one_in(2) ? trees.before : trees.after;
      const std::string prefix = &side == &trees.before ? "old" : "new";
      side.push_back(write_file(prefix + std::to_string(t) + std::to_string(i), join_lines(lines)));
      lines = random.edit(lines, 1 + random.below(20));
    }
  }
  return trees;
}

bool has_ties(StoreOf& store, const ScratchRepository& scratch, const Trees& trees,
              const std::string& number) {
  Similarity similarity(*store);
  std::set<int> seen;
  for (const Change& from : trees.before) {
    for (const Change& to : trees.after) {
      const int percent = similarity
                              .compare(scratch.id("A" + number + ":" + from.path),
                                       scratch.id("B" + number + ":" + to.path))
                              .percent;
      if (percent >= 50 && !seen.insert(percent).second) return true;
    }
  }
  return false;
}

TEST_F(RenameSearchTest, FindsWhatLibgit2FindsInRandomTreesInWhateverOrderItIsAsked) {
  constexpr int kTrees = 40;
  RandomText random(7);
  std::vector<Trees> all;
  History history;
  for (int i = 0; i < kTrees; ++i) {
    all.push_back(random_trees(random));
    history.commit("A" + std::to_string(i), {}, all.back().before);
    history.commit("B" + std::to_string(i), {}, all.back().after);
  }
  scratch_.import(history);
  StoreOf store(scratch_);
  const Objects objects = scratch_.objects();
  std::size_t compared = 0;
  for (int i = 0; i < kTrees; ++i) {
    const std::string number = std::to_string(i);
    if (has_ties(store, scratch_, all[static_cast<std::size_t>(i)], number)) continue;
    const ObjectId from = scratch_.tree("A" + number);
    const ObjectId to = scratch_.tree("B" + number);
    const Found expected = find_similar(store, from, to, 50);
    compared += expected.size();
    EXPECT_EQ(all_renames(objects, from, to, ""), expected) << "trees " << number;
    const auto renames = objects.renames(from, to, "");
    for (auto rename = expected.rbegin(); rename != expected.rend(); ++rename) {
      EXPECT_EQ(renames->find_old_name(rename->to), *rename) << "trees " << number;
    }
  }
  EXPECT_GT(compared, 30u) << "most trees had ties";
}

}  // namespace
}  // namespace l10n_drift
