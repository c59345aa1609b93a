#include "detection/touch_view.h"

#include <gtest/gtest.h>

#include <string>

#include "markdown/blocks_of.h"

namespace l10n_drift {
namespace {

struct TouchTexts {
  std::string source_before, source_after, translation_before, translation_after;
};

// A touch, or only a change of the source if both translations are the same.
class Touch {
 public:
  explicit Touch(const TouchTexts& texts)
      : source_(compare_sources(shared_page(texts.source_before), shared_page(texts.source_after))),
        translation_before_(shared_page(texts.translation_before)),
        translation_after_(texts.translation_after == texts.translation_before
                               ? translation_before_
                               : shared_page(texts.translation_after)) {}

  // Valid as long as the touch.
  TouchView view() const {
    return TouchView(source_, {translation_before_, translation_after_}, nullptr, grammar_);
  }

  // The entry of a block that changed in its place.
  OpenChange changed(std::size_t block) const {
    OpenChange change;
    change.source = block;
    change.old_block = source_.before->blocks.share(block);
    return change;
  }

 private:
  SourceChange source_;
  Grammar grammar_{"en"};
  SharedPage translation_before_, translation_after_;
};

TEST(TouchView, TellsWhatTheTouchDidToEachBlock) {
  const std::string source = "# A\n\nRun `a`.\n\nRun `b`.\n";
  const std::string before = "# Z {#a}\n\nLauf `a`.\n\nLauf `b`.\n";
  const Touch touch(
      {source, source, before, "# Z {#a}\n\n*Lauf* `a`.\n\nLauf schnell `b`.\n\nGanz neu, `c`.\n"});
  const TouchView view = touch.view();
  EXPECT_TRUE(view.has_touch());
  struct Case {
    const char* name;
    std::size_t block;
    bool is_changed, is_rewritten;
    OptionalIndex before, counterpart;
  };
  const Case cases[] = {{"left alone", 0, false, false, 0, 0},
                        {"written in another way", 1, false, true, 1, 1},
                        {"other words", 2, true, true, 2, 2},
                        {"a new one", 3, true, true, {}, {}}};
  for (const Case& c : cases) {
    EXPECT_EQ(view.touch_changed(c.block), c.is_changed) << c.name;
    EXPECT_EQ(view.touch_rewrote(c.block), c.is_rewritten) << c.name;
    EXPECT_EQ(view.block_before(c.block), c.before) << c.name;
    EXPECT_EQ(view.alignment()->source_of[c.block], c.counterpart) << c.name;
    if (c.before) {
      EXPECT_EQ(view.block_after(*c.before), c.block) << c.name;
    }
    if (c.counterpart) {
      EXPECT_EQ(view.counterpart_of(*c.counterpart), c.block) << c.name;
    }
  }

  const Touch no_touch_at_all({source, source + "\n# B\n", before, before});
  const TouchView no_touch = no_touch_at_all.view();
  EXPECT_FALSE(no_touch.has_touch());
  for (std::size_t block = 0; block < 3; ++block) {
    EXPECT_FALSE(no_touch.touch_changed(block) || no_touch.touch_rewrote(block));
    EXPECT_EQ(no_touch.block_before(block), block);
    EXPECT_EQ(no_touch.block_after(block), block);
  }
}

TEST(TouchView, KnowsABlockThatWasThereToSpare) {
  const Touch touch({"Run `a`.\n", "Run `a`.\n\nRun `b`.\n", "Lauf `a`.\n\nLauf `b`.\n",
                     "Lauf `a`.\n\nLauf, `b`.\n\nx `c`\n"});
  const TouchView view = touch.view();
  EXPECT_FALSE(view.block_was_spare(0)) << "it had a counterpart";
  EXPECT_TRUE(view.block_was_spare(1));
  EXPECT_FALSE(view.block_was_spare(2)) << "it was not there";
}

// A page in which the length of a paragraph matters little.
std::string below_code(const std::string& text) {
  return "```\n" + std::string(100, 'x') + "\n```\n\n" + text;
}

TEST(TouchView, KnowsWhoseABlockIs) {
  struct Case {
    const char* name;
    const char* added;        // Stands below "Run `a`." in the source now.
    const char* translation;  // What has become of "Lauf `a`."
    bool fits_better, belongs_to_another;
  };
  const Case cases[] = {
      {"still the old one's", "Run on.", "Lauf, `a`.", false, true},
      {"the new one's by its marks", "Run `b`.", "Lauf `b`.", true, false},
      {"that of both by its length", "Run on.", "Lauf `a`. Und lauf auch weiter.", false, false},
  };
  for (const Case& c : cases) {
    const Touch touch({below_code("Run `a`.\n"),
                       below_code("Run `a`.\n\n" + std::string(c.added) + "\n"),
                       below_code("Lauf `a`.\n"), below_code(std::string(c.translation) + "\n")});
    const TouchView view = touch.view();
    EXPECT_EQ(view.block_fits_better_than_before(2, 1), c.fits_better) << c.name;
    EXPECT_EQ(view.block_belongs_to_another(2, 1), c.belongs_to_another) << c.name;
  }
}

TEST(TouchView, ComparesLengthsOfWhatWasJoinedOrDivided) {
  const std::string source = below_code("One two three four five six.\n\nSeven eight nine ten.\n");
  const std::string joined = below_code("Uno dos tres cuatro cinco seis. Siete ocho nueve diez.\n");
  const Touch to_joined({source, source, joined, joined});
  const TouchView join = to_joined.view();
  EXPECT_TRUE(join.length_fits_more_source(1, 1, 22));
  EXPECT_FALSE(join.length_fits_more_source(1, 1, 200));
  const std::string divided =
      below_code("Uno dos tres.\n\nCuatro cinco seis.\n\nSiete ocho nueve diez.\n");
  const Touch to_divided({source, source, divided, divided});
  const TouchView division = to_divided.view();
  EXPECT_TRUE(division.length_fits_both_blocks(1, 1, 2));
  EXPECT_FALSE(division.length_fits_both_blocks(2, 3, 2));
}

TEST(TouchView, AsksABlockAboutAChange) {
  const TouchTexts texts = {"Wait 5 days.\n", "Wait 6 days.\n", "Warte 5 Tage.\n",
                            "Warte 6 Tage.\n"};
  const Touch touch(texts);
  EXPECT_EQ(touch.view().place_of(touch.changed(0)), 0u);
  EXPECT_EQ(touch.view().evidence_of(touch.changed(0), 0), Evidence::kDone);
  const Touch no_touch({texts.source_before, texts.source_after, texts.translation_before,
                        texts.translation_before});
  EXPECT_EQ(no_touch.view().evidence_of(no_touch.changed(0), 0), Evidence::kUndone);
}

TEST(TouchView, KnowsACopy) {
  const std::string source = "```\na\n```\n\nb\n";
  const Touch touch({source, source, source, "```sh\na\n```\n\nz\n"});
  const TouchView view = touch.view();
  EXPECT_TRUE(view.block_is_copy(0, 0));
  EXPECT_FALSE(view.block_is_copy(1, 1));
}

}  // namespace
}  // namespace l10n_drift
