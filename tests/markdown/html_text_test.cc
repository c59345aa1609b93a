#include "markdown/html_text.h"

#include <gtest/gtest.h>

#include "markdown/shortcodes.h"

namespace l10n_drift {
namespace {

std::string read(std::string_view html) {
  const Masks masks = mask_shortcodes(html);
  NormalText text;
  append_html(masks.page(), masks, text);
  Block block;
  text.finish(block);
  return block.text;
}

TEST(HtmlText, IsWhatAReaderReads) {
  struct Case {
    const char* html;
    const char* text;
  };
  const Case cases[] = {
      {"", ""},
      {"<p>a</p><p>b</p>", "a b"},
      {"<b>a</b>b<br/>c", "ab c"},
      {"<a href=\"x\" class='y'>a</a>", "a"},
      {"<img src=\"/x/y.png?z\" alt='A b'>", "![A b](y.png)"},
      {"<img alt=A title=\"B c\" src=y.png/>d", "![A](y.png) B c d"},
      {"<img>", "![]()"},
      {"<video src=\"/x/y.mp4\"></video>", "(y.mp4)"},
      {"<input placeholder=Name disabled>", "Name"},
      {"a<!-- b --> c", "a c"},
      {"<script>a</script>b<style>c", "b"},
      {"a &amp; b&nbsp;c &lt;d&gt; &unknown; &", "a & b c <d> &unknown; &"},
      {"<div title=\"a > b\">c</div>", "a > b c"},
      {"<td>{{< a \"b\" >}}</td>", "{{a b}}"},
      {"a <", "a"},
      {"<div class=\"", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(read(c.html), c.text) << c.html;
}

TEST(HtmlText, KnowsWhatMarkdownHasParagraphsFor) {
  for (const char* html : {"<p>a</p>", "<p>\na <b>b</b><br>\n<img src=\"c.png\"> </p>\n", "<p></p>",
                           "<img src=\"a.png\" alt=\"a > b\">\n", "<img/>"}) {
    EXPECT_TRUE(is_html_paragraph(html)) << html;
  }
  for (const char* html : {"", "a", "<p>a", "a</p>", "<p>", "</p>", "<p></", "<p class=\"b\">a</p>",
                           "<p>a</p><p>b</p>", "<p><div>a</div></p>", "<p><!-- a --></p>",
                           "<div>a</div>", "<img src=a> b", "<img", "<img src=a><img src=b>",
                           "<image src=a>", "<p><script>a</script></p>"}) {
    EXPECT_FALSE(is_html_paragraph(html)) << html;
  }
}

TEST(HtmlText, KnowsFilesByTheirNames) {
  EXPECT_EQ(file_of_url("https://example.com/a/b.png?c=/d#e"), "b.png");
  EXPECT_EQ(file_of_url("b.png"), "b.png");
  EXPECT_EQ(file_of_url("/a/b/"), "b");
  EXPECT_EQ(file_of_url(""), "");
}

}  // namespace
}  // namespace l10n_drift
