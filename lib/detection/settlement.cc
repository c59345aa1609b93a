// What settles an open change
// ===========================
//
// A touch of the translation says little by itself: it may be a typo somewhere else, or a script
// that went through all pages. So every open change is asked about on its own:
//
// - A copy settles it: code that equals the source's, whoever put it there.
// - A block that was touched settles the change of its counterpart, unless what it holds speaks
//   against that (evidence.h): the old flag is still there, the new number is not.
// - A block that was not touched settles it only if what it holds speaks for that: it has the new
//   flag. Translators on a milestone branch often work from a newer source than lies beside them.
// - What was added is settled by a block that was added, by one that was there to spare, or by its
//   neighbour, if that has grown by so much.
// - What was removed is settled when its counterpart is gone or was touched.
//
// Then there are changes that need no new words. Whoever has put one change of a page into words
// has had the others before them: what they left untouched, they left on purpose if most of its
// words stayed and nothing speaks against it. And a hand on the page, whatever it did there, is
// enough for what is minor. Both ask for words: what a touch made the same in both languages may
// have come from a script.

#include "detection/settlement.h"

#include <algorithm>
#include <string>

#include "detection/copy_edit.h"
#include "detection/word_similarity.h"
#include "markdown/normal_form.h"

namespace l10n_drift {
namespace {

// So many blocks of the source may have become one in the translation.
constexpr int kMaxMerged = 4;
// Words that have to stay for a change to be one of wording.
constexpr double kWordingOnly = 0.6;
// Changes that a translation has to show without a touch before it counts as made from a newer
// source.
constexpr std::size_t kMinAhead = 2;

class Settlement {
 public:
  explicit Settlement(const TouchView& view) : view_(view) {}

  void run(std::vector<OpenChange>& open) {
    is_ahead_ = view_.is_touch() && is_ahead(open);
    bool has_translated = false;
    std::erase_if(open, [&](const OpenChange& change) {
      if (!is_settled(change)) return false;
      has_translated = has_translated || is_put_into_words(change);
      return true;
    });
    const bool all_were_seen = has_translated || is_ahead_;
    const bool minor_were_seen = all_were_seen || has_new_words();
    std::erase_if(open, [&](const OpenChange& change) {
      const bool was_seen = change.severity == Severity::kMinor ? minor_were_seen : all_were_seen;
      return was_seen && needs_no_words(change);
    });
  }

 private:
  bool is_settled(const OpenChange& change) const;
  bool is_removal_settled(const OpenChange& change) const;
  bool is_addition_settled(const OpenChange& change) const;
  bool shows(const OpenChange& change, std::size_t place) const;
  bool had_it(std::size_t source, std::size_t translation, Evidence evidence) const;
  bool is_half(std::size_t neighbour, std::size_t translation) const;
  bool stands_by_copy(std::size_t neighbour, std::size_t translation) const;
  bool went_into_neighbour(const OpenChange& change) const;
  bool went_into(const OpenChange& change, std::size_t neighbour, std::size_t added) const;

  bool is_put_into_words(const OpenChange& change) const;
  bool has_new_words() const;
  bool is_ahead(const std::vector<OpenChange>& open) const;
  bool needs_no_words(const OpenChange& change) const;

  bool are_beside(std::size_t a, std::size_t b) const { return a + 1 == b || b + 1 == a; }

