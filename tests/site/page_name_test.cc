#include "site/page_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

using testing::ElementsAre;

TEST(PageName, TellsProseFromWhatLiesBesideIt) {
  for (const char* path : {"a.md", "docs/a.MDX", "x/index.html", "a.b.rst", "guide.adoc"}) {
    EXPECT_TRUE(is_prose(path)) << path;
  }
  for (const char* path : {"a.png", "package.json", "md", "a.md/b", "OWNERS", "a.md.orig", ""}) {
    EXPECT_FALSE(is_prose(path)) << path;
  }
}

TEST(PageName, TellsThePagesThatEveryFolderHas) {
  for (const char* path : {"index.md", "a/index.ko.html", "_index.md", "README.md", "readme",
                           "docs/_category_.json", ".pages"}) {
    EXPECT_TRUE(is_index_page(path)) << path;
  }
  for (const char* path : {"install.md", "indexes.md", "index/a.md", "read.me", "my_index.md"}) {
    EXPECT_FALSE(is_index_page(path)) << path;
  }
}

TEST(PageName, OtherFormsOfTheSameAddress) {
  EXPECT_THAT(index_forms("a/b.md"), ElementsAre("a/b/index.md", "a/b/_index.md"));
  EXPECT_THAT(index_forms("a/b/index.md"), ElementsAre("a/b/_index.md", "a/b.md"));
  EXPECT_THAT(index_forms("a/b/_index.html"), ElementsAre("a/b/index.html", "a/b.html"));
  EXPECT_THAT(index_forms("index.md"), ElementsAre("_index.md"));
  EXPECT_THAT(index_forms("b/index.ko.md"), ElementsAre("b/_index.ko.md", "b.ko.md"));
  EXPECT_THAT(index_forms("b.ko.md"),
              ElementsAre("b/index.ko.md", "b/_index.ko.md", "b.ko/index.md", "b.ko/_index.md"));
  EXPECT_THAT(index_forms("LICENSE"), ElementsAre());
  EXPECT_THAT(index_forms(".md"), ElementsAre());
}

}  // namespace
}  // namespace l10n_drift
