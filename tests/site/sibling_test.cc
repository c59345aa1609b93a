#include "site/sibling.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(Sibling, HasTheOtherLanguagesFolder) {
  EXPECT_EQ(sibling_path("site/ko/a.md", "content/ko/a.md", "content/en/a.md"), "site/en/a.md");
  EXPECT_EQ(sibling_path("ko/b/c.md", "x/ko/d.md", "x/en/d.md"), "en/b/c.md");
}

TEST(Sibling, ThereIsNoneWhereNamesDifferInMore) {
  EXPECT_EQ(sibling_path("site/ko/a.md", "docs/ko/a.md", "docs/a.md"), std::nullopt);
  EXPECT_EQ(sibling_path("site/ko/a.md", "i18n/ko/a.md", "docs/en/a.md"), std::nullopt);
  EXPECT_EQ(sibling_path("site/a.md", "content/ko/a.md", "content/en/a.md"), std::nullopt);
  EXPECT_EQ(sibling_path("ko/ko/a.md", "content/ko/a.md", "content/en/a.md"), std::nullopt);
  EXPECT_EQ(sibling_path("a.md", "a.md", "a.md"), std::nullopt);
}

}  // namespace
}  // namespace l10n_drift