  const TouchView& view_;
  bool is_ahead_ = false;  // The translation was made from a newer source.
};

bool Settlement::is_settled(const OpenChange& change) const {
  if (!change.source) return is_removal_settled(change);
  const Index counterpart = view_.counterpart(*change.source);
  if (counterpart && view_.is_copy(*change.source, *counterpart)) return true;
  if (!change.old_block) return is_addition_settled(change);
  if (!change.translation) {
    return counterpart ? shows(change, *counterpart)
                       : view_.is_touch() && went_into_neighbour(change);
  }
  if (shows(change, *change.translation)) return true;
  return counterpart && view_.is_touched(*counterpart) && shows(change, *counterpart);
}

bool Settlement::shows(const OpenChange& change, std::size_t place) const {
  const Evidence evidence = view_.evidence(change, place);
  return view_.is_touched(place) ? evidence != Evidence::kUndone : evidence == Evidence::kDone;
}

// The counterpart is gone, or was touched, or belongs to what had none before.
bool Settlement::is_removal_settled(const OpenChange& change) const {
  if (!change.translation || view_.is_touched(*change.translation)) return true;
  const Index now = view_.aligned()->source_of[*change.translation];
  const Index before = now ? view_.source().diff.old_of[*now] : Index();
  return before && !view_.aligned_before().translation_of[*before];
}

bool Settlement::is_addition_settled(const OpenChange& change) const {
  const Index place = view_.counterpart(*change.source);
  if (!place) return went_into_neighbour(change);
  const Evidence evidence = view_.evidence(change, *place);
  if (evidence == Evidence::kUndone) return false;
  if (!view_.is_touched(*place)) return had_it(*change.source, *place, evidence);
  return evidence == Evidence::kDone || !view_.is_anothers(*change.source, *place);
}

// Whether a block that was not touched is the translation of what only now stands in the source.
bool Settlement::had_it(std::size_t source, std::size_t translation, Evidence evidence) const {
  if (evidence == Evidence::kDone) {
    return view_.was_spare(translation) || view_.fits_better(source, translation);
  }
  if (stands_by_copy(source - 1, translation) || stands_by_copy(source + 1, translation)) {
    return true;
  }
  return view_.was_spare(translation) && !is_half(source - 1, translation) &&
         !is_half(source + 1, translation);
}

// Whether a block to spare is half of what the translator made of a neighbour in the source.
bool Settlement::is_half(std::size_t neighbour, std::size_t translation) const {
  if (neighbour >= view_.sources().blocks.size()) return false;
  const Index own = view_.counterpart(neighbour);
  return own && are_beside(*own, translation) && is_prose(view_.sources().blocks[neighbour]) &&
         view_.is_divided(neighbour, *own, translation);
}

// Whether a neighbour came to the source at the same time, and the translation has had it, too.
bool Settlement::stands_by_copy(std::size_t neighbour, std::size_t translation) const {
  if (neighbour >= view_.sources().blocks.size()) return false;
  if (view_.source().diff.old_of[neighbour]) return false;
  const Index place = view_.counterpart(neighbour);
  return place && are_beside(*place, translation) && !view_.is_touched(*place) &&
         view_.is_copy(neighbour, *place);
}

// Whether the block went into the translation of the nearest that has one. Between the two may
// stand others that did.
bool Settlement::went_into_neighbour(const OpenChange& change) const {
  for (const int direction : {-1, 1}) {
    std::size_t added = 0;
    std::size_t at = *change.source;
    for (int steps = 0; steps < kMaxMerged && at < view_.sources().blocks.size(); ++steps) {
      if (view_.counterpart(at)) break;
      added += view_.sources().print(at).length;
      at += static_cast<std::size_t>(direction);
    }
    if (at < view_.sources().blocks.size() && went_into(change, at, added)) return true;
  }
  return false;
}

bool Settlement::went_into(const OpenChange& change, std::size_t neighbour,
                           std::size_t added) const {
  const Index place = view_.counterpart(neighbour);
  if (!place || !view_.is_touched(*place)) return false;
  const Evidence evidence = view_.evidence(change, *place);
  if (evidence != Evidence::kSilent) return evidence == Evidence::kDone;
  const PageBlocks& blocks = view_.sources().blocks;
  // A heading becomes no sentence of a paragraph.
  const bool can_join =
      is_prose(blocks[neighbour]) && blocks[*change.source].kind != BlockKind::kHeading;
  return can_join && view_.holds_more(neighbour, *place, added);
}

// Whether somebody has put the change into words in this touch.
bool Settlement::is_put_into_words(const OpenChange& change) const {
  if (!change.source) return false;
  const auto has_words = [&](Index place) {
    return place && view_.is_touched(*place) && !view_.is_copy(*change.source, *place);
  };
  return has_words(change.translation) || has_words(view_.counterpart(*change.source));
}

// Whether somebody has worked on the words of the page in this touch.
bool Settlement::has_new_words() const {
  const PageBlocks& blocks = view_.translations().blocks;
  for (std::size_t j = 0; j < blocks.size(); ++j) {
    const bool is_wordless =
        is_shortcode(blocks[j]) || blocks[j].kind == BlockKind::kCode || blocks[j].text.empty();
    if (is_wordless || !view_.is_rewritten(j)) continue;
    const Index source = view_.aligned()->source_of[j];
    if (!source || !view_.is_copy(*source, j)) return true;
  }
  return false;
}

// Whether blocks that this touch did not change show what changed in the source.
bool Settlement::is_ahead(const std::vector<OpenChange>& open) const {
  std::size_t done = 0;
  std::size_t undone = 0;
  std::size_t silent = 0;
  for (const OpenChange& change : open) {
    const Index place = change.source ? view_.place_of(change) : Index();
    if (!place || view_.is_touched(*place)) continue;
    const Evidence evidence = view_.evidence(change, *place);
    ++(evidence == Evidence::kDone ? done : evidence == Evidence::kUndone ? undone : silent);
  }
  return done >= kMinAhead && done > undone && 2 * done >= silent;
}

// Whether the translation of a block may be as good for its new version as it was for the old one.
bool Settlement::needs_no_words(const OpenChange& change) const {
  if (!change.source || !change.old_block) return false;
  const Index place = view_.place_of(change);
  if (!place || view_.evidence(change, *place) == Evidence::kUndone) return false;
  if (is_ahead_) return true;
  const Block& block = view_.sources().blocks[*change.source];
  return is_copy_edit(unmarked(*change.old_block), unmarked(block)) ||
         WordBag(change.old_block->text).similarity(WordBag(block.text)) >= kWordingOnly;
}

}  // namespace

void settle(const TouchView& view, std::vector<OpenChange>& open) { Settlement(view).run(open); }

}  // namespace l10n_drift
