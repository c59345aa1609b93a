// From a history to what is stale
// ===============================
//
// The rule so far took the last touch's word for it. Here the touches of one page are played again
// from the first to the last, with the source that lay beside each, and the ledger
// (detection/ledger.cc) is told of those that matter. What it holds in the end is put into the
// report, by where it stands in the newest pages.
//
// Where the page is what it was at an earlier touch, to the byte, somebody has reverted what came
// since, or brought an old text back. Then the ledger goes back to what it held at that touch, and
// the source alone moves on from there.
//
// People say what history does not know, and all three ways have their place here. A version of the
// translation that names the commit it was made from had the source of that commit beside it, and
// not what lay there: so a name that is changed without a translation is seen through as a touch
// without one is. A review is played where the source was what was reviewed, and takes out what was
// open there. A commit that does not count is no touch, and what it made of the source is passed:
// followed, and not entered.
//
// Pages are read and parsed as they are needed, each version from the one before.

#include "judge/playback.h"

#include <algorithm>
#include <set>
#include <utility>

#include "detection/draft_change.h"
#include "detection/new_words.h"
#include "detection/severity.h"
#include "judge/open_places.h"
#include "judge/status.h"
#include "judge/text_places.h"

namespace l10n_drift {
namespace {

// What is left to do after a review: what was seen to is no drift any more.
Severity greatest_severity(const std::vector<OpenChange>& open) {
  Severity greatest = Severity::kCosmetic;
  for (const OpenChange& change : open) greatest = std::max(greatest, change.severity);
  return greatest;
}

}  // namespace

Playback::Playback(PageCache& pages, const Grammar& grammar, const ReplayedPage& page,
                   const PairVersions& versions, JudgedPair& pair)
    : pages_(pages),
      grammar_(grammar),
      page_(page),
      history_(page.history),
      versions_(versions),
      pair_(pair),
      ledger_(grammar) {
  pair_.before.resize(page.commits_before);
}

void Playback::run(StaleParts parts) {
  if (!play() || !finish()) return;
  report(parts);
  compare_words();
}

// Which versions of the translation come more than once.
void Playback::count_versions() {
  std::set<PageVersion> seen;
  for (const ReplayedTouch& touch : history_) {
    if (!seen.insert(touch.translation).second) returning_.try_emplace(touch.translation);
  }
}

void Playback::remember(const ReplayedTouch& touch) {
  const auto place = returning_.find(touch.translation);
  if (place != returning_.end()) place->second = {source_, ledger_.open(), step_};
}

bool Playback::go_back(const ReplayedTouch& touch) {
  const auto place = returning_.find(touch.translation);
  if (place == returning_.end() || !place->second.source || touch.translation == translation_) {
    return false;
  }
  source_ = place->second.source;
  step_ = place->second.step;
  translation_ = touch.translation;
  parsed_translation_ = pages_.get(translation_, parsed_translation_);
  ledger_.restore(place->second.open, pages_.get(*source_), parsed_translation_);
  return true;
}

// Whether what was brought back after a deletion has no more than the name of what was deleted.
bool Playback::is_another_page(const ReplayedTouch& touch) {
  const auto known = returning_.find(touch.translation);
  const bool comes_back = known != returning_.end() && known->second.source;
  return !comes_back && is_rewritten(pages_, translation_, touch.translation);
}

// The place of the newest touch that is one. Reviews of places that come after it are for later
// (play_reviews_since); one of the whole page is as good as a touch.
std::size_t Playback::last_touch() const {
  for (std::size_t place = 0; place < history_.size(); ++place) {
    const ReplayedTouch& touch = history_[place];
    if (!touch.is_ignored && (!touch.review || touch.review->is_whole())) return place;
  }
  return history_.empty() ? 0 : history_.size() - 1;
}

bool Playback::play() {
  count_versions();
  const std::size_t last = last_touch();
  bool was_deleted = false;
  for (std::size_t place = history_.size(); place-- > 0;) {
    const ReplayedTouch* const touch = &history_[place];
    if (place < last && touch->review) break;
    std::optional<PageVersion> source = place == last ? versions_.baseline : touch->source;
    if (touch->is_ignored && place != last && source_) source = source_;
    const bool is_new_page = was_deleted && source_ && is_another_page(*touch);
    was_deleted = touch->was_deleted_after || (was_deleted && !source);
    if (!source) continue;
    const bool is_first = !source_ || is_new_page || touch->begins_anew;
    if (!is_first) {
      const bool has_returned = go_back(*touch);
      if (!go_on(*touch, *source)) return false;
      if (has_returned) ledger_.mark_returned();
      if (touch->review) close(*touch->review);
    }
    source_ = source;
    translation_ = touch->translation;
    if (is_first && !begin(*touch)) return false;
    remember(*touch);
    stand(*touch);
  }
  if (!source_) source_ = versions_.baseline;
  return true;
}

bool Playback::begin(const ReplayedTouch& touch) {
  const SharedPage source = pages_.get(*source_);
  parsed_translation_ = pages_.get(touch.translation);
  if (!source || !parsed_translation_) return false;
  ledger_ = Ledger(grammar_);
  ledger_.begin(source, parsed_translation_);
  return true;
}

bool Playback::go_on(const ReplayedTouch& touch, const PageVersion& source) {
  if (!pass_ignored(source, &touch.commit)) return false;
  if (source == *source_ && touch.translation == translation_) return true;
  SharedPage before = pages_.get(*source_);
  SharedPage after = pages_.get(source, before);
  if (!before || !after) return false;
  const SourceChange change = compare_sources(std::move(before), std::move(after));
  const TranslationChange translation = next_translation(touch.translation);
  if (!translation.before || !translation.after) return false;
  ledger_.touch(change, translation, touch.commit);
  return true;
}

TranslationChange Playback::next_translation(const PageVersion& next) {
  const SharedPage before = pages_.get(translation_, parsed_translation_);
  parsed_translation_ = pages_.get(next, before);
  return {before, parsed_translation_};
}

// Notes how the page stood where this touch, the one played last, was its newest.
void Playback::stand(const ReplayedTouch& touch) {
  if (touch.stood_at.empty()) return;
  const Standing then = standing();
  for (const std::size_t commit : touch.stood_at) {
    pair_.before[commit] = then;
    stood_.emplace(commit, translation_);
  }
}

// What was open after the touch that was played last, by the source that counts for the time before
// the branch. The ledger goes on as if nobody had asked.
Standing Playback::standing() {
  if (!page_.source_before) return {};
  const SharedPage before = pages_.get(*source_);
  const SharedPage after = pages_.get({*page_.source_before, versions_.source.kind}, before);
  const SharedPage translation = pages_.get(translation_, parsed_translation_);
  if (!before || !after || !translation) return {};
  Ledger then = ledger_;
  then.finish(compare_sources(before, after), translation);
  return {.is_known = true, .alignment = then.alignment(), .open = then.open()};
}

// Who has changed no words since then may have been a script.
void Playback::compare_words() {
  for (const auto& [commit, translation] : stood_) {
    const SharedPage then = pages_.get(translation);
    const SharedPage now = pages_.get(versions_.translation, then);
    if (!then || !now) continue;
    pair_.before[commit].has_new_words = has_new_words(then->blocks, now->blocks);
  }
}

// Takes the source through the commits that do not count, as far as they lie before `next`. `touch`
// is the one that comes next; null after the last.
bool Playback::pass_ignored(const PageVersion& next, const ObjectId* touch) {
  if (page_.steps == nullptr || next == *source_) return true;
  const auto& [versions, counts] = *page_.steps;
  const auto from = page_.steps->find(source_->blob, step_);
  const auto to = from ? page_.steps->find(next.blob, *from) : std::nullopt;
  if (!to) return true;
  for (std::size_t i = *from + 1; i <= *to; ++i) {
    if (counts[i]) continue;
    const bool is_passed = move_source({versions[i - 1].blob, versions_.source.kind}, touch) &&
                           pass_source({versions[i].blob, versions_.source.kind});
    if (!is_passed) return false;
  }
  step_ = *to;
  return true;
}

bool Playback::move_source(const PageVersion& next, const ObjectId* touch) {
  if (next.blob == source_->blob) return true;
  if (touch == nullptr) return finish_to(next);
  const SharedPage before = pages_.get(*source_);
  const SharedPage after = pages_.get(next, before);
  parsed_translation_ = pages_.get(translation_, parsed_translation_);
  if (!before || !after || !parsed_translation_) return false;
  ledger_.touch(compare_sources(before, after), {parsed_translation_, parsed_translation_}, *touch);
  source_ = next;
  return true;
}

bool Playback::pass_source(const PageVersion& next) {
  const SharedPage before = pages_.get(*source_);
  const SharedPage after = pages_.get(next, before);
  const SharedPage translation = branch_ ? branch_ : pages_.get(translation_, parsed_translation_);
  if (!before || !after || !translation) return false;
  ledger_.pass(compare_sources(before, after), translation);
  source_ = next;
  return true;
}

// Takes out what was reviewed, by the source as it is just now.
void Playback::close(const ReviewedPlace& place) {
  const SharedPage source = pages_.get(*source_);
  if (!source) return;
  ledger_.close([&](const OpenChange& open) { return is_reviewed(open, *source, place); });
}

bool Playback::finish() {
  const bool is_reviewed_since =
      !history_.empty() && history_.front().review && !history_.front().review->is_whole();
  if (ledger_.empty() && *source_ == versions_.source && !is_reviewed_since) return true;
  const SharedPage before = pages_.get(*source_);
  base_ = pages_.get(versions_.source, before);
  branch_ = pages_.get(versions_.translation, parsed_translation_);
  if (!before || !base_ || !branch_) return false;
  pair_.file.draft = draft_change(*before, *base_);
  since_last_touch_ = severity_of(pair_.file.draft);
  return play_reviews_since() && advance(versions_.source);
}

// Reviews of single places that came after the last touch.
bool Playback::play_reviews_since() {
  for (std::size_t place = last_touch(); place-- > 0;) {
    const ReplayedTouch& entry = history_[place];
    if (!entry.review || !entry.source) continue;
    if (!advance(*entry.source)) return false;
    close(*entry.review);
    since_last_touch_ = greatest_severity(ledger_.open());
  }
  return true;
}

bool Playback::advance(const PageVersion& next) {
  return pass_ignored(next, nullptr) && finish_to(next);
}

bool Playback::finish_to(const PageVersion& next) {
  const SharedPage before = pages_.get(*source_);
  const SharedPage after = pages_.get(next, before);
  if (!before || !after) return false;
  const SourceChange change = compare_sources(before, after);
  since_last_touch_ = std::max(
      since_last_touch_, severity_of(change.diff.changes, before->blocks, after->blocks, grammar_));
  ledger_.finish(change, branch_);
  source_ = next;
  return true;
}

void Playback::describe_open(StaleParts parts) {
  for (const OpenChange& open : in_order(ledger_.open(), *base_)) {
    pair_.file.stale.push_back(describe(open, *base_, *branch_, parts));
    const bool is_hunk = open.before_last_touch && (open.source || open.old_block);
    if (is_hunk) pair_.unshown.push_back(unshown_lines(open, *base_));
    pair_.open.push_back(open);
  }
}

void Playback::report(StaleParts parts) {
  FileReport& file = pair_.file;
  if (base_) describe_open(parts);
  file.status = status_with_open_changes(file.status, open_changes(file));
  // A page of which nobody can tell keeps its status, and says so.
  const bool is_weak = ledger_.alignment() == Alignment::kWeak;
  if (file.status == Status::kInSync && !is_weak) return;
  file.alignment = ledger_.alignment();
  if (file.status == Status::kInSync) return;
  file.severity = since_last_touch_;
  for (const StaleBlock& block : file.stale) {
    file.severity = std::max(*file.severity, block.severity);
  }
}

}  // namespace l10n_drift
