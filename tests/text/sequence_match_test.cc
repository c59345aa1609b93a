#include "text/sequence_match.h"

#include <gtest/gtest.h>

#include <random>

namespace l10n_drift {
namespace {

// Whether the matches are equal elements in an order that both share.
void expect_valid(const std::vector<IndexPair>& matches, const Sequence& a, const Sequence& b) {
  for (std::size_t i = 0; i < matches.size(); ++i) {
    ASSERT_LT(matches[i].old_index, a.size());
    ASSERT_LT(matches[i].new_index, b.size());
    EXPECT_EQ(a[matches[i].old_index], b[matches[i].new_index]);
    if (i == 0) continue;
    EXPECT_LT(matches[i - 1].old_index, matches[i].old_index);
    EXPECT_LT(matches[i - 1].new_index, matches[i].new_index);
  }
}

TEST(SequenceMatch, FindsWhatIsEqual) {
  struct Case {
    Sequence a, b;
    std::size_t matches;
  };
  const Case cases[] = {
      {{}, {}, 0},
      {{1}, {}, 0},
      {{1, 2, 3}, {1, 2, 3}, 3},
      {{1, 9, 2, 9, 3}, {1, 2, 9, 9, 3}, 4},
      {{1, 2, 3, 4}, {4, 1, 2, 3}, 3},
      {{1, 1, 1}, {1, 1}, 2},
      {{1, 2, 1, 2}, {2, 1, 2, 1}, 3},
  };
  for (const Case& c : cases) {
    const std::vector<IndexPair> matches = match_sequences(c.a, c.b);
    expect_valid(matches, c.a, c.b);
    EXPECT_EQ(matches.size(), c.matches) << testing::PrintToString(c.a);
  }
}

TEST(SequenceMatch, IsValidForAnything) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t letters = 1 + random() % 40;
    const auto draw = [&] {
      Sequence ids(random() % 60);
      for (std::uint32_t& id : ids) id = random() % letters;
      return ids;
    };
    const Sequence a = draw();
    const Sequence b = draw();
    expect_valid(match_sequences(a, b), a, b);
    EXPECT_EQ(match_sequences(a, a).size(), a.size());
  }
}

TEST(SequenceMatch, CostsNoSquare) {
  std::mt19937 random(1);
  Sequence a(200'000), b(200'000);
  for (std::uint32_t& id : a) id = random() % 3;
  for (std::uint32_t& id : b) id = random() % 3;
  const std::vector<IndexPair> matches = match_sequences(a, b);
  expect_valid(matches, a, b);
  EXPECT_GT(matches.size(), 50'000u);
}

}  // namespace
}  // namespace l10n_drift
