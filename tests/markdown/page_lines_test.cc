#include "markdown/page_lines.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

PlacedBlock block_at(std::size_t first, std::size_t last) { return {Block(), {first, last}}; }

TEST(PageLines, AreInOrderAndNoneIsShared) {
  std::vector<PlacedBlock> blocks = {block_at(3, 5), block_at(1, 3)};
  const std::vector<std::size_t> starts = settle_lines(blocks, "a\n\nb\nc\n\n", 2);
  EXPECT_EQ(starts, (std::vector<std::size_t>{0, 2, 3, 5, 7, 8}));
  EXPECT_EQ(blocks[0].lines, (LineRange{3, 3})) << "it ends above the next, and in no blank line";
  EXPECT_EQ(blocks[0].block.source, "a");
  EXPECT_EQ(blocks[1].lines, (LineRange{5, 6}));
  EXPECT_EQ(blocks[1].block.source, "b\nc");
}

TEST(PageLines, LieWithinThePage) {
  std::vector<PlacedBlock> blocks = {block_at(0, 99)};
  const std::vector<std::size_t> starts = settle_lines(blocks, "a\n \n  b", 0);
  EXPECT_EQ(starts, (std::vector<std::size_t>{0, 2, 4, 7}));
  EXPECT_EQ(blocks[0].lines, (LineRange{1, 3}));
  EXPECT_EQ(blocks[0].block.source, "a\n \n  b");
}

}  // namespace
}  // namespace l10n_drift
