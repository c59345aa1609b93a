#include "detection/ledger.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "markdown/blocks_of.h"
#include "markdown/page_table.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {
namespace {

constexpr char kTables[] = "ledger";

// A translation and its source, replayed touch by touch.
class Replay {
 public:
  Replay(const std::string& source, const std::string& translation,
         PageKind kind = PageKind::kMarkdown)
      : kind_(kind),
        source_(shared_page(source, nullptr, kind)),
        translation_(shared_page(translation, nullptr, kind)) {
    ledger_.begin(source_, translation_);
  }

  // Both pages as they are after a touch.
  void touch(const std::string& source, const std::string& translation) {
    const SharedPage old_source = move_to(source);
    const SharedPage old_translation = translation_;
    translation_ = shared_page(translation, nullptr, kind_);
    ledger_.touch(compare_sources(old_source, source_), {old_translation, translation_},
                  ObjectId());
  }

  void finish(const std::string& source) {
    const SharedPage old_source = move_to(source);
    ledger_.finish(compare_sources(old_source, source_), translation_);
  }

  const Ledger& ledger() const { return ledger_; }

  // "changed paragraph, added heading", or "nothing".
  std::string kinds() const {
    std::string list;
    for (const OpenChange& change : ledger_.open()) {
      if (!list.empty()) list += ", ";
      list += std::string(to_string(change.change)) + " " + to_string(block(change).kind);
    }
    return list.empty() ? "nothing" : list;
  }

  // The same with the texts: "changed `Old.` to `New.`, in the translation `Alt.`"
  std::vector<std::string> open() const {
    std::vector<std::string> list;
    for (const OpenChange& change : ledger_.open()) {
      std::string entry = to_string(change.change);
      if (change.old_block) entry += " -" + change.old_block->text;
      if (change.source) entry += " +" + source_->blocks[*change.source].text;
      if (change.translation) entry += " =" + translation_->blocks[*change.translation].text;
      if (!change.before_last_touch) entry += " (new)";
      list.push_back(entry);
    }
    return list;
  }

 private:
  const Block& block(const OpenChange& change) const {
    if (change.source) return source_->blocks[*change.source];
    return change.old_block ? *change.old_block : translation_->blocks[change.translation.value()];
  }

  SharedPage move_to(const std::string& source) {
    SharedPage old = source_;
    if (source != old->text) source_ = shared_page(source, nullptr, kind_);
    return old;
  }

