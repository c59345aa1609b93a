#include "detection/sequence_match.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "detection/pairing.h"

namespace l10n_drift {
namespace {

// Whether the matches are equal elements in an order that both share.
void expect_valid(const std::vector<Match>& matches, const Ids& a, const Ids& b) {
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
    Ids a, b;
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
    const std::vector<Match> matches = match_sequences(c.a, c.b);
    expect_valid(matches, c.a, c.b);
    EXPECT_EQ(matches.size(), c.matches) << testing::PrintToString(c.a);
  }
}

TEST(SequenceMatch, IsValidForAnything) {
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t letters = 1 + random() % 40;
    const auto draw = [&] {
      Ids ids(random() % 60);
      for (std::uint32_t& id : ids) id = random() % letters;
      return ids;
    };
    const Ids a = draw();
    const Ids b = draw();
    expect_valid(match_sequences(a, b), a, b);
    EXPECT_EQ(match_sequences(a, a).size(), a.size());
  }
}

TEST(SequenceMatch, CostsNoSquare) {
  std::mt19937 random(1);
  Ids a(200'000), b(200'000);
  for (std::uint32_t& id : a) id = random() % 3;
  for (std::uint32_t& id : b) id = random() % 3;
  const std::vector<Match> matches = match_sequences(a, b);
  expect_valid(matches, a, b);
  EXPECT_GT(matches.size(), 50'000u);
}

TEST(Pairing, TakesTheLargestSum) {
  const double likeness[3][3] = {{0.5, 0.9, 0}, {0.4, 0.5, 0.6}, {0, 0, 0.5}};
  const auto pairs =
      pair_in_order(3, 3, [&](std::size_t i, std::size_t j) { return likeness[i][j]; });
  EXPECT_EQ(pairs, (std::vector<Match>{{0, 1}, {1, 2}}));
}

TEST(Pairing, FollowsTheDiagonalOfLongStretches) {
  struct Case {
    std::size_t old_count, new_count;
  };
  for (const Case& c :
       {Case{20'000, 20'000}, Case{1, 20'000}, Case{20'000, 1}, Case{100, 20'000}}) {
    std::size_t asked = 0;
    const auto pairs = pair_in_order(c.old_count, c.new_count, [&](std::size_t i, std::size_t j) {
      ++asked;
      return i == j ? 1.0 : 0.0;
    });
    EXPECT_LE(asked, 60 * std::max(c.old_count, c.new_count)) << c.old_count;
    // Those on the diagonal are found where it is that of the stretch.
    EXPECT_GE(pairs.size(), c.old_count == c.new_count ? c.old_count : 1u);
  }
}

}  // namespace
}  // namespace l10n_drift
