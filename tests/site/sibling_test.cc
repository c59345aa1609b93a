#include "site/sibling.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(Sibling, HasTheOtherLanguagesFolder) {
  EXPECT_EQ(sibling_path("site/ko/a.md", "content/ko/a.md", "content/en/a.md"), "site/en/a.md");
  EXPECT_EQ(sibling_path("ko/b/c.md", "x/ko/d.md", "x/en/d.md"), "en/b/c.md");
}

TEST(Sibling, HasTheOtherNameWhereTheFilesNameTellsTheLanguage) {
  EXPECT_EQ(sibling_path("old/a.ko.md", "content/a.ko.md", "content/a.md"), "old/a.md");
  EXPECT_EQ(sibling_path("old/b.ko.md", "content/a.ko.md", "content/a.md"), "old/b.md");
  EXPECT_EQ(sibling_path("kokoro.ko.md", "x/a.ko.md", "x/a.en.md"), "kokoro.en.md");
  EXPECT_EQ(sibling_path("x/READ-ko.md", "README-ko.md", "README.md"), "x/READ.md");
  EXPECT_EQ(sibling_path("old.ko/x.md", "pages.ko/a.md", "pages.en/a.md"), "old.en/x.md");
  EXPECT_EQ(sibling_path("a.ko.ko.md", "x/b.ko.md", "x/b.md"), std::nullopt);
  EXPECT_EQ(sibling_path("a.fr.md", "x/b.ko.md", "x/b.md"), std::nullopt);
  EXPECT_EQ(sibling_path("x/ko.toml", "i18n/ko.toml", "i18n/en.toml"), "x/en.toml");
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
