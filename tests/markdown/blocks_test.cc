#include "markdown/blocks.h"

#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/page_table.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

// A page's blocks, one a line: "3-4 list_item 1 name: text".
std::string list_blocks(std::string_view page, PageKind kind = PageKind::kMarkdown) {
  const auto parsed = parse_page(page, kind);
  if (!parsed) return "nothing";
  std::ostringstream list;
  for (std::size_t i = 0; i < parsed->blocks.size(); ++i) {
    const Block& block = parsed->blocks[i];
    const LineRange lines = parsed->blocks.lines(i);
    list << lines.first << '-' << lines.last << ' ' << to_string(block.kind) << ' ' << block.level
         << ' ' << block.name << ": " << block.text << '\n';
  }
  return list.str();
}

TEST(Blocks, AreThoseOfTheTables) {
  const std::vector<PageRow> rows = read_page_tables("blocks", {"blocks"});
  ASSERT_GT(rows.size(), 10u);
  for (const PageRow& row : rows) {
    EXPECT_EQ(list_blocks(row.page("", ""), row.kind), row.page("blocks", "")) << row_name(row);
  }
}

TEST(Blocks, AreTheLeavesOfThePage) {
  struct Case {
    const char* name;
    const char* page;
    const char* blocks;
  };
  const Case cases[] = {
      {"nothing", "", ""},
      {"blanks alone", "\n  \n\n", ""},
      {"two paragraphs", "a\nb\n\n\nc", "1-2 paragraph 0 : a b\n5-5 paragraph 0 : c\n"},
      {"headings of both styles", "# A\nB\nC\n---\n\n", "1-1 heading 1 : A\n2-4 heading 2 : B C\n"},
      {"an item, what else is in it, and a nested one",
       "- a\n  b\n\n  c\n\n  ```sh\n  d\n  ```\n  * e\n- f\n",
       "1-2 list_item 1 : a b\n4-4 paragraph 1 : c\n6-8 code 1 sh: d\n9-9 list_item 2 : e\n"
       "10-10 list_item 1 : f\n"},
      {"two items in one line", "- - a\n", "1-1 list_item 2 : a\n"},
      {"an item without text of its own", "-\n  # a\n", "2-2 heading 1 : a\n"},
      {"a quote", "> a\n> - b\n\nc",
       "1-1 paragraph 0 : a\n2-2 list_item 1 : b\n4-4 paragraph 0 : c\n"},
      {"a table by rows", "| a | b |\n|---|---|\n| 1 | 2 |\n\nc\n",
       "1-1 table_row 0 : a | b\n3-3 table_row 0 : 1 | 2\n5-5 paragraph 0 : c\n"},
      {"a table of a header alone", "a\n\n| b |\n|---|\n",
       "1-1 paragraph 0 : a\n3-3 table_row 0 : b\n"},
      {"a table right below a paragraph", "x\ny\n| a |\n|---|\n| 1 |\n",
       "1-2 paragraph 0 : x y\n3-3 table_row 0 : a\n5-5 table_row 0 : 1\n"},
      {"a table in an item", "1. x\n   | a |\n   |---|\n   | 1 |\n",
       "1-1 list_item 1 : x\n2-2 table_row 1 : a\n4-4 table_row 1 : 1\n"},
      {"an unclosed fence", "a\n~~~\nb\n\nc\n", "1-1 paragraph 0 : a\n2-5 code 0 : b\n\nc\n"},
      {"HTML and comments", "<div>\na\n</div>\n\n<!-- b\nc -->\nd\n",
       "1-3 html 0 : a\n7-7 paragraph 0 : d\n"},
      {"scripts and styles", "<script>\nx\n</script>\n<style>p {}</style>\n", ""},
      {"definitions vanish into links", "[a]\n\n[a]: /b\n", "1-1 paragraph 0 : [a]\n"},
      {"a footnote stands where it is written", "a[^1]\n\n[^1]: b\n\nc\n",
       "1-1 paragraph 0 : a[^]\n3-3 paragraph 0 : b\n5-5 paragraph 0 : c\n"},
      {"front matter and a byte order mark", "\xEF\xBB\xBF---\r\ntitle: A\r\n---\r\nb\r\n",
       "2-2 front_matter 0 title: A\n4-4 paragraph 0 : b\n"},
      {"front matter that never ends", "---\ntitle: A\n\nb\n",
       "2-2 paragraph 0 : title: A\n4-4 paragraph 0 : b\n"},
      {"lines that end in CR alone", "a\r\rb", "1-1 paragraph 0 : a\n3-3 paragraph 0 : b\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(list_blocks(c.page), c.blocks) << c.name;
}

TEST(Blocks, KeepShortcodesApart) {
  struct Case {
    const char* name;
    const char* page;
    const char* blocks;
  };
  const Case cases[] = {
      {"a wrapper's inside is a paragraph", "{{< note >}}\na\n{{< /note >}}\n",
       "1-1 shortcode 0 note: {{note}}\n2-2 paragraph 0 : a\n3-3 shortcode 0 /note: {{/note}}\n"},
      {"a word of a wrapped paragraph", "a\n{{% x %}}\nb\n", "1-3 paragraph 0 : a {{x}} b\n"},
      {"the last word of a wrapped paragraph", "a\n{{% x %}}\n", "1-2 paragraph 0 : a {{x}}\n"},
      {"below a sentence", "a.\n{{% x %}}\n", "1-1 paragraph 0 : a.\n2-2 shortcode 0 x: {{x}}\n"},
      {"below a heading", "# a\n{{% x %}}\n", "1-1 heading 1 : a\n2-2 shortcode 0 x: {{x}}\n"},
      {"a wrapper within a paragraph", "a\n{{% x %}}\nb\n{{% /x %}}\nc\n",
       "1-1 paragraph 0 : a\n2-2 shortcode 0 x: {{x}}\n3-3 paragraph 0 : b\n"
       "4-4 shortcode 0 /x: {{/x}}\n5-5 paragraph 0 : c\n"},
      {"one that is closed below the next heading is no wrapper",
       "a\n{{% x %}}\nb\n\n# c\n\n{{% /x %}}\n",
       "1-3 paragraph 0 : a {{x}} b\n5-5 heading 1 : c\n7-7 shortcode 0 /x: {{/x}}\n"},
      {"two in a line within a paragraph", "a\n{{< b >}} {{< c >}}\nd\n",
       "1-1 paragraph 0 : a\n2-2 shortcode 0 b: {{b}}{{c}}\n3-3 paragraph 0 : d\n"},
      {"two in a line", "{{< tabs >}} {{< tab \"A b\" >}}\n",
       "1-1 shortcode 0 tabs: {{tabs}}{{tab \"A b\"}}\n"},
      {"over three lines", "{{< figure\n  src=\"a\"\n>}}\n\nb",
       "1-3 shortcode 0 figure: {{figure src=a}}\n5-5 paragraph 0 : b\n"},
      {"over two lines in a paragraph", "a {{< x\n  y >}} b\nc",
       "1-3 paragraph 0 : a {{x y}} b c\n"},
      {"in code", "```\n{{< a >}}\nb {{< c\n  d >}}\n```\n",
       "1-5 code 0 : {{< a >}}\nb {{< c\n  d >}}\n"},
      {"below an item, less far in than its text", "1. a\n\n  {{< x >}}\n\n1. b\n",
       "1-1 list_item 1 : a\n3-3 shortcode 0 x: {{x}}\n5-5 list_item 1 : b\n"},
      {"in a span of code", "a `{{< b >}}`", "1-1 paragraph 0 : a `{{< b >}}`\n"},
      {"in HTML", "<div>\n{{< a >}}\nb\n</div>", "1-4 html 0 : {{a}} b\n"},
      {"in an item", "- a.\n\n  {{< b >}}\n\n  c\n",
       "1-1 list_item 1 : a.\n3-3 shortcode 1 b: {{b}}\n5-5 paragraph 1 : c\n"},
      {"a word of a wrapped item", "- a\n  {{< b >}}\n  c\n", "1-3 list_item 1 : a {{b}} c\n"},
      {"one that never ends", "a {{< b\n\nc }} {{< ",
       "1-1 paragraph 0 : a {{< b\n3-3 paragraph 0 : c }} {{<\n"},
      {"an escaped one", "{{</* a */>}}", "1-1 paragraph 0 : {{</* a */>}}\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(list_blocks(c.page), c.blocks) << c.name;
}

TEST(Blocks, KnowTheirHeadingAndItsAnchor) {
  const auto page = parse_page("a\n\n# My *big* Page!\n\nb\n\n## Own {#x-y}\n\n## My big page\n",
                               PageKind::kMarkdown);
  const PageBlocks& blocks = page->blocks;
  ASSERT_EQ(blocks.size(), 5u);
  EXPECT_FALSE(blocks.heading_above(0));
  EXPECT_EQ(blocks[1].anchor, "my-big-page");
  EXPECT_EQ(blocks.heading_above(2), 1u);
  EXPECT_EQ(blocks[3].anchor, "x-y");
  EXPECT_EQ(blocks[3].text, "Own");
  EXPECT_EQ(blocks[4].anchor, "my-big-page-1");
}

TEST(Blocks, HaveTheirSource) {
  const auto page = parse_page("---\ntitle: A\n---\n- a\r\n  b\n\n\n> c\n", PageKind::kMarkdown);
  ASSERT_EQ(page->blocks.size(), 3u);
  EXPECT_EQ(page->blocks[0].source, "title: A");
  EXPECT_EQ(page->blocks[1].source, "- a\n  b");
  EXPECT_EQ(page->blocks[2].source, "> c");
}

TEST(Blocks, AreNoneForWhatWouldTakeForever) {
  EXPECT_EQ(list_blocks(std::string(5000, '>') + "a\n"), "nothing");
  EXPECT_EQ(list_blocks(std::string(5000, '-') + "\n"), "");
}

}  // namespace
}  // namespace l10n_drift
