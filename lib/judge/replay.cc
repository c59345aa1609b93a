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

#include "judge/replay.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "baselines/recorded_commits.h"
#include "detection/draft_change.h"
#include "detection/ledger.h"
#include "detection/new_words.h"
#include "detection/severity.h"
#include "judge/lost_objects.h"
#include "judge/stale_block.h"
#include "judge/status.h"
#include "judge/text_places.h"
#include "markdown/page_kind.h"

namespace l10n_drift {
namespace {

// The first line of a change in the newest source: of the block, or of what now stands where it
// stood.
std::size_t first_line(const OpenChange& open, const ParsedPage& source) {
  const PageBlocks& blocks = source.blocks;
  if (open.source) return blocks.lines(*open.source).first;
  const bool is_key = open.old_block && open.old_block->kind == BlockKind::kFrontMatter;
  const bool is_below_key =
      open.stood_below && blocks[*open.stood_below].kind == BlockKind::kFrontMatter;
  if (open.stood_below && is_below_key == is_key) return blocks.lines(*open.stood_below).last + 1;
  // Keys do not mix with the text: there it stands above the first block, and here below the fence.
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if ((blocks[i].kind == BlockKind::kFrontMatter) == is_key) return blocks.lines(i).first;
  }
  return 1;
}

// Whether a block stands right below another one like it.
bool stands_close(const Block& block, const Block& above) {
  return block.kind == above.kind &&
         (block.kind == BlockKind::kListItem || block.kind == BlockKind::kTableRow ||
          block.kind == BlockKind::kFrontMatter);
}

UnshownLines unshown_lines(const OpenChange& open, const ParsedPage& source) {
  UnshownLines lines;
  lines.first = first_line(open, source);
  if (open.old_block) lines.shown = open.old_block->source;
  if (open.source) {
    const LineRange range = source.blocks.lines(*open.source);
    lines.count = range.last - range.first + 1;
  } else if (open.stood_below) {
    lines.is_next_item = stands_close(*open.old_block, source.blocks[*open.stood_below]);
  }
  return lines;
}

// What was left open first, next by where it stands in the source. What is gone from there comes
// before what stands there now.
std::vector<OpenChange> in_order(std::vector<OpenChange> open, const ParsedPage& source) {
  const auto key = [&](const OpenChange& change) {
    return std::tuple(!change.before_last_touch, first_line(change, source),
                      change.source.has_value(), change.translation);
  };
  std::stable_sort(open.begin(), open.end(),
                   [&](const OpenChange& a, const OpenChange& b) { return key(a) < key(b); });
  return open;
}

// What is left to do after a review: what was seen to is no drift any more.
Severity greatest_severity(const std::vector<OpenChange>& open) {
  Severity greatest = Severity::kCosmetic;
  for (const OpenChange& change : open) greatest = std::max(greatest, change.severity);
  return greatest;
}

// The ends of a replay: a pair that can be looked into has a kind for each.
struct PairVersions {
  PageVersion baseline;
  PageVersion source;  // At the base.
  PageVersion translation;
};

PairVersions versions_of(const JudgedPair& pair, const ObjectId& translation) {
  const FileReport& file = pair.file;
  return {{pair.held_against.value_or(*pair.baseline),
           page_kind(file.renamed_from.value_or(file.source)).value()},
          {*pair.source, page_kind(file.source).value()},
          {translation, page_kind(file.translation).value()}};
}

// One page, on its way through history.
class Playback {
 public:
  Playback(PageCache& pages, const Grammar& grammar, const ReplayedPage& page,
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

  void run(StaleParts parts) {
    if (!play() || !finish()) return;
    report(parts);
    compare_words();
  }

 private:
  // Each is false for a page that cannot be parsed.
  std::size_t last_touch() const;
  bool play();
  void count_versions();
  void remember(const ReplayedTouch& touch);
  bool go_back(const ReplayedTouch& touch);
  bool is_another_page(const ReplayedTouch& touch);
  bool begin(const ReplayedTouch& touch);
  bool go_on(const ReplayedTouch& touch, const PageVersion& source);
  TranslationChange next_translation(const PageVersion& next);
  void stand(const ReplayedTouch& touch);
  Standing standing();
  void compare_words();
  bool pass_ignored(const PageVersion& next, const ObjectId* touch);
  bool move_source(const PageVersion& next, const ObjectId* touch);
  bool pass_source(const PageVersion& next);
  void close(const ReviewedPlace& place);
  bool finish();
  bool play_reviews_since();
  bool advance(const PageVersion& next);
  bool finish_to(const PageVersion& next);
  void report(StaleParts parts);
  void describe_open(StaleParts parts);

  PageCache& pages_;
  const Grammar& grammar_;
  const ReplayedPage& page_;
  const ReplayHistory& history_;
  const PairVersions& versions_;
  JudgedPair& pair_;
  Ledger ledger_;
  std::optional<PageVersion> source_;  // At the touch that was played last.
  PageVersion translation_;
  SharedPage parsed_translation_;  // The version that was last needed.
  SharedPage base_;                // The newest pages.
  SharedPage branch_;
  Severity since_last_touch_ = Severity::kCosmetic;
  std::size_t step_ = 0;  // Where `source_` is among the steps of the source, or was last.

  // What was open at an earlier touch, for each version of the translation that comes back.
  struct Remembered {
    std::optional<PageVersion> source;
    std::vector<OpenChange> open;
    std::size_t step = 0;
  };
  std::map<PageVersion, Remembered> returning_;
  // What the page was at the commits that are asked about.
  std::map<std::size_t, PageVersion> stood_;
};

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

// Takes out what was reviewed. Lines and headings are those of the source as it is just now.
void Playback::close(const ReviewedPlace& place) {
  const SharedPage source = pages_.get(*source_);
  if (!source) return;
  ledger_.close([&](const OpenChange& open) {
    if (place.is_whole()) return true;
    if (place.lines) {
      const std::size_t first = first_line(open, *source);
      const std::size_t last = open.source ? source->blocks.lines(*open.source).last : first;
      return first <= place.lines->last && last >= place.lines->first;
    }
    return heading_in_source(open, *source) == place.heading;
  });
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

}  // namespace

ReplayedPage replayed_page(const Pairs& pairs, std::size_t page, const ReplayHistory& history,
                           const StepsOfSources& steps) {
  const Page& replayed = pairs.translations[page];
  ReplayedPage found{.history = history, .translation = replayed.entry.id};
  const auto known = steps.find(replayed.source);
  if (known != steps.end()) found.steps = &known->second;
  if (pairs.before == nullptr) return found;
  found.commits_before = pairs.before->commits.size();
  const auto source = pairs.before->sources.find(replayed.source);
  if (source != pairs.before->sources.end()) found.source_before = source->second.id;
  return found;
}

std::vector<ObjectId> replayed_blobs(const ReplayedPage& page, const JudgedPair& pair) {
  std::vector<ObjectId> blobs = {page.translation, *pair.baseline, *pair.source};
  if (pair.held_against) blobs.push_back(*pair.held_against);
  if (page.source_before) blobs.push_back(*page.source_before);
  for (const ReplayedTouch& touch : page.history) {
    blobs.push_back(touch.translation.blob);
    if (touch.source) blobs.push_back(touch.source->blob);
  }
  if (page.steps != nullptr) {
    for (const SourceVersion& version : page.steps->versions) blobs.push_back(version.blob);
  }
  return blobs;
}

void Replay::run(const ReplayedPage& page, JudgedPair& pair) {
  const auto phase = objects_.measure(Phase::kReplay);
  for_one_pair(pair, [&] { look_into(page, pair); });
}

// The history with the sources that versions of the translation name as theirs. The oldest come
// first: whether a version says that the page is older than it looked is told by what was known of
// it until then.
ReplayHistory Replay::with_recorded_sources(const ReplayHistory& history,
                                            const FileReport& file) const {
  ReplayHistory recorded = history;
  std::vector<ObjectId> sources;
  const ReplayedTouch* before = nullptr;
  ObjectId known_commit;  // Of the source that goes with `before`.
  for (std::size_t place = recorded.size(); place-- > 0;) {
    ReplayedTouch& touch = recorded[place];
    if (touch.review) continue;
    const auto named = named_source(objects_, objects_.read_blob(touch.translation.blob),
                                    baseline_keys_, file.source);
    const auto kind = named ? page_kind(named->source.path) : std::nullopt;
    if (kind) {
      touch.source = PageVersion{named->source.blob, *kind};
      sources.push_back(named->source.blob);
      const AncestryQuery query{.ancestor = named->commit, .descendant = known_commit};
      touch.begins_anew = before != nullptr && before->source != touch.source &&
                          objects_.find_ancestry({query}).front() == Reach::kYes;
    }
    known_commit = kind ? named->commit : touch.commit;
    before = &touch;
  }
  std::sort(sources.begin(), sources.end());
  sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
  objects_.require(sources);
  return recorded;
}

void Replay::look_into(const ReplayedPage& page, JudgedPair& pair) {
  const PairVersions versions = versions_of(pair, page.translation);
  if (pair.file.recorded && !baseline_keys_.empty()) {
    const ReplayHistory recorded = with_recorded_sources(page.history, pair.file);
    Playback(pages_, grammar_,
             {recorded, page.translation, page.commits_before, page.source_before, page.steps},
             versions, pair)
        .run(parts_);
  } else {
    Playback(pages_, grammar_, page, versions, pair).run(parts_);
  }
  // Its name may have been given to another page.
  const bool may_have_moved =
      pair.file.status == Status::kOutdated && !pair.text_candidates.empty();
  if (may_have_moved && is_rewritten(pages_, versions.baseline, versions.source)) {
    pair.file.text_now_in = find_text(pages_, versions.baseline, pair.text_candidates);
  }
}

}  // namespace l10n_drift
