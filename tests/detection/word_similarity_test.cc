#include "detection/word_similarity.h"

#include <gtest/gtest.h>

#include <utility>

namespace l10n_drift {
namespace {

TEST(WordSimilarity, IsThePartOfWordsInCommon) {
  struct Case {
    const char* a;
    const char* b;
    double similarity;
    std::size_t changed;
  };
  const Case cases[] = {
      {"", "", 1, 0},           {"", "a b", 0, 2},           {"a b", "b\n a", 1, 0},
      {"a b", "a c", 0.5, 1},   {"a b", "c d", 0, 2},        {"a a b", "a b b", 2.0 / 3, 1},
      {"a b c d", "a", 0.4, 3}, {"A Pod.", "(a) pod", 1, 0}, {"\uD55C\uAE00 a", "\uD55C b", 0, 2},
      {"+ a", "- a", 0.5, 1},
  };
  for (const Case& c : cases) {
    for (const auto& [x, y] : {std::pair(c.a, c.b), std::pair(c.b, c.a)}) {
      EXPECT_DOUBLE_EQ(WordBag(x).similarity(WordBag(y)), c.similarity) << x << " and " << y;
      EXPECT_EQ(WordBag(x).changed_words(WordBag(y)), c.changed) << x << " and " << y;
    }
  }
}

TEST(WordSimilarity, TakesForAWordWhatStandsBetweenBlanks) {
  using Words = std::vector<std::string_view>;
  EXPECT_EQ(split_words(" a  b-c,\td\n"), (Words{"a", "b-c,", "d"}));
  EXPECT_EQ(split_words(" \n"), Words());
  EXPECT_EQ(split_words("a"), Words{"a"});
}

}  // namespace
}  // namespace l10n_drift
