#include "markdown/normal_form.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "markdown/blocks_of.h"
#include "markdown/pair_table.h"

namespace l10n_drift {
namespace {

constexpr char kFormTables[] = "normal_form";

bool same_page(const std::string& old_page, const std::string& new_page, PageKind kind) {
  const PageBlocks a = blocks_of(old_page, kind);
  const PageBlocks b = blocks_of(new_page, kind);
  bool same = a.size() == b.size();
  for (std::size_t i = 0; same && i < a.size(); ++i) same = same_normal_form(a[i], b[i]);
  return same;
}

TEST(NormalForm, IsThatOfTheTable) {
  const std::vector<PagePair> pairs = read_pair_tables(kFormTables);
  ASSERT_GT(pairs.size(), 50u);
  for (const PagePair& pair : pairs) {
    ASSERT_TRUE(pair.expectation == "same" || pair.expectation == "different") << pair.expectation;
    EXPECT_EQ(same_page(pair.old_page, pair.new_page, pair.kind), pair.expectation == "same")
        << row_name(pair);
    EXPECT_TRUE(same_page(pair.new_page, pair.new_page, pair.kind)) << row_name(pair);
  }
}

TEST(NormalForm, DoesNotKnowHowLinesEnd) {
  for (const PagePair& pair : read_pair_tables(kFormTables)) {
    std::string with_crlf;
    for (const char c : pair.new_page) with_crlf += c == '\n' ? "\r\n" : std::string(1, c);
    EXPECT_TRUE(same_page(with_crlf, pair.new_page, pair.kind)) << row_name(pair);
  }
}

TEST(NormalForm, MarksSpansInTheText) {
  const PageBlocks page =
      blocks_of("Run `a b` of [the *guide*](/x) ![alt](y/z.svg), {{< p \"q\" >}}.");
  const Block& block = page[0];
  EXPECT_EQ(block.text, "Run `a b` of [the guide] ![alt](z.svg), {{p q}}.");
  std::vector<std::string> spans;
  for (const Span& span : block.spans) {
    spans.push_back(block.text.substr(span.begin, span.end - span.begin) + " " + span.target);
  }
  EXPECT_EQ(spans, (std::vector<std::string>{"`a b` ", "[the guide] /x", "![alt](z.svg) y/z.svg",
                                             "{{p q}} "}));
  EXPECT_EQ(unmarked(block), "Run a b of the guide ![alt](z.svg), {{ q}}.");
  EXPECT_EQ(unmarked(blocks_of("A {{< b >}} and {{< c d e=f >}}.")[0]), "A {{b}} and {{ d e=f}}.");
}

}  // namespace
}  // namespace l10n_drift
