#include "markdown/html_page.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace l10n_drift {
namespace {

std::string repeated(const std::string& piece, std::size_t bytes) {
  std::string page;
  while (page.size() < bytes) page += piece;
  return page;
}

TEST(HtmlPage, HasAnchorsForHeadingsThatHaveIds) {
  const auto blocks = find_html_blocks("<h1 id=\"a\">A</h1><h2>B</h2>");
  ASSERT_TRUE(blocks);
  ASSERT_EQ(blocks->size(), 2u);
  EXPECT_EQ((*blocks)[0].block.anchor, "a");
  EXPECT_TRUE((*blocks)[0].block.has_written_anchor);
  EXPECT_FALSE((*blocks)[1].block.has_written_anchor);
}

TEST(HtmlPage, HasTheTargetsOfLinksAndPictures) {
  const auto blocks = find_html_blocks("<a href=\"/a?b\">A</a> <img src=\"/c/d.png\">");
  ASSERT_TRUE(blocks);
  const std::vector<Span>& spans = blocks->front().block.spans;
  ASSERT_EQ(spans.size(), 2u);
  EXPECT_EQ(spans[0].target, "/a?b");
  EXPECT_EQ(spans[1].target, "/c/d.png");
}

// Neither the stack nor the memory nor anybody's patience is exhausted by what follows.
TEST(HtmlPage, IsNothingForWhatWouldTakeForever) {
  const char* pieces[] = {"<div>", "<ul><li>", "<b id=@>", "<font a=@><p>", "<b><table><td></b>"};
  for (const std::string piece : pieces) {
    std::string page;
    for (int i = 0; page.size() < 200'000; ++i) {
      const std::size_t sign = piece.find('@');
      page += sign == piece.npos ? piece : std::string(piece).replace(sign, 1, std::to_string(i));
    }
    EXPECT_FALSE(find_html_blocks(page)) << piece;
  }
  std::string attributes = "<a";
  for (int i = 0; i < 20'000; ++i) attributes += " a" + std::to_string(i);
  EXPECT_FALSE(find_html_blocks(attributes + ">"));
}

// What is counted as closed, and is not for a browser, takes memory: that has a bound.
TEST(HtmlPage, IsNothingForWhatWouldTakeTooMuchMemory) {
  std::string page;
  for (int i = 0; i < 3000; ++i) {
    page +=
        "<font a=" + std::to_string(i) + "><script><!--<script></script></font>--></script><p>x";
  }
  EXPECT_FALSE(find_html_blocks(page));
}

TEST(HtmlPage, MayBeLongAndUntidy) {
  const char* pieces[] = {"<p>a",         "<li>a", "<td>a",      "<tr><td>a<td>b", "<option>a",
                          "<p>a</b></i>", "a<br>", "</p></div>", "<!-- a",         "<b>a</b> "};
  for (const std::string piece : pieces) {
    EXPECT_TRUE(find_html_blocks(repeated(piece, 100'000))) << piece;
  }
}

}  // namespace
}  // namespace l10n_drift
