#include "markdown/mdx.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace l10n_drift {
namespace {

TEST(Mdx, KeepsTheLines) {
  const char* pages[] = {
      "",
      "import a\nfrom 'b'\n\n<A\n  b\n/> c {d\n} e\n",
      "<A>{b\n\n}</A>\n{/*\n\n*/}\n",
      "```\n{\n```\n- <A />\n> {b} c\n1. ~~~\n   <A>\n",
      ":::a[b]\n<C>\n:::\n",
      "a ` {b\nc` {d}\n\n`{",
  };
  for (const std::string page : pages) {
    const std::string masked = mask_mdx(page).page();
    EXPECT_EQ(std::count(page.begin(), page.end(), '\n'),
              std::count(masked.begin(), masked.end(), '\n'))
        << page;
  }
}

TEST(Mdx, IsRestoredAsItWasWritten) {
  const std::string page = "a <B c='d'/> {e} {/* f */} <g>h</g> :::\n";
  const Masks masks = mask_mdx(page);
  EXPECT_EQ(masks.page().find('{'), std::string::npos);
  EXPECT_EQ(masks.page().find('<'), std::string::npos);
  EXPECT_EQ(masks.restore(masks.page()), page);
}

TEST(Mdx, KnowsItsComments) {
  const std::string page =
      "{/* a */}\n\nb {/* c */}\n\n- {/* d\n\ne */}\n\n`{/* f */}`\n\n```\n{/* g */}\n```\n";
  std::string list;
  for (const Comment& comment : find_mdx_comments(page)) {
    list.append(comment.content(page)).append(comment.begins_line ? "!" : ".");
  }
  EXPECT_EQ(list, " a ! c . d\n\ne !");
}

TEST(Mdx, TakesNoCharactersOfThePageForItsOwn) {
  const Masks masks = mask_mdx("\uE0F10\uE0F2 {a}\n");
  EXPECT_EQ(masks.restore(masks.page()), "\uFFFD0\uFFFD {a}\n");
}

TEST(Mdx, IsReadInReasonableTime) {
  for (const std::string piece :
       {"{", "<A ", "`", "` `` ", "{`", ":::", "import {\n\n", "<a>{", "{'", "- {a\n\n"}) {
    std::string page;
    while (page.size() < 100'000) page += piece;
    EXPECT_GE(mask_mdx(page).page().size(), 1u);
  }
}

}  // namespace
}  // namespace l10n_drift
