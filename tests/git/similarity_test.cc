#include "git/similarity.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "git/find_similar.h"
#include "support/random_text.h"
#include "support/scratch_repository.h"
#include "support/store.h"

namespace l10n_drift {
namespace {

class SimilarityTest : public testing::Test {
 protected:
  // Adds a pair of texts, as the only file of each of two trees.
  void add_pair(const std::string& from, const std::string& to) {
    const std::string number = std::to_string(pairs_++);
    history_.commit("old" + number, {}, {write_file("old", from)});
    history_.commit("new" + number, {}, {write_file("new", to)});
  }

  // Holds all pairs against libgit2; the least and the greatest similarity.
  std::pair<int, int> compare_all() {
    scratch_.import(history_);
    StoreOf store(scratch_);
    Similarity similarity(*store);
    std::pair<int, int> range = {100, 0};
    for (int i = 0; i < pairs_; ++i) {
      const std::string number = std::to_string(i);
      const auto found =
          find_similar(store, scratch_.tree("old" + number), scratch_.tree("new" + number), 1);
      const int percent =
          similarity
              .compare(scratch_.id("old" + number + ":old"), scratch_.id("new" + number + ":new"))
              .percent;
      EXPECT_EQ(percent, found.empty() ? 0 : found.front().similarity) << "pair " << number;
      range = {std::min(range.first, percent), std::max(range.second, percent)};
    }
    return range;
  }

  ScratchRepository scratch_;
  History history_;
  int pairs_ = 0;
};

TEST_F(SimilarityTest, IsLibgit2sForEditedPages) {
  RandomText random(1);
  for (int i = 0; i < 60; ++i) {
    const std::vector<std::string> lines = random.lines(3 + random.below(60));
    add_pair(join_lines(lines), join_lines(random.edit(lines, 1 + random.below(lines.size()))));
  }
  const auto [least, greatest] = compare_all();
  EXPECT_LT(least, 50);
  EXPECT_GT(greatest, 80);
}

TEST_F(SimilarityTest, IsLibgit2sForOddFiles) {
  RandomText random(2);
  const std::string page = join_lines(random.lines(40));
  std::string crlf;
  for (const char c : page) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const std::vector<std::pair<std::string, std::string>> pairs = {
      {"", page},
      {page, ""},
      {"x", "y"},
      {"a\nb\n", "a\nb\nc\n"},
      {"one line only\n", "one line only, and more\n"},
      {page, crlf},
      {page, page + page},
      {page, page + std::string(9 * page.size(), 'x')},
      {page.substr(0, 100), page.substr(0, 100) + std::string(900, 'x')},
      {page, std::string("\0\1\2", 3) + page},
      {std::string(1000, '\0') + "a", std::string(1000, '\0') + "b"},
      {std::string(5000, 'x'), std::string(5000, 'x') + "y"},
  };
  for (const auto& [from, to] : pairs) add_pair(from, to);
  compare_all();
}

TEST_F(SimilarityTest, IsZeroForFilesOfVeryDifferentSizes) {
  RandomText random(3);
  const std::string page = join_lines(random.lines(20));
  std::string many;
  for (int i = 0; i < 9; ++i) many += page;
  StoreOf store(scratch_);
  Similarity similarity(*store);
  const ObjectId small = scratch_.store("blob", page);
  EXPECT_EQ(similarity.compare(small, scratch_.store("blob", many)).percent, 0);
  EXPECT_GT(similarity.compare(small, scratch_.store("blob", page + page)).percent, 0);
}

TEST_F(SimilarityTest, ReadsEachBlobOnce) {
  RandomText random(4);
  const ObjectId a = scratch_.store("blob", join_lines(random.lines(20)));
  const ObjectId b = scratch_.store("blob", join_lines(random.lines(20)));
  StoreOf store(scratch_);
  Similarity similarity(*store);
  similarity.compare(a, b);
  similarity.compare(b, a);
  similarity.compare(a, a);
  EXPECT_EQ(store.reads(), 2u);
}

}  // namespace
}  // namespace l10n_drift
