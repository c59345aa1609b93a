#include "markdown/shortcode_closings.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

TEST(ShortcodeClosings, AreFoundByName) {
  const std::string page = "{{< a >}} x {{< /a >}} {{% / b %}}\n# c\n{{</a>}}";
  const ShortcodeClosings closings(page);
  const std::size_t first = page.find("{{< /a");
  const std::size_t heading = page.find("\n#");
  EXPECT_EQ(closings.first("a", 0), first);
  EXPECT_EQ(closings.first("a", first), first);
  EXPECT_FALSE(closings.first("a", first + 1)) << "a heading stands between";
  EXPECT_EQ(closings.first("a", heading + 1), page.find("{{</a"));
  EXPECT_EQ(closings.first("b", 0), page.find("{{%"));
  EXPECT_FALSE(closings.first("c", 0));
  EXPECT_FALSE(closings.empty());
}

TEST(ShortcodeClosings, AreNoneWhereNothingIsClosed) {
  for (const char* page : {"", "a", "{{< a >}}", "{{ /a }}", "</a>"}) {
    EXPECT_TRUE(ShortcodeClosings(page).empty()) << page;
  }
}

TEST(ShortcodeClosings, KnowTheNameOfATag) {
  EXPECT_EQ(ShortcodeClosings::name_at("{{< a b >}}"), "a");
  EXPECT_EQ(ShortcodeClosings::name_at("{{</a>}} b"), "a");
  EXPECT_EQ(ShortcodeClosings::name_at("{{%\n/ a\n%}}"), "a");
  EXPECT_EQ(ShortcodeClosings::name_at("{{%a%}}"), "a");
}

}  // namespace
}  // namespace l10n_drift
