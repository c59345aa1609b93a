#include "detection/key_numbers.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <unordered_map>

namespace l10n_drift {
namespace {

TEST(KeyNumbers, GoByTheOrderOfTheirKeys) {
  KeyNumbers numbers(3);
  EXPECT_EQ(numbers.add(7), 0u);
  EXPECT_EQ(numbers.add(0), 1u);
  EXPECT_EQ(numbers.add(7), 0u);
  EXPECT_EQ(numbers.add(~std::uint64_t{0}), 2u);
  EXPECT_EQ(numbers.find(0), 1u);
  EXPECT_FALSE(numbers.find(8));
}

TEST(KeyNumbers, AreThoseOfAMap) {
  std::mt19937_64 random(3);
  KeyNumbers numbers(2000);
  std::unordered_map<std::uint64_t, std::uint32_t> expected;
  for (int i = 0; i < 2000; ++i) {
    // Many keys whose low bits are alike.
    const std::uint64_t key = (random() % 700) << (random() % 2 * 40);
    const auto number = static_cast<std::uint32_t>(expected.size());
    EXPECT_EQ(numbers.add(key), expected.try_emplace(key, number).first->second);
  }
  for (const auto& [key, number] : expected) EXPECT_EQ(numbers.find(key), number);
}

TEST(KeyNumbers, OfNoKeysFindNothing) { EXPECT_FALSE(KeyNumbers(0).find(1)); }

}  // namespace
}  // namespace l10n_drift
