#include "markdown/parsed_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "markdown/blocks.h"

namespace l10n_drift {
namespace {

// All that there is to a page, as text.
std::string describe(const ParsedPage& page) {
  std::ostringstream text;
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    const LineRange lines = page.blocks.lines(i);
    const auto section = page.blocks.heading_above(i);
    text << to_string(block.kind) << ' ' << block.level << ' ' << block.name << " #" << block.anchor
         << ' ' << block.has_written_anchor << ' ' << lines.first << '-' << lines.last << " under "
         << (section ? std::to_string(*section) : "nothing") << "\n  "
         << testing::PrintToString(block.source) << "\n  " << testing::PrintToString(block.text);
    for (const Span& span : block.spans) {
      text << "\n  " << static_cast<int>(span.kind) << ' ' << span.begin << '-' << span.end << ' '
           << span.target;
    }
    text << "\n";
  }
  text << "joints";
  for (const Joint& joint : page.joints) text << ' ' << joint.line << " at " << joint.at;
  return text.str();
}

void expect_same(const std::string& old_text, const std::string& new_text) {
  const auto old_page = parse_page(old_text, PageKind::kMarkdown);
  ASSERT_TRUE(old_page);
  // Some prints are there, others are not.
  for (std::size_t i = 0; i < old_page->blocks.size(); i += 2) old_page->blocks.fingerprint(i);
  const auto reparsed = parse_page(new_text, PageKind::kMarkdown, &*old_page);
  const auto parsed = parse_page(new_text, PageKind::kMarkdown);
  ASSERT_TRUE(parsed && reparsed);
  ASSERT_EQ(describe(*reparsed), describe(*parsed))
      << testing::PrintToString(old_text) << "\n to " << testing::PrintToString(new_text);
  EXPECT_EQ(reparsed->text, parsed->text);
  for (std::size_t i = 0; i < parsed->blocks.size(); ++i) {
    EXPECT_EQ(reparsed->blocks.fingerprint(i).marks, parsed->blocks.fingerprint(i).marks);
    EXPECT_EQ(reparsed->blocks.fingerprint(i).length, parsed->blocks.fingerprint(i).length);
  }
}

TEST(ParsedPage, HasTheBlocksOfItsText) {
  const std::string text = "---\na: b\n---\n# C\r\n\r\nd `e`\n";
  const auto page = parse_page("\xEF\xBB\xBF" + text, PageKind::kMarkdown);
  const std::vector<PlacedBlock> blocks = find_blocks(text, PageKind::kMarkdown)->blocks;
  ASSERT_EQ(page->blocks.size(), blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    EXPECT_EQ(page->blocks[i].text, blocks[i].block.text);
    EXPECT_EQ(page->blocks.lines(i), blocks[i].lines);
  }
  EXPECT_EQ(page->joints, (std::vector<Joint>{{4, 13}, {6, 18}}));
  EXPECT_FALSE(parse_page(std::string(5000, '>') + "a\n", PageKind::kMarkdown));
}

TEST(ParsedPage, IsTheSameOutOfAnEarlierVersion) {
  struct Case {
    const char* name;
    const char* old_text;
    const char* new_text;
  };
  const Case cases[] = {
      {"nothing", "", ""},
      {"from nothing", "", "# a\n\nb\n"},
      {"to nothing", "# a\n\nb\n", ""},
      {"the same", "a\n\n# b\n\nc\n", "a\n\n# b\n\nc\n"},
      {"a section more", "# a\n\nb\n\n# c\n", "# a\n\nb\n\n# x\n\ny\n\n# c\n"},
      {"a section less", "# a\n\nb\n\n# c\n\nd\n\n# e\n", "# a\n\nb\n\n# e\n"},
      {"sections that changed places", "# a\n\nb\n\n# c\n\nd\n", "# c\n\nd\n# a\n\nb\n\n"},
      {"equal sections", "# a\n\nb\n\n# a\n\nb\n", "# a\n\nb\n\n# a\n\nb\n\n# a\n\nb\n"},
      {"a fence opened above", "a\n\n# b\n\nc\n\n# d\n", "a\n\n```\n\n# b\n\nc\n\n# d\n"},
      {"a fence closed above", "a\n\n```\n\n# b\n\nc\n\n# d\n", "a\n\n# b\n\nc\n\n# d\n"},
      {"a heading in code", "# a\n\n```\n# b\n```\n\n# c\n", "# a\n\n```\nx\n# b\n```\n\n# c\n"},
      {"a comment opened above", "a\n\n# b\n\nc\n\n# d\n", "<!--\n\n# b\n\nc\n\n# d\n"},
      {"a heading in an item", "- a\n\n  # b\n\nc\n\n# b\n", "- a\n\n  # b\n\nx\n\n# b\n"},
      {"a heading below a lazy line", "> a\n# b\n\nc\n", "> a\nx\n# b\n\nc\n"},
      {"front matter that is new", "# a\n\nb\n", "---\nt: c\n---\n# a\n\nb\n"},
      {"front matter that went", "---\nt: c\n---\n# a\n\nb\n", "# a\n\nb\n"},
      {"front matter that is not closed", "---\nt: c\n---\n# a\n\nb\n", "---\nt: c\n# a\n\nb\n"},
      {"a comment in front matter", "---\nt: c\n# a\n---\n# a\n\nb\n",
       "---\nt: d\n# a\n---\n# a\n\nb\n"},
      {"a definition that is new", "# a\n\n[b]\n\n# c\n", "# a\n\n[b]\n\n# c\n\n[b]: /d\n"},
      {"a definition that went", "# a\n\n[b]\n\n# c\n\n[b]: /d\n", "# a\n\n[b]\n\n# c\n"},
      {"a definition over two lines", "# a\n\n[b]\n\n# c\n", "# a\n\n[b]\n\n# c\n\n[b\n]: /d\n"},
      {"a definition whose label has a bracket", "# a\n\n[b\\]]\n\n# c\n",
       "# a\n\n[b\\]]\n\n# c\n\n[b\\]]: /d\n"},
      {"a definition in a list and a quote", "# a\n\n[b]\n\n# c\n",
       "# a\n\n[b]\n\n# c\n\n1. > [b]: /d\n"},
      {"what is no definition", "# a\n\n[b] and c [b]: d\n\n# e\n",
       "# a\n\n[b] and c [b]: d\n\n# e\n\n[f]\n"},
      {"a footnote", "# a\n\nb[^1]\n\n# c\n", "# a\n\nb[^1]\n\n# c\n\n[^1]: d\n"},
      {"an anchor that recurs", "# a\n\n# b\n\n# a\n", "# a\n\n# a\n\n# b\n\n# a\n"},
      {"other ends of lines", "# a\n\nb\n\n# c\n", "# a\r\n\r\nb\r\n\r\n# c\r\n"},
      {"a shortcode over a heading", "# a\n\n{{< b\n# c\n>}}\n\n# d\n",
       "# a\n\nx {{< b\n# c\n>}}\n\n# d\n"},
      {"text below a list", "- a\n\nb\n\nc\n", "- a\n\n  x\n\nb\n\nc\n"},
      {"text that becomes part of an item", "- a\n\nb\n\nc\n", "- a\n\n  b\n\nc\n"},
      {"text in a fence", "a\n\nb\n\nc\n", "a\n\n```\nx\n\nb\n\nc\n"},
      {"text that becomes a table", "a\n\nb\n\nc\n", "a\n\nb\n|-|\n\nc\n"},
      {"text that becomes a heading", "a\n\nb\n\nc\n", "a\n\nb\n---\n\nc\n"},
      {"a shortcode that is closed now", "a\n{{< b >}}\nc\n\nd\n\ne\n",
       "a\n{{< b >}}\nc\n\nd\n\n{{< /b >}}\n\ne\n"},
      {"a shortcode that is closed further below", "a\n{{< b >}}\nc\n{{< /b >}}\n\nd\n",
       "a\n{{< b >}}\nc\n\nd\n\n{{< /b >}}\n"},
      {"a shortcode that is closed under the next heading",
       "a\n{{< b >}}\nc\n\n# d\n\n{{< /b >}}\n", "a\n{{< b >}}\nx\n\n# d\n\n{{< /b >}}\n"},
      {"a heading without words", "#\n\na\n\n#\n\nb\n", "#\n\nx\n\n#\n\nb\n"},
      {"a rule above a heading", "a\n\n---\n# b\n", "a\n---\n# b\n"},
      {"no end of the last line", "# a\n\nb\n\n# c", "# a\n\nx\n\n# c"},
      {"an end of the last line", "# a\n\nb\n\n# c", "# a\n\nb\n\n# c\n"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    expect_same(c.old_text, c.new_text);
    expect_same(c.new_text, c.old_text);
  }
}

using Random = std::mt19937;

// Lines that open something, close something, or look as if they did.
constexpr const char* kLines[] = {"",
                                  "",
                                  "",
                                  "words `a`",
                                  "more words",
                                  "*words*",
                                  "a {{< x",
                                  "# One",
                                  "## Two",
                                  "## Two",
                                  "# Three",
                                  "#comment",
                                  "# comment",
                                  "```",
                                  "~~~",
                                  "```sh",
                                  "- item",
                                  "  - in",
                                  "  # in",
                                  "1. first",
                                  "> quote",
                                  "> # in",
                                  "    code",
                                  "| a | b |",
                                  "|---|---|",
                                  "---",
                                  "===",
                                  "+++",
                                  "<!--",
                                  "-->",
                                  "<div>",
                                  "</div>",
                                  "<pre>",
                                  "</pre>",
                                  "{{< note >}}",
                                  "{{< /note >}}",
                                  "{{% tab %}}",
                                  "{{% /tab %}}",
                                  "{{% tip",
                                  "%}}",
                                  "[link](/x)",
                                  "### A {#b}",
                                  "\t",
                                  "title: a",
                                  "# ",
                                  "[b] and [^1]",
                                  "{{< x >}} text"};
constexpr const char* kDefinitions[] = {"[b]: /d",   "[^1]: note", "> [b]: /d", "- [^1]: note",
                                        "a [b]: /d", "[b",         "]: /d",     "[b\\]: /d"};

std::string random_line(Random& random, bool with_definitions) {
  if (with_definitions && random() % 12 == 0) {
    return kDefinitions[random() % std::size(kDefinitions)];
  }
  return random() % 4 == 0 ? "" : kLines[random() % std::size(kLines)];
}

std::vector<std::string> random_lines(Random& random, bool with_definitions) {
  std::vector<std::string> lines;
  if (random() % 3 == 0) lines = {"---", "title: A", "# not a heading", "---"};
  for (std::size_t n = random() % 40; n > 0; --n) {
    lines.push_back(random_line(random, with_definitions));
  }
  return lines;
}

// Lines come, go and change; a stretch moves.
void edit(std::vector<std::string>& lines, Random& random, bool with_definitions) {
  for (std::size_t n = 1 + random() % 3; n > 0; --n) {
    const auto at = lines.begin() + static_cast<std::ptrdiff_t>(random() % (lines.size() + 1));
    switch (random() % 4) {
      case 0:
        lines.insert(at, random_line(random, with_definitions));
        break;
      case 1:
        if (at != lines.end()) lines.erase(at);
        break;
      case 2:
        if (at != lines.end()) *at = random_line(random, with_definitions);
        break;
      default:
        if (at != lines.end()) {
          std::rotate(lines.begin(), at, at + (lines.end() - at) / 2);
        }
        break;
    }
  }
}

std::string join(const std::vector<std::string>& lines, Random& random) {
  const std::string end = random() % 8 == 0 ? "\r\n" : "\n";
  std::string text = random() % 16 == 0 ? "\xEF\xBB\xBF" : "";
  for (const std::string& line : lines) text += line + end;
  if (random() % 8 == 0 && !text.empty()) text.pop_back();
  return text;
}

void expect_same_after_edits(Random& random, bool with_definitions) {
  for (int round = 0; round < 5000 && !testing::Test::HasFailure(); ++round) {
    std::vector<std::string> lines = random_lines(random, with_definitions);
    const std::string old_text = join(lines, random);
    edit(lines, random, with_definitions);
    expect_same(old_text, join(lines, random));
  }
}

TEST(ParsedPage, IsTheSameAfterAnyEdit) {
  Random random(11);
  expect_same_after_edits(random, false);
}

TEST(ParsedPage, IsTheSameAfterAnyEditOfAPageWithDefinitions) {
  Random random(12);
  expect_same_after_edits(random, true);
}

}  // namespace
}  // namespace l10n_drift
