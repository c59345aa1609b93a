#include "markdown/block.h"

#include <gtest/gtest.h>

#include "markdown/blocks_of.h"

namespace l10n_drift {
namespace {

TEST(Block, HasAClass) {
  struct Case {
    const char* page;
    BlockKind kind;
    BlockKind kind_of_class;
    bool is_prose, goes_by_name, is_shortcode;
  };
  const Case cases[] = {
      {"words", BlockKind::kParagraph, BlockKind::kParagraph, true, false, false},
      {"- words", BlockKind::kListItem, BlockKind::kParagraph, true, false, false},
      {"# words", BlockKind::kHeading, BlockKind::kHeading, false, false, false},
      {"```\ncode\n```", BlockKind::kCode, BlockKind::kCode, false, false, false},
      {"---\ntitle: a\n---\n", BlockKind::kFrontMatter, BlockKind::kFrontMatter, false, true,
       false},
      {"{{< note >}}", BlockKind::kShortcode, BlockKind::kShortcode, false, true, true},
      {"- {{< note >}}", BlockKind::kListItem, BlockKind::kParagraph, true, false, true},
      {"- {{< note >}} a", BlockKind::kListItem, BlockKind::kParagraph, true, false, false},
  };
  for (const Case& c : cases) {
    const PageBlocks blocks = blocks_of(c.page);
    EXPECT_EQ(blocks[0].kind, c.kind) << c.page;
    EXPECT_EQ(class_of(blocks[0]), c.kind_of_class) << c.page;
    EXPECT_EQ(is_prose(blocks[0]), c.is_prose) << c.page;
    EXPECT_EQ(goes_by_name(blocks[0]), c.goes_by_name) << c.page;
    EXPECT_EQ(is_shortcode(blocks[0]), c.is_shortcode) << c.page;
  }
}

}  // namespace
}  // namespace l10n_drift
