// The ledger of open changes
// ==========================
//
// The baseline of a translation is the source beside its last touch. That takes it on trust that
// who touches a translation brings it up to date, and often enough nobody did:
//
//     source        S1 ------------ S2 ------------------ S2 ------- S3
//                   |    + section  |                     |          |  + step
//     translation   t1              |                     t2         |
//                   |               |      a typo, mended |          |
//     ledger        {}              `------------------- {section}  {section, step}
//
// After t2 the page counts as current for good, and the section is never translated. So the
// touches are replayed, from the first to the last. At each, what has changed in the source since
// the one before is entered, block by block; then every open entry is asked whether the
// translation shows it now (settlement.cc). What is still open after the last touch makes the page
// partially updated, and what is entered after that makes it outdated.
//
// An entry keeps the block as it was when the translation was in step, and follows both pages: if
// its block changes again it is still one entry, if it changes back it is none, and a block that
// was added and then removed is none either. Its counterpart is looked up in the pages before the
// change, which correspond better than those after it.
//
// The translation is watched, too. A block that a touch took away while its source stands is lost
// (loss.cc), and a text that comes back brings back what it showed (past_texts.cc). If the page as
// a whole comes back, so does all that was open then: whoever plays the touches sees to that
// (judge/playback.cc).
//
// At the first touch there is no before. There, blocks of either page that have no counterpart at
// all are entered, if the rest corresponds well enough to be sure (untranslated.cc). A block of the
// translation alone may be what the source had before, or the translators' own; it is told as what
// it is, and never as one to remove.
//
// A history with merges is replayed along one line: from a touch to the first parent that has the
// page, as the walk goes. What came in by the other parents comes with the merge, as one touch.
//
// Cost: a comparison of two versions and an alignment of two pages for each touch that matters, all
// of which grow about as the pages do. Most touches do not matter: nothing is open, the source is
// the same as before, and no block of the translation went. Of these, only the versions of the
// translation are compared.

#include "detection/ledger.h"

#include <algorithm>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

#include "detection/contradictions.h"
#include "detection/loss.h"
#include "detection/settlement.h"
#include "detection/severity.h"
#include "detection/untranslated.h"
#include "detection/word_similarity.h"

