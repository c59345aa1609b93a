#include "markdown/fences.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(Fences, BeginCode) {
  EXPECT_EQ(fence_of("```"), "```");
  EXPECT_EQ(fence_of(" > ~~~~js {1}"), "~~~~");
  EXPECT_EQ(fence_of("``"), "");
  EXPECT_EQ(fence_of("a ```"), "");
  EXPECT_EQ(fence_of("```a``` b"), "") << "a span of code";
  EXPECT_EQ(fence_of("~~~a~~~"), "~~~");
}

TEST(Fences, EndCodeIfTheyAreAsLong) {
  EXPECT_TRUE(closes_fence("```", "```"));
  EXPECT_TRUE(closes_fence("  ````  ", "```"));
  EXPECT_FALSE(closes_fence("``` a", "```"));
  EXPECT_FALSE(closes_fence("```", "````"));
  EXPECT_FALSE(closes_fence("~~~", "```"));
  EXPECT_FALSE(closes_fence("", "```"));
}

}  // namespace
}  // namespace l10n_drift
