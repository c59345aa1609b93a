#include "markdown/shortcodes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace l10n_drift {
namespace {

TEST(Shortcodes, AreHiddenAndRestored) {
  const char* pages[] = {
      "",
      "no shortcode, {{ template }} {{<",
      "a {{< b >}} c {{% d \"e f\" %}}",
      "{{< a >}}\n{{< b\n   c=\"d\"\n>}}  {{< e >}}\n\n> {{% f %}}\nlast",
      "{{</* a */>}} {{< >}} {{< / >}} {{<\n>}}",
      "{{< a {{< b >}} >}}",
  };
  for (const std::string page : pages) {
    const Shortcodes shortcodes(page);
    EXPECT_EQ(std::count(page.begin(), page.end(), '\n'),
              std::count(shortcodes.masked().begin(), shortcodes.masked().end(), '\n'))
        << page;
    std::string restored = shortcodes.restore(shortcodes.masked());
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

TEST(Shortcodes, LeaveNoneOfTheirSigns) {
  const Shortcodes shortcodes("a {{< b >}} c.\n{{% d %}}");
  EXPECT_EQ(shortcodes.masked().find("{{"), std::string::npos);
  EXPECT_TRUE(Shortcodes::stands_for_shortcodes(
      shortcodes.masked().substr(shortcodes.masked().find('\n') + 1)));
  EXPECT_EQ(shortcodes.first_name(shortcodes.masked()), "b");
}

// Or the comment would end there, and what follows in it would be a part of the page.
TEST(Shortcodes, DoNotEndACommentTheyStandIn) {
  const std::string page = "<!--\n{{< a >}}\nb\n{{< /a >}}\n-->\n\n{{< c >}}\n";
  const std::string masked = Shortcodes(page).masked();
  EXPECT_EQ(masked.find("-->"), masked.find("\n-->") + 1);
  EXPECT_TRUE(
      Shortcodes::stands_for_shortcodes(std::string_view(masked).substr(masked.find("\n\n") + 2)));
}

TEST(Shortcodes, AreNotTakenFromThePage) {
  const Shortcodes shortcodes("\uE0F10\uE0F2 {{< a >}} \uE0F4 \uE0F5");
  EXPECT_EQ(shortcodes.restore(shortcodes.masked()), "\uFFFD0\uFFFD {{< a >}} \uFFFD \uE0F5");
}

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
    const Shortcodes shortcodes(c.tag);
    NormalText text;
    shortcodes.append(shortcodes.masked(), text);
    Block block;
    text.finish(block);
    EXPECT_EQ(block.text, "{{" + std::string(c.normal) + "}}") << c.tag;
  }
}

}  // namespace
}  // namespace l10n_drift
