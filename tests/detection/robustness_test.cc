// Pages that nobody writes: any bytes, any size. What is asked of them is that blocks keep their
// promises, and that it takes about as long as their size warrants.

#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "detection/page_diff.h"
#include "detection/severity.h"
#include "detection/size_divisor.h"
#include "markdown/invariants.h"
#include "markdown/normal_form.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

std::string repeat(std::string_view text, std::size_t bytes) {
  std::string result;
  while (result.size() < bytes) result += text;
  return result;
}

// A page of pieces that mean something to Markdown, in an order that does not.
std::string random_page(std::mt19937& random) {
  constexpr std::string_view kPieces[] = {
      "\n",    "\n\n",   "word ",        "- ",        "> ",     "    ",    "\t",   "# ",
      "---\n", "+++\n",  "```",          "~~~",       "|",      "|-|-|\n", "*",    "__",
      "`",     "[a](b)", "![c](d)",      "{{< x >}}", "{{%",    "%}}",     "<!--", "-->",
      "<b>",   "</div>", "<div>",        "&amp;",     "\\",     "[^1]",    "1. ",  "key: v\n",
      "\r",    "\r\n",   "\xEF\xBB\xBF", "\xFF",      "\u201C", "{#id}",   "=\n",  "[^1]: n"};
  std::string page;
  for (std::size_t n = random() % 60; n > 0; --n) page += kPieces[random() % std::size(kPieces)];
  return page;
}

std::size_t count_lines(std::string_view page) {
  std::size_t lines = 1;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const bool crlf = page[i] == '\r' && i + 1 < page.size() && page[i + 1] == '\n';
    if ((page[i] == '\n' || page[i] == '\r') && !crlf) ++lines;
  }
  return lines;
}

std::vector<BlockChange> changes_between(const PageBlocks& a, const PageBlocks& b) {
  return compare_pages(a, b).changes;
}

void expect_in_order(const PageBlocks& blocks, std::size_t lines) {
  std::size_t below = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    EXPECT_GT(blocks.lines(i).first, below);
    EXPECT_LE(blocks.lines(i).first, blocks.lines(i).last);
    EXPECT_LE(blocks.lines(i).last, lines);
    below = blocks.lines(i).last;
    EXPECT_LT(blocks.heading_above(i).value_or(0), i + 1);
    for (const Span& span : block.spans) {
      EXPECT_LT(span.begin, span.end);
      EXPECT_LE(span.end, block.text.size());
    }
    find_invariants(block);
    unmarked(block);
  }
}

TEST(Robustness, BlocksOfAnyBytesAreInOrder) {
  std::mt19937 random(7);
  PageBlocks last;
  for (int round = 0; round < 3000 && !testing::Test::HasFailure(); ++round) {
    const std::string page = random_page(random);
    SCOPED_TRACE(testing::PrintToString(page));
    const auto parsed = parse_page(page, PageKind::kMarkdown);
    ASSERT_TRUE(parsed);
    const PageBlocks& blocks = parsed->blocks;
    expect_in_order(blocks, count_lines(page));
    EXPECT_TRUE(changes_between(blocks, blocks).empty());
    severity_of(changes_between(last, blocks), last, blocks, Grammar("en"));
    last = blocks;
  }
}

// cmark keeps some of its tables in common to all parsers; what is used of it must not change them.
TEST(Robustness, ThreadsDoNotDisturbEachOther) {
  const std::string page = repeat("| *a* | ~~b~~ |\n|---|---|\n| https://c.d | [^1] |\n\n", 20'000);
  const std::size_t blocks = parse_page(page, PageKind::kMarkdown)->blocks.size();
  const auto parse_often = [&] {
    for (int i = 0; i < 10; ++i) {
      const auto parsed = parse_page(page, PageKind::kMarkdown);
      if (parsed->blocks.size() != blocks || parsed->blocks[0].text != "a | ~~b~~") return false;
    }
    return true;
  };
  std::vector<std::future<bool>> results;
  for (int i = 0; i < 4; ++i) results.push_back(std::async(std::launch::async, parse_often));
  for (std::future<bool>& result : results) EXPECT_TRUE(result.get());
}

// Far more than it takes with sanitizers on a slow machine, far less than the square of the size.
constexpr std::chrono::seconds kPageLimit{60};

PageBlocks with_more_words(const PageBlocks& blocks) {
  PageBlocks changed;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Block block = blocks[i];
    block.text += " more";
    changed.add(std::move(block), blocks.lines(i));
  }
  return changed;
}

