#include "text/file_kind.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(FileKind, EndingsTellIt) {
  EXPECT_EQ(file_kind("docs/a.md"), FileKind::kPage);
  EXPECT_EQ(file_kind("docs/a.HTML"), FileKind::kPage);
  EXPECT_EQ(file_kind("a.b.mdx"), FileKind::kPage);
  EXPECT_EQ(file_kind("x.yaml"), FileKind::kText);
  EXPECT_EQ(file_kind("docs.md/OWNERS"), FileKind::kText);
  EXPECT_EQ(file_kind(".md"), FileKind::kText);
  EXPECT_EQ(file_kind("x/y.PNG"), FileKind::kBinary);
}

TEST(FileKind, PicturesAreOneFileWithTheirOwnKindAlone) {
  EXPECT_TRUE(may_be_one_file("a.md", "b.html"));
  EXPECT_TRUE(may_be_one_file("a.yaml", "b.yml"));
  EXPECT_TRUE(may_be_one_file("README", "README.md"));
  EXPECT_TRUE(may_be_one_file("a.png", "b.PNG"));
  EXPECT_FALSE(may_be_one_file("a.png", "a.jpg"));
  EXPECT_FALSE(may_be_one_file("a.md", "a.png"));
  EXPECT_FALSE(may_be_one_file("a.svg", "a"));
}

TEST(FileKind, AnIndexIsCalledAsItsFolder) {
  EXPECT_EQ(page_name("docs/install.md"), "install");
  EXPECT_EQ(page_name("docs/install/_index.md"), "install");
  EXPECT_EQ(page_name("docs/install/index.html"), "install");
  EXPECT_EQ(page_name("docs/install/README"), "install");
  EXPECT_EQ(page_name("docs/v1.2.md"), "v1.2");
  EXPECT_EQ(page_name("index.md"), "");
  EXPECT_EQ(page_name(".hidden"), ".hidden");
}

}  // namespace
}  // namespace l10n_drift
