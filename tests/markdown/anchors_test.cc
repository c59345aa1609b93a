#include "markdown/anchors.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(Anchors, AreWhatHugoAndGitHubMakeOfHeadings) {
  struct Case {
    const char* heading;
    const char* anchor;
  };
  const Case cases[] = {
      {"Before you begin", "before-you-begin"},
      {"What's `kubectl`?", "whats-kubectl"},
      {"A -- b_c (d/e)", "a----b_c-de"},
      {"시작하기 전에", "시작하기-전에"},
      {"你好，世界。", "你好世界"},
      {"\xFF", ""},
      {"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(AnchorMaker().make(c.heading), c.anchor) << c.heading;
}

TEST(Anchors, AreNumberedWhereHeadingsRecur) {
  AnchorMaker anchors;
  EXPECT_EQ(anchors.make("One"), "one");
  EXPECT_EQ(anchors.make("one"), "one-1");
  EXPECT_EQ(anchors.make("Two"), "two");
  EXPECT_EQ(anchors.make("One"), "one-2");
}

TEST(Anchors, AreTakenOffTheHeading) {
  struct Case {
    const char* written;
    const char* anchor;
    const char* heading;
  };
  const Case cases[] = {
      {"A b {#c-d}", "c-d", "A b"}, {"A {#c .d}", "c", "A"}, {"A {.d #c}", "c", "A"},
      {"A {.d}", "", "A"},          {"A {b}", "", "A {b}"},  {"A {}", "", "A {}"},
      {"A }", "", "A }"},           {"{#a}", "a", ""},
  };
  for (const Case& c : cases) {
    std::string heading = c.written;
    EXPECT_EQ(take_anchor(heading), c.anchor) << c.written;
    EXPECT_EQ(heading, c.heading) << c.written;
  }
}

}  // namespace
}  // namespace l10n_drift