namespace l10n_drift {
namespace {

// The part of its words that a quote shares with a block that it may be an earlier version of.
constexpr double kIsEarlierVersion = 0.5;
// The part of its blocks that a touch may change in a translation that is still the same page.
constexpr double kNearlyAsItWas = 0.25;

// The nearest block that is there in the newest source, from `block` of the one before upward.
OptionalIndex nearest_above(const SourceChange& source, OptionalIndex block) {
  for (std::size_t k = block ? *block + 1 : 0; k-- > 0;) {
    if (source.diff.new_of[k]) return source.diff.new_of[k];
  }
  return std::nullopt;
}

// Where the first and the last block of a stretch of the translation stand after the touch.
std::optional<std::pair<std::size_t, std::size_t>> blocks_after(
    const TouchView& view, const std::pair<std::size_t, std::size_t>& blocks) {
  const OptionalIndex first = view.block_after(blocks.first);
  const OptionalIndex last = view.block_after(blocks.second);
  if (!first || !last) return std::nullopt;
  return std::pair(*first, *last);
}

OpenChange entry_of(const BlockChange& found, const TouchView& view) {
  const SourceChange& source = view.source_change();
  OpenChange entry;
  entry.source = found.new_index;
  entry.severity = severity_of(found, source.before->blocks, source.after->blocks, view.grammar());
  entry.change = !found.new_index   ? StaleChange::kRemoved
                 : !found.old_index ? StaleChange::kAdded
                                    : StaleChange::kChanged;
  if (found.old_index) {
    entry.old_block = source.before->blocks.share(*found.old_index);
    entry.translation = view.alignment_before().translation_of[*found.old_index];
    if (entry.translation) entry.translation = view.block_after(*entry.translation);
    if (!entry.source) entry.stood_below = nearest_above(source, found.old_index);
  }
  return entry;
}

// Where an open change stands in the translation. What was added stands where somebody has tried to
// translate it, and nowhere else: an untouched block that fits is a neighbour's.
OptionalIndex known_place(const TouchView& view, const OpenChange& change) {
  if (change.translation || change.old_block || !change.source) return view.place_of(change);
  const OptionalIndex place = view.counterpart_of(*change.source);
  return place && view.touch_changed(*place) ? place : OptionalIndex();
}

// Moves an entry on to the newest source. False if that leaves nothing open.
bool follow_source(const SourceChange& source, const Grammar& grammar, OpenChange& entry) {
  if (!entry.source) {
    entry.stood_below = nearest_above(source, entry.stood_below);
    return true;
  }
  const std::size_t place = *entry.source;
  const Block& was = source.before->blocks[place];
  entry.source = source.diff.new_of[place];
  if (!entry.old_block) return entry.source.has_value();
  if (!entry.source) {
    entry.change = StaleChange::kRemoved;
    // However little had changed in it before.
    entry.severity = Severity::kSubstantive;
    entry.stood_below = nearest_above(source, place);
    return !entry.old_block->text.empty();
  }
  const Block& is = source.after->blocks[*entry.source];
  if (&was != &is) {
    entry.severity = severity_of(*entry.old_block, is, grammar);
    entry.was_only_quoted = false;
  }
  return entry.severity != Severity::kCosmetic;
}

// Whether the source has something since the last touch that the translation may or may not show.
bool is_new(const OpenChange& change) {
  return change.source.has_value() && !change.before_last_touch;
}

std::size_t count_new(const std::vector<OpenChange>& open) {
  return static_cast<std::size_t>(std::count_if(open.begin(), open.end(), is_new));
}

// For each block of the source what its translation is in step with: the block as it is, or was
// when somebody last saw to it; null if it is not translated.
std::vector<std::shared_ptr<const Block>> shown_blocks(const std::vector<OpenChange>& open,
                                                       const PageBlocks& source) {
  std::vector<std::shared_ptr<const Block>> shown;
  shown.reserve(source.size());
  for (std::size_t i = 0; i < source.size(); ++i) shown.push_back(source.share(i));
  for (const OpenChange& change : open) {
    if (change.source) shown[*change.source] = change.old_block;
  }
  return shown;
}

}  // namespace

void Ledger::begin(const SharedPage& source, const SharedPage& translation) {
  const auto alignment = std::make_shared<PageAlignment>(align_pages(*source, *translation));
  last_ = {source, translation, alignment};
  const Quotes quotes(*translation);
  enter_outdated_quotes(quotes);
  enter_contradictions();
  for (const std::size_t index : find_untranslated(*source, *translation, *alignment)) {
    const auto found = quotes.of(source->blocks[index]);
    const bool is_quoted = std::any_of(found.begin(), found.end(),
                                       [](const Quote* quote) { return !quote->below.empty(); });
    if (is_quoted) continue;
    OpenChange entry;
    entry.change = StaleChange::kNeverTranslated;
    entry.source = index;
    entry.before_last_touch = true;
    open_.push_back(std::move(entry));
  }
  for (const auto& [index, first, last] : find_only_translated(*source, *translation, *alignment)) {
    OpenChange entry;
    entry.change = StaleChange::kOnlyInTranslation;
    entry.severity = Severity::kMinor;
    entry.translation = index;
    if (first != last) entry.among = {first, last};
    for (std::size_t above = index; above-- > 0 && !entry.stood_below;) {
      entry.stood_below = alignment->source_of[above];
    }
    entry.before_last_touch = true;
    open_.push_back(std::move(entry));
  }
}

// At the first touch, what the translation quotes of its source is all that is known of the time
// before. If that is not what the source says, it is what it said.
void Ledger::enter_outdated_quotes(const Quotes& quotes) {
  const PageBlocks& blocks = last_.source->blocks;
  if (quotes.all().empty() || last_.alignment->is_weak()) return;
  std::set<const Quote*> current;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (const Quote* const quote : quotes.of(blocks[i])) current.insert(quote);
  }
  std::vector<bool> is_entered(blocks.size());
  for (const Quote& quote : quotes.all()) {
    if (quote.below.size() != 1 || current.contains(&quote)) continue;
    const OptionalIndex source = last_.alignment->source_of[quote.below.front()];
    if (!source || is_entered[*source]) continue;
    if (class_of(*quote.block) != class_of(blocks[*source])) continue;
    if (severity_of(*quote.block, blocks[*source], *grammar_) != Severity::kSubstantive) continue;
    const WordBag quoted(quote.block->text);
    if (quoted.similarity(WordBag(blocks[*source].text)) < kIsEarlierVersion) continue;
    is_entered[*source] = true;
    OpenChange entry;
    entry.source = source;
    entry.translation = quote.below.front();
    entry.before_last_touch = true;
    entry.old_block = quote.block;
    open_.push_back(std::move(entry));
  }
}

