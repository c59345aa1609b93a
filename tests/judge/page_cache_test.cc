#include "judge/page_cache.h"

#include <gtest/gtest.h>

#include <string>

#include "support/scratch_repository.h"

namespace l10n_drift {
namespace {

class PageCacheTest : public testing::Test {
 protected:
  PageVersion blob(const std::string& text, PageKind kind = PageKind::kMarkdown) const {
    return {scratch_.store("blob", text), kind};
  }

  // A page of about `size` bytes that begins with `title`.
  static std::string page(const std::string& title, std::size_t size) {
    std::string text = "# " + title + "\n\n";
    const std::string line = "A line like all the others of this page.\n";
    while (text.size() < size) text += line;
    return text;
  }

  // Blobs read on behalf of an action.
  template <typename Action>
  std::size_t reads(const Objects& objects, Action action) const {
    const auto blobs = [&] {
      std::size_t count = 0;
      for (const auto& [phase, cost] : objects.statistics()) count += cost.blobs;
      return count;
    };
    const std::size_t before = blobs();
    {
      const auto phase = objects.measure(Phase::kReplay);
      action();
    }
    return blobs() - before;
  }

  ScratchRepository scratch_;
};

TEST_F(PageCacheTest, APageIsReadAndParsedOnce) {
  const PageVersion id = blob("# Title\n\nText.\n");
  const Objects objects = scratch_.objects();
  PageCache pages(objects);
  SharedPage first;
  EXPECT_EQ(reads(objects, [&] { first = pages.get(id); }), 1u);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->blocks[1].text, "Text.");
  EXPECT_EQ(reads(objects, [&] { EXPECT_EQ(pages.get(id), first); }), 0u);
}

TEST_F(PageCacheTest, AnEarlierVersionChangesNothingInThePage) {
  const PageVersion before = blob("# Title\n\nText.\n\n## Next\n\nMore.\n");
  const PageVersion after = blob("# Title\n\nText.\n\n## Next\n\nMuch more.\n");
  const Objects objects = scratch_.objects();
  PageCache pages(objects);
  PageCache others(objects);
  const SharedPage page = pages.get(after, pages.get(before));
  const SharedPage alone = others.get(after);
  ASSERT_EQ(page->blocks.size(), alone->blocks.size());
  for (std::size_t i = 0; i < page->blocks.size(); ++i) {
    EXPECT_EQ(page->blocks[i].text, alone->blocks[i].text);
    EXPECT_EQ(page->blocks.lines(i), alone->blocks.lines(i));
  }
}

TEST_F(PageCacheTest, TheSameBytesAreAnotherPageOfAnotherKind) {
  const std::string text = "<Tag>\n\n# Title\n\n</Tag>\n";
  const PageVersion markdown = blob(text);
  const PageVersion mdx = blob(text, PageKind::kMdx);
  const Objects objects = scratch_.objects();
  PageCache pages(objects);
  EXPECT_EQ(pages.get(markdown)->blocks.size(), 1u);
  EXPECT_EQ(pages.get(mdx, pages.get(markdown))->blocks.size(), 3u);
  EXPECT_EQ(pages.get(markdown)->blocks.size(), 1u);
}

TEST_F(PageCacheTest, WhatCannotBeParsedIsRememberedToo) {
  const PageVersion id = blob(std::string(2000, '>') + "\n");
  const Objects objects = scratch_.objects();
  PageCache pages(objects);
  EXPECT_EQ(pages.get(id), nullptr);
  EXPECT_EQ(reads(objects, [&] { EXPECT_EQ(pages.get(id), nullptr); }), 0u);
}

TEST_F(PageCacheTest, WhatWasUsedLastStaysAndWhatWasNotGoes) {
  const PageVersion a = blob(page("a", 800'000));
  const PageVersion b = blob(page("b", 800'000));
  const PageVersion c = blob(page("c", 800'000));
  const Objects objects = scratch_.objects();
  PageCache pages(objects);
  pages.get(a);
  pages.get(b);
  EXPECT_EQ(reads(objects, [&] { pages.get(a); }), 0u) << "two fit";
  const SharedPage kept = pages.get(b);
  pages.get(a);
  pages.get(c);
  EXPECT_EQ(reads(objects, [&] { pages.get(a); }), 0u);
  EXPECT_EQ(reads(objects, [&] { pages.get(c); }), 0u);
  EXPECT_EQ(reads(objects, [&] { pages.get(b); }), 1u) << "a was used after it";
  EXPECT_EQ(kept->blocks[0].text, "b") << "who has it keeps it";
}

TEST_F(PageCacheTest, APageLargerThanAllRoomIsKeptUntilTheNext) {
  const PageVersion large = blob(page("large", 2'100'000));
  const Objects objects = scratch_.objects();
  PageCache pages(objects);
  pages.get(large);
  EXPECT_EQ(reads(objects, [&] { pages.get(large); }), 0u);
  const PageVersion small = blob("small\n");
  pages.get(small);
  EXPECT_EQ(reads(objects, [&] { pages.get(small); }), 0u);
  EXPECT_EQ(reads(objects, [&] { pages.get(large); }), 1u);
}

}  // namespace
}  // namespace l10n_drift
