#include "text/nearest.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

using Names = std::vector<std::string>;

struct NearestCase {
  std::string name;
  Names candidates;
  std::optional<std::string> expected;
};

TEST(NearestName, IsTheCandidateWithTheFewestEdits) {
  const std::vector<NearestCase> cases = {
      {"exlude", {"include", "exclude", "ignore"}, "exclude"},
      {"inclde", {"include", "exclude"}, "include"},
      {"sorce", {"source", "reason"}, "source"},
      {"dev-1.29-ko.l", {"dev-1.29-ko.1", "dev-1.28-ko.1", "main"}, "dev-1.29-ko.1"},
      {"Layout", {"layout"}, "layout"},
      {"MIAN", {"main"}, "main"},
      {"exclude", {"exclude", "exclud"}, "exclude"},
  };
  for (const NearestCase& c : cases) {
    EXPECT_EQ(nearest_name(c.name, c.candidates), c.expected) << c.name;
  }
}

TEST(NearestName, IsNothingWhereMoreThanAThirdDiffers) {
  const std::vector<NearestCase> cases = {
      {"abc", {"abx"}, "abx"},            // One of three.
      {"abc", {"axx"}, std::nullopt},     // Two of three.
      {"ab", {"ax"}, std::nullopt},       // One of two.
      {"abc", {"ab"}, "ab"},              // One of the longer name's three.
      {"abcdef", {"abcd"}, "abcd"},       // Two of six.
      {"abcdef", {"abc"}, std::nullopt},  // Three of six.
      {"", {"a"}, std::nullopt},
      {"main", {}, std::nullopt},
  };
  for (const NearestCase& c : cases) {
    EXPECT_EQ(nearest_name(c.name, c.candidates), c.expected)
        << c.name << " among " << testing::PrintToString(c.candidates);
  }
}

TEST(NearestName, CountsASwapOfNeighboursOnce) {
  EXPECT_EQ(nearest_name("abc", {"acb"}), "acb");
  EXPECT_EQ(nearest_name("abc", {"cba"}), std::nullopt);
  // Two swaps and one more edit in six would be too much if a swap counted twice.
  EXPECT_EQ(nearest_name("badcef", {"abcdef"}), "abcdef");
}

TEST(NearestName, TakesTheFirstInBytewiseOrderOfEquals) {
  EXPECT_EQ(nearest_name("abcd", {"abcz", "abcy"}), "abcy");
  EXPECT_EQ(nearest_name("abcd", {"abcy", "abcz"}), "abcy");
  EXPECT_EQ(nearest_name("main", {"main", "Main"}), "Main");
}

}  // namespace
}  // namespace l10n_drift
