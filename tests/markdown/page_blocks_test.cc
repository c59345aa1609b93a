#include "markdown/page_blocks.h"

#include <gtest/gtest.h>

#include "markdown/blocks_of.h"

namespace l10n_drift {
namespace {

TEST(PageBlocks, ShareWhatTheySay) {
  const PageBlocks old_page = blocks_of("# A\n\n`b`\n");
  PageBlocks new_page;
  new_page.add_shared(old_page, 1, {5, 6});
  EXPECT_EQ(&new_page[0], &old_page[1]);
  EXPECT_EQ(&new_page.fingerprint(0), &old_page.fingerprint(1));
  EXPECT_EQ(new_page.lines(0), (LineRange{5, 6}));
  EXPECT_EQ(old_page.lines(1), (LineRange{3, 3}));
}

TEST(PageBlocks, LiveAsLongAsSomebodyHasThem) {
  const std::shared_ptr<const Block> block = blocks_of("a\n\nb\n").share(1);
  EXPECT_EQ(block->text, "b");
}

TEST(PageBlocks, HaveAnchorsOfTheirOwn) {
  const PageBlocks old_page = blocks_of("# A\n");
  PageBlocks new_page = blocks_of("# A\n");
  new_page.add_shared(old_page, 0, {3, 3});
  new_page.settle_headings();
  EXPECT_EQ(new_page[0].anchor, "a");
  EXPECT_EQ(new_page[1].anchor, "a-1");
  EXPECT_EQ(old_page[0].anchor, "a");
  EXPECT_NE(new_page.fingerprint(1).landmark, old_page.fingerprint(0).landmark);
}

TEST(PageBlocks, HaveTheSameKeyIfTheySayTheSame) {
  const auto key = [](const char* page) { return blocks_of(page).key(0); };
  EXPECT_EQ(key("*a* b"), key("a\n__b__"));
  EXPECT_EQ(key("a"), key("- a"));
  EXPECT_NE(key("a"), key("b"));
  EXPECT_NE(key("a"), key("# a"));
  EXPECT_NE(key("---\ntitle: a\n---\n"), key("---\ndescription: a\n---\n"));
  EXPECT_EQ(key("```sh\na\n```"), key("```yaml\na\n```"));
}

}  // namespace
}  // namespace l10n_drift
