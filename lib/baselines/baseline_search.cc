// Baselines
// =========
//
// The baseline of a translation is the version of its source that the translators had before them.
// Nobody writes it down. What history tells is when the translation was last touched; the tree of
// that commit holds the source as it was then:
//
//     base    S1-----S2-----S3      S: versions of content/en/a.md
//              |      |
//     branch   `--t1--`--t2         t: touches of content/ko/a.md
//
// The last touch is t2, its tree holds S2, the base has S3: the translation is out of date by the
// difference from S2 to S3. The obvious shortcuts are wrong: a comparison of dates fails since
// clocks and rebases lie; "the source's last commit before the touch" is not what the branch had.
//
// In the touch's tree the source is looked up under the name that goes with the translation's name
// of then, next under today's, and next as what a rename has made of it since. If there is nothing,
// and the source came to the base later, its first version there is taken: rather too old
// a baseline than a change that nobody sees.
//
// All this is what history tells. A commit that somebody wrote down wins over it
// (recorded_commits.cc); such pages wait until all touches are there.
//
// Where the base lacks the source, all touches are asked for one (lost_sources.cc).
//
// Touches come one commit after the other, while the walk goes on (parallel_run.cc), each with the
// source beside it (touches.h), and most pages are settled as soon as theirs is there. First
// versions take another walk, for as many pages as possible at once: some go ahead when there is
// nothing else to do. Lost sources wait for the end.

#include "baselines/baseline_search.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "baselines/source_versions.h"

namespace l10n_drift {

BaselineSearch::BaselineSearch(const Objects& objects, const Pairs& pairs, SourceRenames& renames,
                               RecordedCommits& recorded)
    : objects_(objects),
      pairs_(pairs),
      plan_(pairs.plan),
      base_(pairs.base),
      pages_(pairs.translations),
      sources_(pairs.pages.sources),
      renames_(renames),
      recorded_(recorded),
      lost_(objects, pairs),
      histories_(pages_.size()),
      touches_(pages_.size()) {
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    untouched_ += base_has_source(page) ? 1 : 0;
  }
}

std::vector<std::size_t> BaselineSearch::take_settled() { return std::exchange(settled_, {}); }

void BaselineSearch::settle(std::size_t page, FoundBaseline baseline) {
  histories_[page].baseline = std::move(baseline);
  settle(page);
}

void BaselineSearch::settle_unknown(std::size_t page, const char* reason) {
  histories_[page].unknown_reason = reason;
  settle(page);
}

void BaselineSearch::add(const CommitTouches& touches) {
  const auto phase = objects_.measure(Phase::kBaselines);
  for (const PageTouch& touch : touches) {
    const std::size_t page = touch.page;
    if (touch.worth == TouchWorth::kIgnored) continue;
    if (touch.touch.is_cut) {
      note_end(page);
      continue;
    }
    if (!base_has_source(page)) lost_.add(touch);
    if (histories_[page].last_touch) continue;
    histories_[page].last_touch = CommitStamp{
        touch.touch.commit.hex(), iso_date(touch.touch.time, touch.touch.offset_minutes)};
    recorded_.hear(page, touch.touch);
    recorded_.of(page) != nullptr ? note_recorded(touch) : note(touch);
  }
}

// What history tells is kept, for a record that turns out to be none.
void BaselineSearch::note_recorded(const PageTouch& touch) {
  const std::size_t page = touch.page;
  touches_[page] = touch.touch;
  untouched_ -= base_has_source(page) ? 1 : 0;
  histories_[page].recorded = *recorded_.of(page);
  if (touch.source) histories_[page].baseline = baseline_at(touch.touch, *touch.source, method());
  named_.push_back(page);
}

// The clone is shallow, and ends before the last touch of the page, or before others of a page
// without a source.
void BaselineSearch::note_end(std::size_t page) {
  if (histories_[page].last_touch) {
    lost_.cut(page);
    return;
  }
  untouched_ -= base_has_source(page) ? 1 : 0;
  if (const RecordedCommit* const recorded = recorded_.of(page)) {
    histories_[page].recorded = *recorded;
  }
  settle_unknown(page, kTouchIsCut);
}

void BaselineSearch::add_revision(const CommitTouches& touches) {
  const auto phase = objects_.measure(Phase::kBaselines);
  for (const PageTouch& touch : touches) {
    if (!base_has_source(touch.page)) lost_.expect(touch.page);
    note(touch);
  }
}

// The touch that tells the baseline, if there is a source beside it.
void BaselineSearch::note(const PageTouch& touch) {
  const std::size_t page = touch.page;
  touches_[page] = touch.touch;
  untouched_ -= base_has_source(page) ? 1 : 0;
  if (touch.source) {
    lost_.forget(page);
    settle(page, baseline_at(touch.touch, *touch.source, method()));
  } else if (base_has_source(page)) {
    nameless_.push_back(page);
  }
}

void BaselineSearch::resolve() {
  const auto phase = objects_.measure(Phase::kBaselines);
  for (const std::size_t page : std::exchange(nameless_, {})) {
    if (!renames_.can_find(touches_[page].tree, pages_[page].source)) {
      nameless_.push_back(page);
      continue;
    }
    try {
      if (find_earlier_name(page)) continue;
    } catch (const UnreadableBlob& error) {
      histories_[page].error = error;
      settle(page);
      continue;
    }
    if (plan_.since) {
      histories_[page].source_is_new = true;
      settle(page);
    } else {
      late_.push_back(page);
    }
  }
  if (untouched_ > 0) return;
  resolve_recorded();
  look_up_first_versions();
}

