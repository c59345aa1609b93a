#include "site/page_name.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

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

}  // namespace
}  // namespace l10n_drift
