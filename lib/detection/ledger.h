#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "detection/grammar.h"
#include "detection/open_change.h"
#include "detection/past_texts.h"
#include "detection/source_change.h"
#include "detection/touch_view.h"
#include "l10n_drift/stale.h"

namespace l10n_drift {

// The ledger of open changes of one translation: what has changed in its source without anybody
// having translated it. See the essay in ledger.cc.
//
// It is told of the touches from the first to the last, and next of what happened to the source
// after that.
class Ledger {
 public:
  // `grammar` is that of the source's language. It must outlive the object.
  explicit Ledger(const Grammar& grammar) : grammar_(&grammar) {}

  // The first touch. Blocks of the source that have no counterpart at all were never translated.
  void begin(const SharedPage& source, const SharedPage& translation);

  // A touch, with what has happened to both pages since the one before. Only a touch that left both
  // as they were need not be told of. `commit` is whose touch it is.
  void touch(const SourceChange& source, const TranslationChange& translation,
             const ObjectId& commit);

  // Goes back to what was open at an earlier touch: `open` is what the ledger held then, and the
  // pages are those of then.
  void restore(std::vector<OpenChange> open, const SharedPage& source,
               const SharedPage& translation);

  // Whatever is open now is so because an old text of the whole page is back.
  void mark_returned();

  // What a commit that does not count made of the source. What was open is followed through it, and
  // nothing new is entered.
  void pass(const SourceChange& source, const SharedPage& translation);

  // Takes out what `is_done` says of that there is nothing to do about it.
  void close(const std::function<bool(const OpenChange&)>& is_done);

  // What happened to the source after the last touch. It may come in several steps.
  void finish(const SourceChange& source, const SharedPage& translation);

  // How well the pages of the last step correspond. Where they do not, `finish` leaves nothing
  // before the last touch open, as nobody can tell.
  Alignment alignment() const;

  bool empty() const { return open_.empty(); }

  // In the order in which they were entered. Their indices are those of the blocks of the newest
  // pages that the ledger was told of.
  const std::vector<OpenChange>& open() const { return open_; }

 private:
  enum class Entering { kBeforeLastTouch, kAfterLastTouch, kNothing };
  void step(const SourceChange& source, const TouchView& view, Entering entering);
  void enter_outdated_quotes(const Quotes& quotes);
  void enter_contradictions();
  void enter_lost(const TouchView& view, const ObjectId& commit);
  void enter_returned(const TouchView& view, const std::vector<ReturnedText>& returned);
  std::vector<bool> open_blocks() const;
  std::vector<std::size_t> absent_blocks() const;
  SharedAlignment known_alignment(const SourceChange& source,
                                  const TranslationChange& translation) const;
  void watch_alignment(const TouchView& view);
  void join_rewritten(const TouchView& view);
  void doubt_silent(const TouchView& view);

  // The pages that the last step ended with, for the next one to begin with, and their alignment,
  // if anybody has asked for it.
  struct LastStep {
    SharedPage source;
    SharedPage translation;
    SharedAlignment alignment;
  };

  const Grammar* grammar_;  // Not null.
  std::vector<OpenChange> open_;
  std::size_t came_last_ = 0;  // What came to the source with the last step, settled or not.
  bool source_was_replaced_ =
      false;  // The pages corresponded until the source became another page.
  PastTexts past_texts_;
  LastStep last_;
  // How well the pages corresponded when it was last known: a touch that does not matter asks
  // nobody.
  Alignment last_known_ = Alignment::kGood;
};

}  // namespace l10n_drift