  PageKind kind_;
  Grammar grammar_{"en"};
  Ledger ledger_{grammar_};
  SharedPage source_;
  SharedPage translation_;
};

using Entries = std::vector<std::string>;

std::vector<PageRow> read_rows() {
  return read_page_tables(kTables, {"new source", "translation", "new translation"});
}

Replay replay(const PageRow& row) {
  Replay history(row.page("", ""), row.page("translation", ""), row.kind);
  const std::string& source = row.page("new source", "");
  if (row.pages.contains("new translation")) {
    history.touch(source, row.pages.at("new translation"));
  } else {
    history.finish(source);
  }
  return history;
}

TEST(Ledger, LeavesOpenWhatTheTableSays) {
  const std::vector<PageRow> rows = read_rows();
  ASSERT_GT(rows.size(), 40u);
  for (const PageRow& row : rows) {
    const Replay history = replay(row);
    EXPECT_EQ(history.kinds(), row.expectation) << row_name(row) << "\n"
                                                << testing::PrintToString(history.open());
    EXPECT_EQ(history.ledger().alignment(), Alignment::kGood) << row_name(row);
  }
}

// What cmark reads alike however lines end has to be settled alike.
TEST(Ledger, DoesNotKnowHowLinesEnd) {
  const auto with_crlf = [](const std::string& page) {
    std::string text = "\xEF\xBB\xBF";
    for (const char c : page) text += c == '\n' ? "\r\n" : std::string(1, c);
    return text;
  };
  std::vector<PageRow> rows = read_rows();
  for (PageRow& row : rows) {
    for (auto& [title, page] : row.pages) page = with_crlf(page);
    EXPECT_EQ(replay(row).kinds(), row.expectation) << row_name(row);
  }
}

constexpr char kSource[] = "# Mill\n\nThe mill grinds corn.\n\n## Wheel\n\nWater turns it.\n";
constexpr char kTranslation[] =
    "# Muehle {#mill}\n\nDie Muehle mahlt Korn.\n\n## Rad {#wheel}\n\nWasser dreht es.\n";

// kTranslation after a touch that translates nothing: `n` touches, one by one.
std::string mended(int n) {
  std::string page = kTranslation;
  return page.replace(page.find("Muehle {"), 6,
                      "M" + std::string(static_cast<std::size_t>(n), 'u'));
}

TEST(Ledger, IsEmptyBesideAFullTranslation) {
  Replay history(kSource, kTranslation);
  EXPECT_TRUE(history.ledger().empty());
  EXPECT_EQ(history.ledger().alignment(), Alignment::kGood);
  history.touch(kSource, mended(1));
  history.finish(kSource);
  EXPECT_TRUE(history.ledger().empty());
}

TEST(Ledger, FollowsTheBlocksOfItsEntries) {
  Replay history(kSource, kTranslation);
  const std::string changed =
      "# Mill\n\nThe mill grinds corn.\n\n## Wheel\n\nAn old donkey walks around in circles.\n";
  history.touch(changed, mended(1));
  const Entries expected = {
      "changed -Water turns it. +An old donkey walks around in circles. =Wasser dreht es."};
  EXPECT_EQ(history.open(), expected);
  const std::string lower =
      "# Mill\n\nThe mill grinds corn.\n\nMind the `stone`.\n\n## Wheel\n\nAn old donkey walks "
      "around in circles.\n";
  const std::string translation =
      "# Mueller {#mill}\n\nDie Muehle mahlt Korn.\n\nVorsicht, `stone`.\n\n## Rad {#wheel}\n\n"
      "Wasser dreht es.\n";
  history.touch(lower, translation);
  EXPECT_EQ(history.open(), expected) << "both pages have a block more above it";
}

TEST(Ledger, GivesAnAdditionNoPlaceThatIsItsNeighbours) {
  Replay history(kSource, kTranslation);
  const std::string longer =
      std::string(kSource) + "\nIn a dry summer, it is a donkey that turns it.\n";
  // The paragraph of the translation now fits the new one of the source better, by its length.
  const std::string translation = mended(1) + "\n\n";
  history.touch(longer, translation);
  EXPECT_EQ(history.open(), (Entries{"added +In a dry summer, it is a donkey that turns it."}));
  // One that somebody has tried to translate has one.
  const std::string numbered =
      std::string(kSource) + "\nIn 1920 and 1940, a donkey had to turn it with `rope`.\n";
  history.touch(numbered, mended(2) + "\nIm Jahr 1920 drehte es ein Esel.\n");
  EXPECT_EQ(history.open(), (Entries{"added +In 1920 and 1940, a donkey had to turn it with "
                                     "`rope`. =Im Jahr 1920 drehte es ein Esel."}));
}

TEST(Ledger, HasOneEntryForWhatChangedTwice) {
  Replay history(kSource, kTranslation);
  const std::string above = "# Mill\n\nThe mill grinds corn.\n\n## Wheel\n\n";
  history.touch(above + "Wind turns it, or an old donkey.\n", mended(1));
  history.touch(above + "A motor of 7 horses turns it, or an old donkey.\n", mended(2));
  EXPECT_EQ(history.open(),
            (Entries{"changed -Water turns it. +A motor of 7 horses turns it, or an old donkey. "
                     "=Wasser dreht es."}));
}

// Of two changes after the last touch, the translation shows the one that has a number. So whoever
// made it may have had both.
TEST(Ledger, DoubtsWhatIsSilentWhereThePageIsNewerThanItsTouch) {
  const std::string old_source = "# Mill\n\nIt grinds `corn`.\n\n## Wheel\n\nWater turns it.\n";
  const std::string new_source =
      "# Mill\n\nIt grinds `corn` since 1950.\n\n## Wheel\n\nAn old donkey walks around.\n";
  const auto page = [](const std::string& year) {
    return "# Muehle {#mill}\n\nSie mahlt `corn`" + year +
           ".\n\n## Rad {#wheel}\n\nEtwas dreht es.\n";
  };
  const auto doubts = [&](const std::string& translation) {
    Replay history(old_source, translation);
    history.finish(new_source);
    std::string list;
    for (const OpenChange& change : history.ledger().open()) {
      list += change.may_be_shown ? "doubtful " : "open ";
    }
    return list;
  };
  EXPECT_EQ(doubts(page("")), "open open ");
  EXPECT_EQ(doubts(page(" seit 1950")), "doubtful ");
}

TEST(Ledger, HasNoEntryForWhatChangedBack) {
  Replay history(kSource, kTranslation);
  const std::string above = "# Mill\n\nThe mill grinds corn.\n\n## Wheel\n\n";
  history.touch(above + "Wind turns it, or an old donkey.\n", mended(1));
  EXPECT_EQ(history.kinds(), "changed paragraph");
  history.touch(kSource, mended(2));
  EXPECT_EQ(history.kinds(), "nothing");
}

TEST(Ledger, HasNoEntryForWhatCameAndWent) {
  Replay history(kSource, kTranslation);
  history.touch(std::string(kSource) + "\n## Stone\n\nIt weighs 900 pounds.\n", mended(1));
  EXPECT_EQ(history.kinds(), "added heading, added paragraph");
  history.finish(kSource);
  EXPECT_EQ(history.kinds(), "nothing");
}

TEST(Ledger, HasARemovalForWhatChangedAndWent) {
  Replay history(kSource, kTranslation);
  const std::string above = "# Mill\n\nThe mill grinds corn.\n\n## Wheel\n";
  history.touch(above + "\nWind turns it, or an old donkey.\n", mended(1));
  history.touch(above, mended(2));
  EXPECT_EQ(history.open(), (Entries{"removed -Water turns it. =Wasser dreht es."}));
}

TEST(Ledger, TakesARemovalSeriouslyHoweverLittleHadChangedBefore) {
  const std::string above = "# Mill\n\nThe mill grinds corn.\n\n## Wheel\n\n";
  Replay history(kSource, kTranslation);
  history.finish(above + "Water turn it.\n");
  ASSERT_EQ(history.kinds(), "changed paragraph");
  EXPECT_EQ(history.ledger().open()[0].severity, Severity::kMinor);
  history.finish(above);
  ASSERT_EQ(history.kinds(), "removed paragraph");
  EXPECT_EQ(history.ledger().open()[0].severity, Severity::kSubstantive);
}

TEST(Ledger, HasNoEntryForWhatNeitherPageHas) {
  const std::string without = "# Mill\n\nThe mill grinds corn.\n\n## Wheel\n\n";
  const std::string cut =
      std::string(kTranslation).substr(0, std::string(kTranslation).find("Wasser"));
  for (const char* last : {"Water turn it.\n", "A motor turns it.\n", "Water turns it.\n"}) {
    Replay history(kSource, kTranslation);
    history.touch(without + last, cut);
    history.finish(without);
    EXPECT_EQ(history.kinds(), "nothing") << last;
    history.touch(without, cut + "\n");
    EXPECT_EQ(history.kinds(), "nothing") << last;
  }
}

TEST(Ledger, TakesARewrittenBlockForWhatItIs) {
  Replay history(kSource, kTranslation);
  history.finish(
      "# Mill\n\nThe mill grinds corn.\n\n## Wheels\n\nDonkeys walk around in circles.\n");
  EXPECT_EQ(history.open(), (Entries{"changed -Wheel +Wheels =Rad (new)",
                                     "changed -Water turns it. +Donkeys walk around in circles. "
                                     "=Wasser dreht es. (new)"}));
  EXPECT_EQ(history.ledger().open()[0].severity, Severity::kMinor);
  EXPECT_EQ(history.ledger().open()[1].severity, Severity::kSubstantive);
}

TEST(Ledger, SettlesLateWhatALaterTouchTranslates) {
  Replay history(kSource, kTranslation);
  const std::string source = std::string(kSource) + "\n## Stone\n\nIt weighs 900 pounds.\n";
  history.touch(source, mended(1));
  history.touch(source, mended(2));
  EXPECT_EQ(history.kinds(), "added heading, added paragraph");
  history.touch(source, mended(2) + "\n## Stein {#stone}\n\nEr wiegt 900 Pfund.\n");
  EXPECT_EQ(history.kinds(), "nothing");
}

TEST(Ledger, TellsWhatTheLastTouchLeftOpenFromWhatCameAfterIt) {
  Replay history(kSource, kTranslation);
  const std::string source = std::string(kSource) + "\nIt has `12` blades.\n";
  history.touch(source, mended(1));
  history.finish(source + "\nIt has `4` spokes.\n");
  EXPECT_EQ(history.open(),
            (Entries{"added +It has `12` blades.", "added +It has `4` spokes. (new)"}));
}

TEST(Ledger, KeepsWhatTheLastTouchLeftOpenWhenItChangesAgain) {
  Replay history(kSource, kTranslation);
  history.touch(std::string(kSource) + "\nIt has `12` blades.\n", mended(1));
  history.finish(std::string(kSource) + "\nIt has `13` blades.\n");
  EXPECT_EQ(history.open(), (Entries{"added +It has `13` blades."}));
}

TEST(Ledger, EntersWhatWasNeverTranslated) {
  const std::string more = "\n## Stone\n\nThe stone weighs `900` pounds.\n";
  const std::string source =
      "It is old, and `m` is its name.\n\n" + std::string(kSource) + "\nIt has `12` blades.\n";
  const std::string translation =
      "Sie ist alt und heisst `m`.\n\n" + mended(1) + "\nEs hat `12` Blaetter.\n";
  Replay history(source + more, translation);
  EXPECT_EQ(history.open(), (Entries{"never_translated +Stone",
                                     "never_translated +The stone weighs `900` pounds."}));
  history.touch(source + more,
                translation + "\n## Stein {#stone}\n\nDer Stein wiegt `900` Pfund.\n");
  EXPECT_EQ(history.kinds(), "nothing");
}

TEST(Ledger, KeepsOpenWhatContradictsTheSourceBetweenSureNeighbours) {
  const std::string above = "# Mill\n\n```\nmill start\n```\n\n";
  const std::string below = "\n\n```\nmill stop\n```\n\nThe `mill` is at 8080.\n";
  const std::string above_too = "# Muehle\n\n```\nmill start\n```\n\n";
  const std::string below_too = "\n\n```\nmill stop\n```\n\nDie `mill` ist auf 8080.\n";
  const std::pair<const char*, const char*> others[] = {
      {"Wait for 60 seconds.", "Warte 30 Sekunden."},
      {"Use `turn-wheel` for it.", "Nimm dafuer `grind_corn`."},
      {"It prints all that the wheel has done since it was oiled, and the sacks that were filled "
       "by it on that day.",
       "Schau es an:"},
  };
  for (const auto& [ours, theirs] : others) {
    Replay history(above + ours + below, above_too + theirs + below_too);
    EXPECT_EQ(history.kinds(), "changed paragraph") << ours;
    history.finish(above + ours + below);
    EXPECT_EQ(history.kinds(), "changed paragraph") << ours;
    history.touch(above + ours + below, above_too + theirs + below_too + "\n");
    EXPECT_EQ(history.kinds(), "changed paragraph") << "a touch elsewhere, " << ours;
  }
}

TEST(Ledger, BelievesWhatATranslationQuotesOfItsSourceAtTheFirstTouch) {
  const std::string translation =
      "<!-- # Mill -->\n# Muehle {#mill}\n\n<!-- The mill grinds wheat, corn and rye. -->\nSie "
      "mahlt "
      "Weizen, Mais und Roggen.\n\n<!-- ## Wheel -->\n## Rad {#wheel}\n\n<!-- Water turns it. -->\n"
      "Wasser dreht es.\n";
  Replay current("# Mill\n\nThe mill grinds wheat, corn and rye.\n\n## Wheel\n\nWater turns it.\n",
                 translation);
  EXPECT_EQ(current.kinds(), "nothing");
  Replay behind("# Mill\n\nThe mill grinds wheat, barley and rye.\n\n## Wheel\n\nWater turns it.\n",
                translation);
  EXPECT_EQ(behind.open(),
            (Entries{"changed -The mill grinds wheat, corn and rye. +The mill grinds wheat, barley "
                     "and rye. =Sie mahlt Weizen, Mais und Roggen."}));
}

// Ten paragraphs, each with a number of its own.
std::string numbered(const char* before, const char* after, int first) {
  std::string page;
  for (int i = first; i < first + 10; ++i) page += before + std::to_string(i) + after + "\n\n";
  return page;
}

TEST(Ledger, LeavesNothingFromBeforeTheLastTouchOpenWherePagesDoNotCorrespond) {
  const std::string source = numbered("The room ", " is warm.", 10);
  Replay history(source, numbered("Das Zimmer ", " ist warm.", 10));
  EXPECT_EQ(history.ledger().alignment(), Alignment::kGood);
  const std::string longer = source + "Mind the `steps`.\n\n";
  const std::string other = numbered("Das Haus ", " ist schief.", 50);
  history.touch(longer, other);
  EXPECT_EQ(history.ledger().alignment(), Alignment::kWeak);
  history.finish(longer + "Mind the `dogs`.\n\n");
  EXPECT_EQ(history.ledger().alignment(), Alignment::kWeak);
  EXPECT_EQ(history.open(), (Entries{"added +Mind the `dogs`. (new)"}));
}

constexpr char kTwo[] = "# Mill\n\nWait for 30 seconds.\n\nWater turns it.\n";
constexpr char kTwoChanged[] =
    "# Mill\n\nWait for 60 seconds.\n\nAn old donkey walks around in circles.\n";

std::string two(const char* name, const char* wait, const char* turns) {
  return "# " + std::string(name) + " {#mill}\n\n" + wait + "\n\n" + turns + "\n";
}

TEST(Ledger, OpensAgainWhatATextThatComesBackShows) {
  Replay history(kTwo, two("Muehle", "Warte 30 Sekunden.", "Wasser dreht es."));
  history.touch(kTwoChanged, two("Muehle", "Warte 60 Sekunden.", "Ein alter Esel geht im Kreis."));
  EXPECT_EQ(history.kinds(), "nothing");
  history.touch(kTwoChanged, two("Muehlen", "Warte 60 Sekunden.", "Ein alter Esel geht im Kreis."));
  history.touch(kTwoChanged, two("Muehlen", "Warte 60 Sekunden.", "Wasser dreht es."));
  EXPECT_EQ(history.open(), (Entries{"changed -Water turns it. +An old donkey walks around in "
                                     "circles. =Wasser dreht es."}));
  history.touch(kTwoChanged, two("Muehlen", "Warte 60 Sekunden.", "Ein alter Esel geht im Kreis."));
  EXPECT_EQ(history.kinds(), "nothing");
}

TEST(Ledger, KnowsATextThatWasMendedBeforeItWasUpdated) {
  Replay history(kTwo, two("Muehle", "Warte 30 Sekunden.", "Wasser dreht es."));
  history.touch(kTwo, two("Muehle", "Warte 30 Sekunden.", "Das Wasser dreht es."));
  history.touch(kTwoChanged, two("Muehle", "Warte 60 Sekunden.", "Ein alter Esel geht im Kreis."));
  history.touch(kTwoChanged, two("Muehle", "Warte 60 Sekunden.", "Wasser dreht es."));
  EXPECT_EQ(history.kinds(), "changed paragraph");
}

TEST(Ledger, LeavesATextAloneThatComesBackAndIsStillRight) {
  Replay history(kTwo, two("Muehle", "Warte 30 Sekunden.", "Wasser dreht es."));
  history.touch(kTwo, two("Muehle", "Warte 30 Sekunden.", "Das Wasser dreht es."));
  history.touch(kTwo, two("Muehle", "Warte 30 Sekunden.", "Wasser dreht es."));
  EXPECT_EQ(history.kinds(), "nothing");
  // The same after a change of another block.
  const std::string other = "# Mill\n\nWait for 60 seconds.\n\nWater turns it.\n";
  history.touch(other, two("Muehle", "Warte 60 Sekunden.", "Das Wasser dreht es."));
  history.touch(other, two("Muehle", "Warte 60 Sekunden.", "Wasser dreht es."));
  EXPECT_EQ(history.kinds(), "nothing");
}

TEST(Ledger, OpensACodeLineThatComesBack) {
  const std::string before = "# Mill\n\n```\nmill start\nmill wait 30\n```\n";
  const std::string after = "# Mill\n\n```\nmill start\nmill wait --until ready\n```\n";
  Replay history(before, before);
  history.touch(after, after);
  EXPECT_EQ(history.kinds(), "nothing");
  history.touch(after, before + "\nAnmerkung.\n");
  EXPECT_EQ(history.kinds(), "changed code");
}

TEST(Ledger, NeedNotBeToldOfTouchesThatChangeNothing) {
  const std::string source = std::string(kSource) + "\nIt has `12` blades.\n";
  Replay all(kSource, kTranslation);
  all.touch(kSource, mended(1));
  all.touch(kSource, mended(2));
  all.touch(source, mended(3));
  const Grammar grammar("en");
  Ledger few(grammar);
  few.begin(shared_page(kSource), shared_page(kTranslation));
  const SharedPage before = shared_page(kSource);
  few.touch(compare_sources(before, shared_page(source)),
            {shared_page(mended(2)), shared_page(mended(3))}, ObjectId());
  ASSERT_EQ(few.open().size(), all.ledger().open().size());
  EXPECT_EQ(few.open()[0].source, all.ledger().open()[0].source);
}

}  // namespace
}  // namespace l10n_drift
