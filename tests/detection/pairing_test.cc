#include "detection/pairing.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace l10n_drift {
namespace {

TEST(Pairing, TakesTheLargestSum) {
  const double likeness[3][3] = {{0.5, 0.9, 0}, {0.4, 0.5, 0.6}, {0, 0, 0.5}};
  const auto pairs =
      pair_in_order(3, 3, [&](std::size_t i, std::size_t j) { return likeness[i][j]; });
  EXPECT_EQ(pairs, (std::vector<IndexPair>{{0, 1}, {1, 2}}));
}

TEST(Pairing, CrossesNoPairAndTakesNoneWithoutLikeness) {
  using Pairs = std::vector<IndexPair>;
  const auto crossed = [](std::size_t i, std::size_t j) {
    return i == j ? 0.0 : i == 0 ? 0.5 : 0.6;
  };
  EXPECT_EQ(pair_in_order(2, 2, crossed), (Pairs{{1, 0}}));
  EXPECT_EQ(pair_in_order(2, 2, [](std::size_t, std::size_t) { return 0.0; }), Pairs());
  EXPECT_EQ(pair_in_order(0, 3, [](std::size_t, std::size_t) { return 1.0; }), Pairs());
  EXPECT_EQ(pair_in_order(3, 0, [](std::size_t, std::size_t) { return 1.0; }), Pairs());
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
