#include "markdown/html_tree.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

TEST(HtmlTree, IsThatOfThePage) {
  const std::string page = "<p>a";
  const HtmlTree tree(page);
  ASSERT_NE(tree.document(), nullptr);
  EXPECT_EQ(tree.document()->type, GUMBO_NODE_DOCUMENT);
  EXPECT_EQ(tree.document()->v.document.children.length, 1u);
}

TEST(HtmlTree, IsNoneForAPageThatAsksForTheSquareOfItsLength) {
  std::string page;
  for (int i = 0; i < 2000; ++i) page += "<font a=" + std::to_string(i) + "><p>";
  EXPECT_EQ(HtmlTree(page).document(), nullptr);
}

}  // namespace
}  // namespace l10n_drift