// Those whose source the base has; the others wait for the end (resolve_recorded_lost).
void BaselineSearch::resolve_recorded() {
  const auto lost = std::stable_partition(named_.begin(), named_.end(),
                                          [&](std::size_t page) { return base_has_source(page); });
  const std::vector<std::size_t> to_resolve(named_.begin(), lost);
  if (to_resolve.empty()) return;
  named_.erase(named_.begin(), lost);
  std::vector<std::size_t> invalid;
  auto found = recorded_.resolve(to_resolve);
  for (const std::size_t page : to_resolve) {
    const auto place = found.find(page);
    if (place == found.end()) {
      named_.push_back(page);
      continue;
    }
    if (!place->second.invalid_reason.empty()) invalid.push_back(page);
    settle_recorded(page, std::move(place->second));
  }
  suggest_commits(invalid);
}

void BaselineSearch::settle_recorded(std::size_t page, RecordedSource found) {
  if (found.is_cut) {
    // Nobody knows whether history tells the same.
    histories_[page].baseline.reset();
    return settle_unknown(page, kRecordIsCut);
  }
  if (found.baseline) return settle(page, *std::move(found.baseline));
  histories_[page].invalid_reason = std::move(found.invalid_reason);
  settle(page);
}

// The commits of the base that made the versions which history tells.
void BaselineSearch::suggest_commits(const std::vector<std::size_t>& pages) {
  std::set<std::string> sources;
  for (const std::size_t page : pages) {
    if (histories_[page].baseline) sources.insert(pages_[page].source);
  }
  const auto versions = find_source_versions(objects_, pairs_, sources);
  for (const std::size_t page : pages) {
    PageHistory& history = histories_[page];
    const auto known = versions.find(pages_[page].source);
    if (!history.baseline || known == versions.end()) continue;
    for (const SourceVersion& version : known->second) {
      if (version.blob != history.baseline->blob) continue;
      history.recorded->suggested = version.commit.hex();
      break;
    }
  }
}

// Of pages whose source the base lacks, a record that leads nowhere says nothing: what became of
// the source is what they need to know.
void BaselineSearch::resolve_recorded_lost() {
  std::vector<std::size_t> lost;
  std::copy_if(named_.begin(), named_.end(), std::back_inserter(lost),
               [&](std::size_t page) { return !base_has_source(page); });
  if (lost.empty()) return;
  std::erase_if(named_, [&](std::size_t page) { return !base_has_source(page); });
  auto found = recorded_.resolve(lost);
  for (const std::size_t page : lost) {
    RecordedSource& answer = found[page];
    if (answer.baseline) {
      lost_.forget(page);
      settle(page, *std::move(answer.baseline));
    } else if (histories_[page].baseline) {
      lost_.forget(page);
      settle(page);
    }
  }
}

// Each time takes a walk, so that there are twice as many pages to look up as the times before.
bool BaselineSearch::look_ahead() {
  if (late_.size() <= looked_up_) return false;
  const auto phase = objects_.measure(Phase::kBaselines);
  look_up_first_versions();
  return true;
}

bool BaselineSearch::find_earlier_name(std::size_t page) {
  const Touch& touch = touches_[page];
  const auto rename = renames_.earlier_name(touch.tree, pages_[page].source);
  if (!rename) return false;
  const auto found = look_up_pages(objects_, touch.tree, {rename->from});
  FoundBaseline baseline = baseline_at(touch, {rename->from, found.at(rename->from).id}, method());
  baseline.similarity = rename->similarity;
  settle(page, std::move(baseline));
  return true;
}

void BaselineSearch::finish() {
  const auto phase = objects_.measure(Phase::kBaselines);
  resolve_recorded_lost();
  for (auto& [page, found] : lost_.find_all()) {
    histories_[page].baseline = std::move(found.baseline);
    found.is_cut ? settle_unknown(page, kSourceIsCut) : settle(page);
  }
  untouched_ = 0;
}

// Follows what is left through the base's history, again in one walk, to where it came from.
void BaselineSearch::look_up_first_versions() {
  const std::vector<std::size_t> pages = std::exchange(late_, {});
  if (pages.empty()) return;
  looked_up_ += pages.size();
  std::vector<FollowedFile> files;
  for (const std::size_t page : pages) {
    files.push_back({pages_[page].source, sources_.at(pages_[page].source)});
  }
  std::vector<Touch> origins(pages.size());
  const auto visit = [&](std::size_t k, const Touch& touch) {
    origins[k] = touch;
    return Onward::kFirstWithPath;
  };
  objects_.walk_history(base_.commit, files, plan_.layout, visit, {});
  std::vector<AncestryQuery> queries;
  for (std::size_t k = 0; k < pages.size(); ++k) {
    queries.push_back({origins[k].commit, touches_[pages[k]].commit});
  }
  const std::vector<Reach> was_there = objects_.find_ancestry(queries);
  for (std::size_t k = 0; k < pages.size(); ++k) {
    set_first_version(pages[k], origins[k], was_there[k]);
  }
}

void BaselineSearch::set_first_version(std::size_t page, const Touch& origin, Reach was_there) {
  if (origin.is_cut || was_there == Reach::kUnknown) return settle_unknown(page, kSourceIsCut);
  if (was_there == Reach::kYes) {
    return settle_unknown(
        page, "the commit that last changed it does not have the source, which existed before");
  }
  settle(page,
         baseline_at(origin, {pages_[page].source, origin.blob}, BaselineMethod::kFirstVersion));
}

}  // namespace l10n_drift