void Ledger::enter_contradictions() {
  const auto& [source, translation, alignment] = last_;
  const std::vector<bool> is_open = open_blocks();
  for (const std::size_t block : find_contradictions(*source, *translation, *alignment)) {
    if (is_open[block]) continue;
    OpenChange entry;
    entry.source = block;
    entry.translation = alignment->translation_of[block];
    entry.before_last_touch = true;
    open_.push_back(std::move(entry));
  }
}

void Ledger::touch(const SourceChange& source, const TranslationChange& translation,
                   const ObjectId& commit) {
  const TouchView view(source, translation, known_alignment(source, translation), *grammar_);
  const bool may_settle = !open_.empty() || !source.visible.empty();
  if (!may_settle && !view.touch_removed_blocks() && !past_texts_.has_return(view)) {
    past_texts_.follow_alone(view);
    last_known_ = alignment();
    last_ = {source.after, translation.after, view.known_alignment()};
    return;
  }
  const auto returned = past_texts_.follow(view, shown_blocks(open_, source.before->blocks));
  step(source, view, Entering::kBeforeLastTouch);
  enter_lost(view, commit);
  enter_returned(view, returned);
}

void Ledger::restore(std::vector<OpenChange> open, const SharedPage& source,
                     const SharedPage& translation) {
  open_ = std::move(open);
  source_was_replaced_ = false;
  last_known_ = Alignment::kGood;
  past_texts_ = {};
  last_ = {source, translation, nullptr};
}

void Ledger::mark_returned() {
  for (OpenChange& change : open_) change.has_returned = true;
}

void Ledger::pass(const SourceChange& source, const SharedPage& translation) {
  const TranslationChange none{translation, translation};
  const TouchView view(source, none, known_alignment(source, none), *grammar_);
  past_texts_.follow(view, shown_blocks(open_, source.before->blocks));
  step(source, view, Entering::kNothing);
}

void Ledger::close(const std::function<bool(const OpenChange&)>& is_done) {
  std::erase_if(open_, is_done);
}

void Ledger::finish(const SourceChange& source, const SharedPage& translation) {
  const TranslationChange none{translation, translation};
  const TouchView view(source, none, known_alignment(source, none), *grammar_);
  step(source, view, Entering::kAfterLastTouch);
  doubt_silent(view);
  if (alignment() == Alignment::kGood) return;
  std::erase_if(open_, [](const OpenChange& change) { return change.before_last_touch; });
}

// Translators take the newest source from the site, and commit beside an older one.
void Ledger::doubt_silent(const TouchView& view) {
  if (count_new(open_) == came_last_) return;
  for (OpenChange& change : open_) {
    if (!is_new(change) || !change.old_block || !change.translation) continue;
    change.may_be_shown = view.evidence_of(change, *change.translation) == Evidence::kSilent;
  }
}

SharedAlignment Ledger::known_alignment(const SourceChange& source,
                                        const TranslationChange& translation) const {
  const bool is_known = last_.source == source.before && last_.translation == translation.before;
  return is_known ? last_.alignment : nullptr;
}

Alignment Ledger::alignment() const {
  if (!last_.alignment) return last_known_;
  const PageBlocks& source = last_.source->blocks;
  bool has_text = false;
  for (std::size_t i = 0; i < source.size() && !has_text; ++i)
    has_text = is_translatable(source[i]);
  // Of a stub it is known what it lacks.
  const bool is_weak = has_text && !source_was_replaced_ &&
                       last_.alignment->is_weak(absent_blocks()) &&
                       !is_stub(*last_.source, *last_.translation);
  return is_weak ? Alignment::kWeak : Alignment::kGood;
}

// The blocks of the source of which it is known that the translation lacks them.
std::vector<std::size_t> Ledger::absent_blocks() const {
  std::vector<std::size_t> absent;
  for (const OpenChange& change : open_) {
    const bool is_absent =
        change.change == StaleChange::kLost || change.change == StaleChange::kNeverTranslated;
    if (is_absent) absent.push_back(change.source.value());
  }
  return absent;
}

