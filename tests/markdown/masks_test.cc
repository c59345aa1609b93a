#include "markdown/masks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "markdown/shortcodes.h"

namespace l10n_drift {
namespace {

TEST(Masks, AreHiddenAndRestored) {
  const char* pages[] = {
      "",
      "no shortcode, {{ template }} {{<",
      "a {{< b >}} c {{% d \"e f\" %}}",
      "{{< a >}}\n{{< b\n   c=\"d\"\n>}}  {{< e >}}\n\n> {{% f %}}\nlast",
      "{{</* a */>}} {{< >}} {{< / >}} {{<\n>}}",
      "{{< a {{< b >}} >}}",
  };
  for (const std::string page : pages) {
    const Masks masks = mask_shortcodes(page);
    EXPECT_EQ(std::count(page.begin(), page.end(), '\n'),
              std::count(masks.page().begin(), masks.page().end(), '\n'))
        << page;
    std::string restored = masks.restore(masks.page());
    // The kind of delimiters, and blanks between shortcodes that share their lines, are all that is
    // lost.
    std::string expected = page;
    std::erase(restored, ' ');
    std::erase(expected, ' ');
    std::erase(restored, '<');
    std::erase(restored, '>');
    for (const char delimiter : {'<', '>', '%'}) std::erase(expected, delimiter);
    EXPECT_EQ(restored, expected);
  }
}

TEST(Masks, LeaveNoneOfTheirSigns) {
  const Masks masks = mask_shortcodes("a {{< b >}} c.\n{{% d %}}");
  EXPECT_EQ(masks.page().find("{{"), std::string::npos);
  EXPECT_TRUE(Masks::stand_alone(masks.page().substr(masks.page().find('\n') + 1)));
  EXPECT_EQ(masks.pieces(masks.page()).front()->normal, "b");
}

// Or the comment would end there, and what follows in it would be a part of the page.
TEST(Masks, DoNotEndACommentTheyStandIn) {
  const std::string page = "<!--\n{{< a >}}\nb\n{{< /a >}}\n-->\n\n{{< c >}}\n";
  const std::string masked = mask_shortcodes(page).page();
  EXPECT_EQ(masked.find("-->"), masked.find("\n-->") + 1);
  EXPECT_TRUE(Masks::stand_alone(std::string_view(masked).substr(masked.find("\n\n") + 2)));
}

TEST(Masks, AreNotTakenFromThePage) {
  const Masks masks = mask_shortcodes("\uE0F10\uE0F2 {{< a >}} \uE0F4 \uE0F5");
  EXPECT_EQ(masks.restore(masks.page()), "\uFFFD0\uFFFD {{< a >}} \uFFFD \uE0F5");
}

}  // namespace
}  // namespace l10n_drift
