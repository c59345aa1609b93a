#include "markdown/hash.h"

#include <gtest/gtest.h>

#include <string>
#include <unordered_set>

namespace l10n_drift {
namespace {

TEST(Hash, TellsTextsApart) {
  EXPECT_EQ(hash_of("a"), hash_of("a"));
  EXPECT_NE(hash_of("a"), hash_of("b"));
  EXPECT_NE(hash_of(""), hash_of("a"));
}

TEST(Hash, OfTwoMindsTheirOrder) {
  std::unordered_set<std::uint64_t> seen;
  for (int a = 0; a < 100; ++a) {
    for (int b = 0; b < 100; ++b) {
      seen.insert(mix_hashes(hash_of(std::to_string(a)), hash_of(std::to_string(b))));
    }
  }
  EXPECT_EQ(seen.size(), 10'000u);
}

}  // namespace
}  // namespace l10n_drift