void Ledger::step(const SourceChange& source, const TouchView& view, Entering entering) {
  std::vector<bool> was_open(source.before->blocks.size());
  for (OpenChange& change : open_) {
    if (change.translation) change.translation = view.block_after(*change.translation);
    if (change.among) change.among = blocks_after(view, *change.among);
    if (change.source) was_open[*change.source] = true;
  }
  std::erase_if(open_,
                [&](OpenChange& change) { return !follow_source(source, *grammar_, change); });
  for (const std::size_t k : source.visible) {
    if (entering == Entering::kNothing) break;
    const BlockChange& found = source.diff.changes[k];
    // What was open has been followed, be it to where it was before.
    if (found.old_index && was_open[*found.old_index]) continue;
    open_.push_back(entry_of(found, view));
    open_.back().before_last_touch = entering == Entering::kBeforeLastTouch;
  }
  join_rewritten(view);
  for (OpenChange& change : open_) {
    change.was_only_quoted = change.was_only_quoted || view.touch_only_quoted(change);
  }
  came_last_ = count_new(open_);
  open_ = without_settled(view, std::move(open_));
  watch_alignment(view);
  for (OpenChange& change : open_) {
    if (!source_was_replaced_) change.translation = known_place(view, change);
  }
  last_ = {source.after, view.translation(), view.alignment()};
}

// Where pages do not correspond any more that did before, either was made anew. If the touches
// since have left the translation nearly as it was, it is the source that became another page, and
// what is open is not for want of an alignment.
void Ledger::watch_alignment(const TouchView& view) {
  if (!view.alignment()->is_weak(absent_blocks())) {
    source_was_replaced_ = false;
    return;
  }
  const bool did_correspond = source_was_replaced_ || !view.alignment_before().is_weak();
  source_was_replaced_ = did_correspond && view.changed_part() <= kNearlyAsItWas;
}

// Which blocks of the newest source are open.
std::vector<bool> Ledger::open_blocks() const {
  std::vector<bool> is_open(last_.source->blocks.size());
  for (const OpenChange& change : open_) {
    if (change.source) is_open[*change.source] = true;
  }
  return is_open;
}

void Ledger::enter_lost(const TouchView& view, const ObjectId& commit) {
  const std::vector<bool> is_open = open_blocks();
  for (const std::size_t source : find_lost(view)) {
    if (is_open[source]) continue;
    OpenChange entry;
    entry.change = StaleChange::kLost;
    entry.source = source;
    entry.before_last_touch = true;
    entry.lost_in = commit;
    open_.push_back(std::move(entry));
  }
}

// What a text that has come back is in step with is not what the source has.
void Ledger::enter_returned(const TouchView& view, const std::vector<ReturnedText>& returned) {
  const std::vector<bool> is_open = open_blocks();
  for (const auto& [translation, source, shown] : returned) {
    if (is_open[source] || view.block_is_copy(source, translation)) continue;
    if (!view.blocks_may_correspond(source, translation)) continue;
    OpenChange entry;
    entry.severity = severity_of(*shown, view.source_page().blocks[source], *grammar_);
    entry.source = source;
    entry.translation = translation;
    entry.before_last_touch = true;
    entry.old_block = shown;
    if (view.evidence_of(entry, translation) == Evidence::kDone) continue;
    entry.has_returned = true;
    open_.push_back(std::move(entry));
  }
}

// A block removed and one added are one block rewritten if the translation has one for both.
void Ledger::join_rewritten(const TouchView& view) {
  std::unordered_map<std::size_t, OpenChange*> added;
  for (OpenChange& change : open_) {
    if (change.source && !change.old_block) added.emplace(*change.source, &change);
  }
  std::vector<bool> is_joined(open_.size());
  for (std::size_t i = 0; i < open_.size(); ++i) {
    if (open_[i].source || !open_[i].old_block || !open_[i].translation) continue;
    const OptionalIndex now = view.alignment()->source_of[*open_[i].translation];
    const auto found = now ? added.find(*now) : added.end();
    if (found == added.end()) continue;
    OpenChange& rewritten = *found->second;
    rewritten.old_block = open_[i].old_block;
    rewritten.translation = open_[i].translation;
    rewritten.change = StaleChange::kChanged;
    const Block& is = view.source_page().blocks[*rewritten.source];
    rewritten.severity = severity_of(*rewritten.old_block, is, *grammar_);
    added.erase(found);
    is_joined[i] = true;
  }
  std::size_t i = 0;
  std::erase_if(open_, [&](const OpenChange& change) {
    return is_joined[i++] || change.severity == Severity::kCosmetic;
  });
}

}  // namespace l10n_drift
