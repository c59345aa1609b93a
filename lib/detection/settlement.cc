// What settles an open change
// ===========================
//
// A touch of the translation says little by itself: it may be a typo somewhere else, or a script
// that went through all pages. So every open change is asked about on its own:
//
// - What the translation quotes of its source in comments says more than all else (quotes.cc): the
//   new text above a translation settles the change, and where it still quotes the old text,
//   nothing does. If a touch brings the new quote and leaves the translation below it alone, that
//   is no translation, and stays open until somebody touches it.
// - A copy settles it: code that equals the source's, whoever put it there, and wherever it stands.
// - A block that was touched settles the change of its counterpart, unless what it holds speaks
//   against that (evidence.h): the old flag is still there, the new number is not. Nor does it if
//   the source has got or lost a sentence, and the translation is as long as it was.
// - A block that was not touched settles it only if what it holds speaks for that: it has the new
//   flag. Translators on a milestone branch often work from a newer source than lies beside them.
// - What was added is settled by a block that was added, by one that was there to spare, or by its
//   neighbour, if that has grown by so much.
// - What was removed is settled when its counterpart is gone or was touched.
// - What only the translation has is settled in the same way, or by a block of the source that says
//   it by now.
//
// Then there are changes that need no new words. Whoever has put one change of a page into words
// has had the others before them: what they left untouched, they left on purpose if most of its
// words stayed and nothing speaks against it. And a hand on the page, whatever it did there, is
// enough for what is minor, and for what only the translation has. Both ask for words: what a touch
// made the same in both languages may have come from a script.

#include "detection/settlement.h"

#include <algorithm>
#include <string>
#include <utility>

#include "detection/copy_edit.h"
#include "detection/severity.h"
#include "detection/word_similarity.h"
#include "markdown/normal_form.h"

namespace l10n_drift {
namespace {

// How many blocks of the source may have become one in the translation.
constexpr int kMaxMerged = 4;
// The part of the words that has to stay for a change to be one of wording.
constexpr double kWordingOnly = 0.6;
// How many changes a translation has to show without a touch before it counts as made from a newer
// source.
constexpr std::size_t kMinAhead = 2;

bool blocks_are_adjacent(std::size_t a, std::size_t b) { return a + 1 == b || b + 1 == a; }

class Settlement {
 public:
  explicit Settlement(const TouchView& view) : view_(view) {}

  std::vector<OpenChange> run(std::vector<OpenChange> open) {
    translation_is_ahead_ = view_.has_touch() && translation_is_ahead(open);
    bool some_were_translated = false;
    std::erase_if(open, [&](const OpenChange& change) {
      if (!change_is_settled(change)) return false;
      some_were_translated = some_were_translated || change_was_put_into_words(change);
      return true;
    });
    const bool all_were_seen = some_were_translated || translation_is_ahead_;
    const bool minor_ones_were_seen = all_were_seen || touch_has_new_words();
    std::erase_if(open, [&](const OpenChange& change) {
      const bool change_was_seen =
          change.severity == Severity::kMinor ? minor_ones_were_seen : all_were_seen;
      return change_was_seen && change_needs_no_words(change);
    });
    return open;
  }

 private:
  bool change_is_settled(const OpenChange& change) const;
  bool text_is_new(const OpenChange& change) const;
  bool copy_is_settled(const OpenChange& change, std::size_t place) const;
  bool removal_is_settled(const OpenChange& change) const;
  bool surplus_is_settled(const OpenChange& change) const;
  bool addition_is_settled(const OpenChange& change) const;
  bool block_shows(const OpenChange& change, std::size_t place) const;
  bool untouched_block_translates(std::size_t source, std::size_t translation,
                                  Evidence evidence) const;
  bool block_stands_between_its_neighbours(std::size_t source, std::size_t translation) const;
  bool spare_block_is_half_of(std::size_t neighbour, std::size_t translation) const;
  bool block_stands_by_copy_of(std::size_t neighbour, std::size_t translation) const;
  bool change_went_into_neighbour(const OpenChange& change) const;
  bool change_went_into(const OpenChange& change, std::size_t neighbour, std::size_t added) const;

  bool change_was_put_into_words(const OpenChange& change) const;
  bool touch_has_new_words() const;
  bool translation_is_ahead(const std::vector<OpenChange>& open) const;
  bool change_needs_no_words(const OpenChange& change) const;

