#pragma once

#include <cstddef>
#include <vector>

#include "detection/open_change.h"
#include "detection/source_change.h"
#include "detection/touch_view.h"
#include "l10n_drift/stale.h"

namespace l10n_drift {

// The ledger of open changes of one translation: what has changed in its source without anybody
// having translated it. See the essay in ledger.cc.
//
// It is told of the touches from the first to the last, and next of what happened to the source
// after that. It need not be told of a touch at which it is empty and nothing in the source has
// been seen to change.
class Ledger {
 public:
  // The first touch. What of the source has no counterpart at all was never translated.
  void begin(const SharedPage& source, const SharedPage& translation);

  // A touch, with what has happened to both pages since the one before.
  void touch(const SourceChange& source, const TranslationChange& translation);

  // What happened to the source after the last touch.
  void finish(const SourceChange& source, const SharedPage& translation);

  // How well the pages of the last step correspond. Where they do not, `finish` leaves nothing
  // before the last touch open, as nobody can tell.
  Alignment alignment() const;

  // The alignment of those pages, to look things up in. There has been a step.
  const PageAlignment& aligned() const { return *last_.alignment; }

  bool empty() const { return open_.empty(); }

  // By when they were entered; indices into the newest pages that the ledger was told of.
  const std::vector<OpenChange>& open() const { return open_; }

 private:
  enum class Entering { kBeforeLastTouch, kAfterLastTouch };
  void step(const SourceChange& source, const TranslationChange& translation, Entering entering);
  std::vector<bool> list_open(const ParsedPage& source) const;
  void follow_source(const SourceChange& source);
  void enter(const TouchView& view, const std::vector<bool>& was_open, Entering entering);
  void follow_translation(const TouchView& view);
  void join_rewritten(const TouchView& view);

  // The alignment of the pages that the last step ended with, for the next one to begin with.
  struct Aligned {
    SharedPage source;
    SharedPage translation;
    SharedAlignment alignment;
  };

  std::vector<OpenChange> open_;
  Aligned last_;
};

}  // namespace l10n_drift
