#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "detection/alignment.h"
#include "detection/evidence.h"
#include "detection/grammar.h"
#include "detection/open_change.h"
#include "detection/page_diff.h"
#include "detection/source_change.h"
#include "markdown/quotes.h"

namespace l10n_drift {

using OptionalIndex = std::optional<std::size_t>;
using SharedAlignment = std::shared_ptr<const PageAlignment>;

// The translation before and after a touch. Both are the same page if only the source moves on.
struct TranslationChange {
  SharedPage before;
  SharedPage after;
};

// One touch: both pages before and after it, and how they correspond. It answers questions about
// blocks; the rule that the answers add up to is in settlement.h.
//
// Blocks are named by their indices: `source` is one of the source, `translation` one of the
// translation, both after the touch. What is meant before it says so.
class TouchView {
 public:
  // `alignment_before` is that of the pages before the touch, if it is known, or null. `grammar` is
  // that of the source's language. Both references must outlive the object.
  TouchView(const SourceChange& source, const TranslationChange& translation,
            SharedAlignment alignment_before, const Grammar& grammar);

  const Grammar& grammar() const { return grammar_; }
  const SourceChange& source_change() const { return source_; }
  const ParsedPage& source_page() const { return *source_.after; }
  const ParsedPage& translation_page() const { return *translation_.after; }
  const ParsedPage& translation_before() const { return *translation_.before; }
  const SharedPage& translation() const { return translation_.after; }
  // Whether there is a touch at all, and not only a change of the source.
  bool has_touch() const { return translation_.before != translation_.after; }

  const PageAlignment& alignment_before() const;
  const SharedAlignment& alignment() const;
  // The same, or null as long as nobody has asked for it.
  const SharedAlignment& known_alignment() const { return alignment_; }

  // The block of the translation that says what this one of the source says.
  OptionalIndex counterpart_of(std::size_t source) const {
    return alignment()->translation_of[source];
  }
  // Where the change stands or would stand in the translation.
  OptionalIndex place_of(const OpenChange& change) const;

  // What a block of the translation was before the touch, and what one of then is now.
  OptionalIndex block_before(std::size_t translation) const;
  OptionalIndex block_after(std::size_t translation_before) const;

  // Whether a block of the translation is there no more.
  bool touch_removed_blocks() const;
  // The part of its blocks that the touch brought, took away or changed, from 0 to 1.
  double changed_part() const;
  // Whether the touch brought the block, or changed what a reader reads of it.
  bool touch_changed(std::size_t translation) const;
  // Whether the touch brought the block, or changed anything in it, be it the way it is written.
  bool touch_rewrote(std::size_t translation) const;

  // Whether the block of the translation is, word for word, that of the source.
  bool block_is_copy(std::size_t source, std::size_t translation) const;

  // Whether the translation has what nobody translates, code, a table row or a shortcode, as often
  // as the source has it, wherever it stands, code also within other code.
  bool translation_has_copy(std::size_t source) const;

  // False if both have marks, and none in common.
  bool blocks_may_correspond(std::size_t source, std::size_t translation) const;

  // What the block at `place` in the translation says about a change that was not a removal.
  Evidence evidence_of(const OpenChange& change, std::size_t place) const;

  // Whether the source has become longer or shorter by a sentence since it was `old_source`, and
  // the touch, a small edit of the block at `place`, has not followed it.
  bool touch_left_length(const Block& old_source, std::size_t source, std::size_t place) const;

  // What the translation's own quotes of its source say about a change: it quotes the new text
  // above a translation of it, or still the old one. Silent where it quotes neither.
  Evidence quoted_evidence_of(const OpenChange& change) const;
  // Whether the touch brought the quote of a new text, and left the translation below it as it was.
  bool touch_only_quoted(const OpenChange& change) const;

  // Whether the block of the translation was there before the touch, without a counterpart.
  bool block_was_spare(std::size_t translation) const;
  // Whether it has more in common with this block of the source than with the counterpart that it
  // had before the touch.
  bool block_fits_better_than_before(std::size_t source, std::size_t translation) const;
  // The block of the source whose counterpart it was before the touch, if the source still has it.
  OptionalIndex owner_of(std::size_t translation) const;
  // Whether the two are counterparts by what they hold, and not only by where they stand. No block
  // at all is the counterpart of no block at all.
  bool blocks_are_sure_pair(std::size_t source, std::size_t translation) const;
  // Whether its counterpart before the touch was another block, which the source still has, and by
  // marks and length it is no more than the translation of that.
  bool block_belongs_to_another(std::size_t source, std::size_t translation) const;

  // Whether the length of the block fits better to that of `source` and `added` more characters of
  // the source than to that of `source` alone.
  bool length_fits_more_source(std::size_t source, std::size_t translation,
                               std::size_t added) const;
  // Whether the block and `second` together fit the length of `source` better than the first alone.
  bool length_fits_both_blocks(std::size_t source, std::size_t translation,
                               std::size_t second) const;

 private:
  // How often a page has each block, by its key.
  using KeyCounts = std::unordered_map<std::uint64_t, std::size_t>;
  static const KeyCounts& counts_of(const PageBlocks& page, KeyCounts& counts);
  std::size_t count_in_source(std::size_t source) const;
  bool translation_has_lines(const std::string& code) const;
  bool quote_is_touched(const Quote& quote) const;
  const Quotes& quotes() const;

  const SourceChange& source_;
  const Grammar& grammar_;
  TranslationChange translation_;
  PageDiff diff_;  // Of the translation.
  // Each is null as long as nobody has asked for it.
  mutable SharedAlignment alignment_before_;
  mutable SharedAlignment alignment_;
  mutable std::optional<Quotes> quotes_;
  mutable std::optional<Quotes> quotes_before_;
  mutable KeyCounts source_keys_;
  mutable KeyCounts translation_keys_;
  mutable std::size_t searched_ = 0;  // How many bytes of code were searched for other code.
};

}  // namespace l10n_drift
