#include "markdown/shortcodes.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

TEST(Shortcodes, HaveANormalForm) {
  struct Case {
    const char* tag;
    const char* normal;
  };
  const Case cases[] = {
      {"{{< a >}}", "a"},
      {"{{%a%}}", "a"},
      {"{{< a   b\n c >}}", "a b c"},
      {"{{< a \"b\" `c` >}}", "a b c"},
      {"{{< a \"b c\" >}}", "a \"b c\""},
      {"{{< a b=\"c\" d=`e f` >}}", "a b=c d=\"e f\""},
      {"{{< a \"\" >}}", "a \"\""},
      {"{{< / a >}}", "/a"},
      {"{{< a / >}}", "a /"},
  };
  for (const Case& c : cases) {
    const Masks masks = mask_shortcodes(c.tag);
    NormalText text;
    masks.append(masks.page(), text);
    Block block;
    text.finish(block);
    EXPECT_EQ(block.text, "{{" + std::string(c.normal) + "}}") << c.tag;
  }
}

}  // namespace
}  // namespace l10n_drift
