// One rule of settlement.cc after the other. Whole touches are in the table of ledger_test.cc.

#include "detection/settlement.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "detection/severity.h"
#include "markdown/blocks_of.h"

namespace l10n_drift {
namespace {

struct Texts {
  std::string source_before, source_after, translation_before, translation_after;
};

// What a touch leaves open of all that has changed in the source: the text of each block.
std::string list_open(const Texts& texts) {
  const SourceChange source =
      compare_sources(shared_page(texts.source_before), shared_page(texts.source_after));
  const SharedPage before = shared_page(texts.translation_before);
  const SharedPage after = shared_page(texts.translation_after);
  const Grammar grammar("en");
  const TouchView view(source, {before, after}, nullptr, grammar);
  std::vector<OpenChange> open;
  for (const std::size_t k : source.visible) {
    const BlockChange& found = source.diff.changes[k];
    OpenChange change;
    change.source = found.new_index;
    change.severity = severity_of(found, source.before->blocks, source.after->blocks, grammar);
    if (found.old_index) {
      change.old_block = source.before->blocks.share(*found.old_index);
      const OptionalIndex place = view.alignment_before().translation_of[*found.old_index];
      change.translation = place ? view.block_after(*place) : OptionalIndex();
    }
    open.push_back(std::move(change));
  }
  std::string list;
  for (const OpenChange& change : without_settled(view, std::move(open))) {
    list +=
        (change.source ? source.after->blocks[*change.source].text : "-" + change.old_block->text) +
        "\n";
  }
  return list;
}

// What stands above and below in each page, so that blocks have their places.
std::string source_page(const std::string& text) {
  return "# Mill\n\n" + text + "\n\n# Wheel\n\nIt is `round`.\n";
}
std::string translated_page(const std::string& text, const std::string& heading = "Muehle") {
  return "# " + heading + " {#mill}\n\n" + text + "\n\n# Rad {#wheel}\n\nEs ist `round`.\n";
}

TEST(Settlement, OfOneChange) {
  struct Case {
    const char* name;
    const char* source_before;
    const char* source_after;
    const char* translation_before;
    const char* translation_after;  // Null: only the heading is touched.
    const char* open;
  };
  const Case cases[] = {
      {"a copy", "```\na\n```", "```\nb\n```", "```\na\n```", "```\nb\n```", ""},
      {"words, and the counterpart is touched", "It grinds corn.", "Nobody knows what it does.",
       "Sie mahlt Korn.", "Niemand weiss, was sie tut.", ""},
      {"words, and it is not", "It grinds corn.", "Nobody knows what it does.", "Sie mahlt Korn.",
       nullptr, "Nobody knows what it does.\n"},
      {"a number, and the touched counterpart has the old one", "Wait 5 days.", "Wait 6 days.",
       "Warte 5 Tage.", "Warte ganze 5 Tage.", "Wait 6 days.\n"},
      {"a number, and the untouched counterpart has the new one", "Wait 5 days.", "Wait 6 days.",
       "Warte 6 Tage.", nullptr, ""},
      {"an addition, and a block is new", "It is old.", "It is old.\n\nIt has `12` blades.",
       "Sie ist alt.", "Sie ist alt.\n\nSie hat `12` Blaetter.", ""},
      {"an addition, and a block was there to spare", "It is old.",
       "It is old.\n\nIt has `12` blades.", "Sie ist alt.\n\nSie hat `12` Blaetter.", nullptr, ""},
      {"an addition, and a neighbour has grown by so much", "It is old.",
       "It is old.\n\nNobody knows how old.", "Sie ist alt.",
       "Sie ist alt, und niemand weiss wie alt.", ""},
      {"an addition that is nowhere", "It is old.", "It is old.\n\nIt has `12` blades.",
       "Sie ist alt.", nullptr, "It has `12` blades.\n"},
      {"a removal, and the counterpart is gone", "It is old.\n\nIt has `12` blades.", "It is old.",
       "Sie ist alt.\n\nSie hat `12` Blaetter.", "Sie ist alt.", ""},
      {"a removal, and it is still there", "It is old.\n\nIt has `12` blades.", "It is old.",
       "Sie ist alt.\n\nSie hat `12` Blaetter.", nullptr, "-It has `12` blades.\n"},
      {"a typo, and a hand on the page", "It grinds barlei.", "It grinds barley.",
       "Sie mahlt Gerste.", nullptr, ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(list_open({source_page(c.source_before), source_page(c.source_after),
                         translated_page(c.translation_before),
                         c.translation_after == nullptr
                             ? translated_page(c.translation_before, "Die Muehle")
                             : translated_page(c.translation_after)}),
              c.open)
        << c.name;
  }
}

// Paragraphs with something between them that keeps each at its place.
std::string apart(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n`x` `y`\n\n";
  return text;
}

TEST(Settlement, OfOneChangeInWordsSettlesOthersThatNeedNone) {
  const Texts before = {source_page(apart({"It grinds corn.", "It is old and made of good oak."})),
                        "", translated_page(apart({"Sie mahlt Korn.", "Sie ist alt, aus Eiche."})),
                        translated_page(apart({"Was tut sie wohl?", "Sie ist alt, aus Eiche."}))};
  struct Case {
    const char* name;
    const char* second;
    const char* open;
  };
  const Case cases[] = {
      {"most words have stayed", "It is old and made of fine oak.", ""},
      {"too few have", "All who enter will be fined.", "All who enter will be fined.\n"},
      {"code speaks against it", "It is old and made of `fine` oak.",
       "It is old and made of `fine` oak.\n"},
  };
  for (const Case& c : cases) {
    Texts texts = before;
    texts.source_after = source_page(apart({"Nobody knows what it does.", c.second}));
    EXPECT_EQ(list_open(texts), c.open) << c.name;
  }
}

TEST(Settlement, OfAPageThatIsAheadOfItsSource) {
  const std::string source = source_page(apart({"Wait 5 days.", "Run `a`.", "It grinds corn."}));
  const std::string newer = source_page(apart({"Wait 6 days.", "Run `b`.", "What does it do?"}));
  const std::string ahead = apart({"Warte 6 Tage.", "Lauf `b`.", "Was tut sie wohl?"});
  EXPECT_EQ(list_open({source, newer, translated_page(ahead), translated_page(ahead, "Muehlen")}),
            "")
      << "two changes were there before the touch, so that the third may be";
  const std::string half = apart({"Warte 6 Tage.", "Lauf `a`.", "Was tut sie wohl?"});
  EXPECT_EQ(list_open({source, newer, translated_page(half), translated_page(half, "Muehlen")}),
            "Run `b`.\nWhat does it do?\n");
}

}  // namespace
}  // namespace l10n_drift
