#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "detection/touch_view.h"

namespace l10n_drift {

// A block of the translation that has a text again which it had before, in place of one that was in
// step with its source. Blocks are named by their indices in the pages after the touch.
struct ReturnedText {
  std::size_t translation = 0;
  std::size_t source = 0;              // Its counterpart, which the touch did not change,
  std::shared_ptr<const Block> shown;  // and what it was when the text was in step with it.
};

// Remembers what each block of a translation said before, and which version of its source that
// text was in step with. See past_texts.cc.
class PastTexts {
 public:
  // For each block of a source what its counterpart in the translation is in step with; null if
  // that is in step with nothing.
  using ShownBlocks = std::vector<std::shared_ptr<const Block>>;

  // Whether a text returns with this touch.
  bool has_return(const TouchView& view) const;

  // Moves on with a touch, in which the source may have changed. `shown` is of the source before
  // the touch.
  std::vector<ReturnedText> follow(const TouchView& view, const ShownBlocks& shown);

  // The same for a touch beside which the source stayed as it was, and which `has_return` denies.
  // It costs no alignment.
  void follow_alone(const TouchView& view);

 private:
  struct PastText {
    std::shared_ptr<const Block> block;  // As it was.
    std::shared_ptr<const Block> shown;  // Null if it is that of the next one.
  };
  using Texts = std::vector<PastText>;  // The oldest first.

  std::optional<ReturnedText> find_return(const TouchView& view, std::size_t block, std::size_t old,
                                          std::size_t source_before, const Texts& past) const;
  Texts past_of(OptionalIndex block) const;
  static void remember(PastText text, Texts& past);

  std::vector<Texts> texts_;  // For each block of the translation. Shorter if the last have none.
};

}  // namespace l10n_drift
