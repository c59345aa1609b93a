#include "text/characters.h"

#include <gtest/gtest.h>

#include <utility>

namespace l10n_drift {
namespace {

TEST(Characters, AreCountedAndNotBytes) {
  const std::pair<const char*, std::size_t> cases[] = {
      {"", 0}, {"abc\n", 4}, {"\u00E9", 1}, {"\uD55C\uAE00", 2}, {"a\U0001F600b", 3}};
  for (const auto& [text, count] : cases) EXPECT_EQ(count_characters(text), count) << text;
}

}  // namespace
}  // namespace l10n_drift