// The number of blocks, 0 of a page that is refused.
std::size_t expect_quick(const char* name, const std::string& page) {
  std::size_t count = 0;
  const auto start = std::chrono::steady_clock::now();
  if (const auto parsed = parse_page(page, PageKind::kMarkdown)) {
    const PageBlocks& blocks = parsed->blocks;
    count = blocks.size();
    EXPECT_TRUE(changes_between(blocks, blocks).empty()) << name;
    const PageBlocks changed = with_more_words(blocks);
    severity_of(changes_between(blocks, changed), blocks, changed, Grammar("en"));
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, kPageLimit) << name;
  return count;
}

TEST(Robustness, LargePagesAreParsedInTime) {
  struct Case {
    const char* name;
    std::string page;
    std::size_t blocks;
  };
  std::string headings;
  for (int i = 0; i < 10'000; ++i) headings += "## Heading " + std::to_string(i) + "\n\ntext\n\n";
  const Case cases[] = {
      {"one line", repeat("word *emphasis* `code`, ", 5'000'000), 1},
      {"headings", headings, 20'000},
      {"equal headings", repeat("## Same\n\ntext\n\n", 150'000), 20'000},
      {"items", repeat("- item\n", 700'000), 100'000},
      {"rows", "|a|b|\n|-|-|\n" + repeat("|c|d|\n", 600'000), 100'001},
      {"an unclosed fence", "```\n" + repeat("code\n", 5'000'000), 1},
      {"unclosed front matter", "---\n" + repeat("key: value\n\n", 1'200'000), 100'000},
      {"front matter", "---\n" + repeat("key: value\n", 1'100'000) + "---\n", 100'000},
      {"shortcodes", repeat("{{< a >}}\n", 1'000'000), 100'000},
  };
  for (const Case& c : cases) EXPECT_EQ(expect_quick(c.name, c.page), c.blocks) << c.name;
}

// Sections that are alike for as long as anybody looks.
TEST(Robustness, VersionsOfHostilePagesTakeNoTime) {
  constexpr std::size_t kBytes = 2'000'000 / kSizeDivisor;
  const std::string wrapped = repeat("a\n{{< b >}}\n\n", kBytes);
  const std::string same = repeat("a\n\n", kBytes / 2);
  const std::pair<std::string, std::string> cases[] = {
      {"x\n\n" + wrapped + "{{< /b >}}\n", "x\n\n" + wrapped + wrapped},
      {"x\n\n" + wrapped, "y\n\n" + wrapped + "{{< /b >}}\n"},
      {same, "b\n\n" + same + "c\n"},
  };
  for (const auto& [old_text, new_text] : cases) {
    const auto start = std::chrono::steady_clock::now();
    const auto old_page = parse_page(old_text, PageKind::kMarkdown);
    ASSERT_TRUE(old_page);
    EXPECT_TRUE(parse_page(new_text, PageKind::kMarkdown, &*old_page));
    EXPECT_LT(std::chrono::steady_clock::now() - start, kPageLimit) << new_text.substr(0, 20);
  }
}

TEST(Robustness, HostilePagesTakeNoTime) {
  constexpr std::size_t kBytes = 2'000'000;
  const std::string lines = repeat("a\n", kBytes);
  const std::pair<const char*, std::string> cases[] = {
      {"quotes in one line", repeat(">", kBytes / 2) + lines},
      {"lists in one line", repeat("- ", kBytes) + "a\n" + lines},
      {"columns", repeat("a|", kBytes) + "\n" + repeat("-|", kBytes) + "\n"},
      {"missing cells", repeat("a|", 300) + "\n" + repeat("-|", 300) + "\n" + lines},
      {"a table below a long paragraph", lines + "|a|\n|-|\n"},
      {"brackets", repeat("![[]()", kBytes)},
      {"declarations", repeat("a <!A ", kBytes)},
      {"instructions", repeat("a <? ", kBytes)},
      {"character data", repeat("a <![CDATA[ ", kBytes)},
      {"unclosed shortcodes", repeat("{{< ", kBytes)},
      {"unclosed comments", repeat("a <!-- ", kBytes)},
      {"delimiters", repeat("*a_ ", kBytes)},
  };
  for (const auto& [name, page] : cases) expect_quick(name, page);
}

}  // namespace
}  // namespace l10n_drift
