#pragma once

#include <cstddef>
#include <memory>
#include <optional>

#include "detection/alignment.h"
#include "detection/evidence.h"
#include "detection/open_change.h"
#include "detection/page_diff.h"
#include "detection/source_change.h"

namespace l10n_drift {

using Index = std::optional<std::size_t>;
using SharedAlignment = std::shared_ptr<const PageAlignment>;

// The translation before and after a touch. Both are the same page if only the source moves on.
struct TranslationChange {
  SharedPage before;
  SharedPage after;
};

// One touch: both pages before and after it, and how they correspond. Answers questions about
// blocks; the rule that they add up to is in settlement.h. "Before" is the touch before, and blocks
// without such a word are those after it.
class TouchView {
 public:
  // `aligned_before` is the alignment before the touch, if it is known, or null.
  TouchView(const SourceChange& source, const TranslationChange& translation,
            SharedAlignment aligned_before);

  const SourceChange& source() const { return source_; }
  const ParsedPage& sources() const { return *source_.after; }
  const ParsedPage& translations() const { return *translation_.after; }
  bool is_touch() const { return translation_.before != translation_.after; }

  const PageAlignment& aligned_before() const;
  const SharedAlignment& aligned() const { return aligned_; }

  // The block of the translation that says what this one of the source says.
  Index counterpart(std::size_t source) const { return aligned_->translation_of[source]; }

  // Where the change stands or would stand in the translation.
  Index place_of(const OpenChange& change) const;

  // What was a block of the translation before the touch; what it is now.
  Index before(std::size_t translation) const;
  Index after(std::size_t translation_before) const;

  // Whether the touch brought or changed what a reader reads of a block of the translation.
  bool is_touched(std::size_t translation) const;

  // The same, the way it is written included.
  bool is_rewritten(std::size_t translation) const;

  // Whether a block of the translation is, word for word, this one of the source.
  bool is_copy(std::size_t source, std::size_t translation) const;

  // What the block of the translation at `place` says about a change that was not a removal.
  Evidence evidence(const OpenChange& change, std::size_t place) const;

  // Whether the block of the translation was there before, without a counterpart,
  bool was_spare(std::size_t translation) const;
  // or had less in common with the counterpart that it had than it has with this block.
  bool fits_better(std::size_t source, std::size_t translation) const;

  // Whether the block was, before the touch, that of another block which the source still has, and
  // by marks and length is no more than that.
  bool is_anothers(std::size_t source, std::size_t translation) const;

  // Whether the length of a translated block fits better to that of `source` and `added` more
  // characters of the source.
  bool holds_more(std::size_t source, std::size_t translation, std::size_t added) const;
  // Whether `translation` and `more` together fit the block of the source better than the first.
  bool is_divided(std::size_t source, std::size_t translation, std::size_t more) const;

 private:
  const SourceChange& source_;
  TranslationChange translation_;
  PageDiff diff_;                           // Of the translation.
  mutable SharedAlignment aligned_before_;  // Null: not asked for yet.
  SharedAlignment aligned_;
};

}  // namespace l10n_drift
