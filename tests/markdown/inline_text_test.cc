#include "markdown/inline_text.h"

#include <gtest/gtest.h>

#include "markdown/blocks_of.h"

namespace l10n_drift {
namespace {

TEST(InlineText, IsWhatAReaderReads) {
  struct Case {
    const char* page;
    const char* text;
  };
  const Case cases[] = {
      {"a *b* __c__", "a b c"},
      {"a\nb  \nc\\\nd", "a b c d"},
      {"run `a  b`c", "run `a b`c"},
      {"see [the *guide*](/x \"title\")", "see [the guide]"},
      {"<https://a.b/c> or [https://a.b/c](https://a.b/c)", "https://a.b/c or https://a.b/c"},
      {"<me@a.b>", "me@a.b"},
      {"[a.b](https://a.b)", "[a.b]"},
      {"![a *b*](c/d.png?e)", "![a b](d.png)"},
      {"[![a](b.png)](/c)", "[![a](b.png)]"},
      {"a[^1] b[^2]\n\n[^1]: c\n[^2]: d", "a[^] b[^]"},
      {"a<br>b <b>c</b>", "a b c"},
      {"a {{< b \"c\" >}} `{{< d >}}`", "a {{b c}} `{{< d >}}`"},
      {"|a|`b`|\n|-|-|", "a | `b`"},
  };
  for (const Case& c : cases) EXPECT_EQ(blocks_of(c.page)[0].text, c.text) << c.page;
}

}  // namespace
}  // namespace l10n_drift
