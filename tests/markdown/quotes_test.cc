#include "markdown/quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// "quoted text: blocks below"
std::vector<std::string> quotes(const std::string& text) {
  const ParsedPage page = parse_page(text, PageKind::kMarkdown).value();
  std::vector<std::string> list;
  const Quotes found(page);
  for (const Quote& quote : found.all()) {
    std::string line = quote.block->text + ":";
    for (const std::size_t j : quote.below) line += " " + page.blocks[j].text;
    list.push_back(line);
  }
  return list;
}

TEST(Quotes, GoWithWhatStandsBelowThem) {
  EXPECT_THAT(quotes("<!-- # A -->\n# a\n\n<!--\nB *b*.\n-->\nb\n\nc\n"),
              ElementsAre("A: a", "B b.: b"));
}

TEST(Quotes, OfARunGoWithOneBlockEachIfThereAreAsMany) {
  EXPECT_THAT(quotes("<!--\nA\n\n- B\n- C\n-->\na\n\n- b\n- c\n\n<!-- D -->\nd\n"),
              ElementsAre("A: a", "B: b", "C: c", "D: d"));
  EXPECT_THAT(quotes("<!--\nA\n\nB\n-->\na and b\n\n<!-- C -->\nc\n"),
              ElementsAre("A: a and b", "B: a and b", "C: c"));
}

TEST(Quotes, MayHaveNothingBelowThem) {
  EXPECT_THAT(quotes("a\n\n<!-- B -->\n"), ElementsAre("B:"));
  EXPECT_THAT(quotes("<!-- A -->\n<!-- B -->\nb\n"), ElementsAre("A:", "B: b"));
}

TEST(Quotes, HaveNoMarginOfTheItemThatTheyStandIn) {
  EXPECT_THAT(quotes("1. <!--\n   Run it:\n\n   ```\n   run\n   ```\n   -->\n\n   starte\n"),
              ElementsAre("Run it:: starte", "run: starte"));
}

TEST(Quotes, AreOfCommentsAlone) {
  EXPECT_THAT(quotes("a\n\n```\n<!-- B -->\n```\n\n<!-- -->\n"), IsEmpty());
}

}  // namespace
}  // namespace l10n_drift