  const TouchView& view_;
  bool translation_is_ahead_ = false;  // The translation was made from a newer source.
};

// Whether the translation shows the change, by any of the rules above.
bool Settlement::change_is_settled(const OpenChange& change) const {
  const Evidence quoted = view_.quoted_evidence_of(change);
  if (quoted != Evidence::kSilent) return quoted == Evidence::kDone;
  if (change.change == StaleChange::kOnlyInTranslation) return surplus_is_settled(change);
  if (change.source && text_is_new(change) && view_.translation_has_copy(*change.source))
    return true;
  if (!change.source) return removal_is_settled(change);
  const OptionalIndex counterpart = view_.counterpart_of(*change.source);
  if (counterpart && view_.block_is_copy(*change.source, *counterpart)) {
    return copy_is_settled(change, *counterpart);
  }
  if (!change.old_block) return addition_is_settled(change);
  if (!change.translation) {
    return counterpart ? block_shows(change, *counterpart)
                       : view_.has_touch() && change_went_into_neighbour(change);
  }
  if (block_shows(change, *change.translation)) return true;
  return counterpart && view_.touch_changed(*counterpart) && block_shows(change, *counterpart);
}

// Whether the change is one of what the block says, and not only of its kind or its language.
bool Settlement::text_is_new(const OpenChange& change) const {
  return !change.old_block ||
         change.old_block->text != view_.source_page().blocks[*change.source].text;
}

// The same where the translation has the words of the source. They show the change, unless the
// words are those from before it: then the language of code has changed, the level of a heading, or
// where a link leads, and the block at `place` may still have it as it was.
bool Settlement::copy_is_settled(const OpenChange& change, std::size_t place) const {
  const Block& source = view_.source_page().blocks[*change.source];
  if (text_is_new(change)) return true;
  const Block& translation = view_.translation_page().blocks[place];
  return is_cosmetic(translation, source) || !is_cosmetic(translation, *change.old_block);
}

// Whether the block at `place` shows a change that was not a removal.
bool Settlement::block_shows(const OpenChange& change, std::size_t place) const {
  const Evidence evidence = view_.evidence_of(change, place);
  if (evidence != Evidence::kSilent || !view_.touch_changed(place))
    return evidence == Evidence::kDone;
  return !change.old_block || !view_.touch_left_length(*change.old_block, *change.source, place);
}

// Whether the counterpart is gone, or was touched, or belongs to a block that says the same or had
// none before.
bool Settlement::removal_is_settled(const OpenChange& change) const {
  if (!change.translation || view_.touch_changed(*change.translation)) return true;
  const OptionalIndex now = view_.alignment()->source_of[*change.translation];
  // The source still says so, in another block.
  if (now && view_.source_page().blocks[*now].text == change.old_block->text) return true;
  const OptionalIndex before = now ? view_.source_change().diff.old_of[*now] : OptionalIndex();
  return before && !view_.alignment_before().translation_of[*before];
}

// Whether what was only in the translation is gone, was touched, or has a source by now.
bool Settlement::surplus_is_settled(const OpenChange& change) const {
  return !change.translation || view_.touch_changed(*change.translation) ||
         view_.alignment()->source_of[*change.translation];
}

// Whether a block of the translation is that of a block that was added to the source.
bool Settlement::addition_is_settled(const OpenChange& change) const {
  const OptionalIndex place = view_.counterpart_of(*change.source);
  if (!place) return change_went_into_neighbour(change);
  const Evidence evidence = view_.evidence_of(change, *place);
  if (evidence == Evidence::kUndone) return false;
  // A key is the counterpart of the one of its name and of no other, whoever was first to have it.
  const Block& source = view_.source_page().blocks[*change.source];
  if (source.kind == BlockKind::kFrontMatter && !view_.block_is_copy(*change.source, *place)) {
    return true;
  }
  if (!view_.touch_changed(*place)) {
    // Where a block contradicts the source, that it is there is no news.
    const bool contradicts = change.change == StaleChange::kChanged && change.translation == place;
    if (contradicts && evidence != Evidence::kDone) return false;
    return untouched_block_translates(*change.source, *place, evidence);
  }
  return evidence == Evidence::kDone || !view_.block_belongs_to_another(*change.source, *place);
}

// Whether a block that was not touched is the translation of one that only now stands in the
// source.
bool Settlement::untouched_block_translates(std::size_t source, std::size_t translation,
                                            Evidence evidence) const {
  if (evidence == Evidence::kDone) {
    return view_.block_was_spare(translation) ||
           view_.block_fits_better_than_before(source, translation);
  }
  if (block_stands_by_copy_of(source - 1, translation) ||
      block_stands_by_copy_of(source + 1, translation)) {
    return true;
  }
  if (block_stands_between_its_neighbours(source, translation)) return true;
  return view_.block_was_spare(translation) && !spare_block_is_half_of(source - 1, translation) &&
         !spare_block_is_half_of(source + 1, translation);
}

// Whether the two are each other's only partners between two pairs of which there is no doubt.
bool Settlement::block_stands_between_its_neighbours(std::size_t source,
                                                     std::size_t translation) const {
  const OptionalIndex owner = view_.owner_of(translation);
  if (owner && *owner != source) return false;
  return view_.blocks_are_sure_pair(source - 1, translation - 1) &&
         view_.blocks_are_sure_pair(source + 1, translation + 1);
}

// Whether a block without a counterpart is half of what a translator made of the neighbour of a
// block in the source.
bool Settlement::spare_block_is_half_of(std::size_t neighbour, std::size_t translation) const {
  if (neighbour >= view_.source_page().blocks.size()) return false;
  const OptionalIndex own = view_.counterpart_of(neighbour);
  return own && blocks_are_adjacent(*own, translation) &&
         is_prose(view_.source_page().blocks[neighbour]) &&
         view_.length_fits_both_blocks(neighbour, *own, translation);
}

// Whether a neighbour came to the source at the same time, and the translation has had it, too.
bool Settlement::block_stands_by_copy_of(std::size_t neighbour, std::size_t translation) const {
  if (neighbour >= view_.source_page().blocks.size()) return false;
  if (view_.source_change().diff.old_of[neighbour]) return false;
  const OptionalIndex place = view_.counterpart_of(neighbour);
  return place && blocks_are_adjacent(*place, translation) && !view_.touch_changed(*place) &&
         view_.block_is_copy(neighbour, *place);
}

// Whether the block went into the translation of the nearest one that has a counterpart. Others
// that went there, too, may stand between the two.
bool Settlement::change_went_into_neighbour(const OpenChange& change) const {
  for (const int direction : {-1, 1}) {
    std::size_t added = 0;
    std::size_t at = *change.source;
    for (int steps = 0; steps < kMaxMerged && at < view_.source_page().blocks.size(); ++steps) {
      if (view_.counterpart_of(at)) break;
      added += view_.source_page().blocks.fingerprint(at).length;
      at += static_cast<std::size_t>(direction);
    }
    if (at < view_.source_page().blocks.size() && change_went_into(change, at, added)) return true;
  }
  return false;
}

// The same of one of the two, between which there are `added` characters of the source.
bool Settlement::change_went_into(const OpenChange& change, std::size_t neighbour,
                                  std::size_t added) const {
  const OptionalIndex place = view_.counterpart_of(neighbour);
  if (!place || !view_.touch_changed(*place)) return false;
  const Evidence evidence = view_.evidence_of(change, *place);
  if (evidence != Evidence::kSilent) return evidence == Evidence::kDone;
  const PageBlocks& blocks = view_.source_page().blocks;
  // Neither a heading nor code becomes a sentence of a paragraph.
  const bool can_join = is_prose(blocks[neighbour]) && is_prose(blocks[*change.source]);
  return can_join && view_.length_fits_more_source(neighbour, *place, added);
}

// Whether somebody has put the change into words in this touch.
bool Settlement::change_was_put_into_words(const OpenChange& change) const {
  if (!change.source) return false;
  const auto has_words = [&](OptionalIndex place) {
    return place && view_.touch_changed(*place) && !view_.block_is_copy(*change.source, *place);
  };
  return has_words(change.translation) || has_words(view_.counterpart_of(*change.source));
}

// Whether somebody has worked on the words of the page in this touch.
bool Settlement::touch_has_new_words() const {
  const PageBlocks& blocks = view_.translation_page().blocks;
  for (std::size_t j = 0; j < blocks.size(); ++j) {
    const bool is_wordless =
        is_shortcode(blocks[j]) || blocks[j].kind == BlockKind::kCode || blocks[j].text.empty();
    if (is_wordless || !view_.touch_rewrote(j)) continue;
    const OptionalIndex source = view_.alignment()->source_of[j];
    if (!source || !view_.block_is_copy(*source, j)) return true;
  }
  return false;
}

// Whether blocks that this touch did not change show what changed in the source.
bool Settlement::translation_is_ahead(const std::vector<OpenChange>& open) const {
  std::size_t done = 0;
  std::size_t undone = 0;
  std::size_t silent = 0;
  for (const OpenChange& change : open) {
    const OptionalIndex place = change.source ? view_.place_of(change) : OptionalIndex();
    if (!place || view_.touch_changed(*place)) continue;
    const Evidence evidence = view_.evidence_of(change, *place);
    ++(evidence == Evidence::kDone ? done : evidence == Evidence::kUndone ? undone : silent);
  }
  return done >= kMinAhead && done > undone && 2 * done >= silent;
}

// Whether the translation of a block may be as good for its new version as it was for the old one.
bool Settlement::change_needs_no_words(const OpenChange& change) const {
  if (change.change == StaleChange::kOnlyInTranslation) return true;
  if (!change.source || !change.old_block) return false;
  const Block& block = view_.source_page().blocks[*change.source];
  // Another name of a shortcode, or another way to write a version in it, is none of the words.
  if (is_tag(block) && change.severity == Severity::kMinor) return true;
  if (view_.quoted_evidence_of(change) == Evidence::kUndone) return false;
  const OptionalIndex place = view_.place_of(change);
  if (!place || view_.evidence_of(change, *place) == Evidence::kUndone) return false;
  if (translation_is_ahead_) return true;
  return is_copy_edit(unmarked(*change.old_block), unmarked(block), view_.grammar()) ||
         WordBag(change.old_block->text).similarity(WordBag(block.text)) >= kWordingOnly;
}

}  // namespace

std::vector<OpenChange> without_settled(const TouchView& view, std::vector<OpenChange> open) {
  return Settlement(view).run(std::move(open));
}

}  // namespace l10n_drift
