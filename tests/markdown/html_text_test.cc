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
      {"<img src=\"/x/y.png?z\" alt='A b'>", "(y.png) A b"},
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

TEST(HtmlText, KnowsFilesByTheirNames) {
  EXPECT_EQ(file_of_url("https://example.com/a/b.png?c=/d#e"), "b.png");
  EXPECT_EQ(file_of_url("b.png"), "b.png");
  EXPECT_EQ(file_of_url("/a/b/"), "b");
  EXPECT_EQ(file_of_url(""), "");
}

}  // namespace
}  // namespace l10n_drift
