// Sources that are lost
// =====================
//
// A translation whose source the base lacks is deleted, renamed or a page of its own, and which it
// is depends on whether it ever had a source. So all of its touches are asked, back to the first,
// for one with a source in its tree. The newest such touch tells the baseline:
//
//     base    S1-----S2--x          x: the source is deleted, or gets another name
//              |      |   |
//     branch   `--t1--`t2-`-t3      t: touches of the translation; t3 has no source beside it
//
// Here it is t2. As files move, each tree is asked for every name that the source may have had:
// those that go with the names of the translation, and the one that goes with today's.
//
// Where history never forked, the first touch that the walk tells of with a source is the newest.
// Else there may be several, none of which comes before another, and their commits are asked for
// their ancestry.

#include "baselines/lost_sources.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace l10n_drift {

void LostSources::cut(std::size_t page) {
  const auto found = lost_.find(page);
  if (found != lost_.end()) found->second.is_cut = true;
}

std::map<std::size_t, LostSource> LostSources::find_all() {
  std::map<std::size_t, LostSource> found;
  for (const auto& [page, traces] : std::exchange(lost_, {})) {
    found.emplace(page, find(pages_[page].source, traces));
  }
  return found;
}

// The newest touch that has a source in its tree, under any name that the translation ever had.
LostSource LostSources::find(const std::string& source, const Traces& traces) const {
  std::vector<std::string> names = {source};
  for (const PageTouch& touch : traces.touches) {
    for (std::string& name : sources_then(layout_, touch.touch)) names.push_back(std::move(name));
  }
  std::vector<FoundBaseline> candidates;
  for (const PageTouch& touch : traces.touches) {
    auto found = find_source(touch, names);
    if (!found) continue;
    candidates.push_back(*std::move(found));
    if (touch.touch.on_one_line && !traces.is_cut) return {std::move(candidates.front()), false};
  }
  if (traces.is_cut) return {{}, true};
  if (candidates.empty()) return {};
  auto newest = newest_of(std::move(candidates));
  const bool is_cut = !newest.has_value();
  return {std::move(newest), is_cut};
}

// The source in the tree of a touch: the one beside it, else the first of `names` that is there.
std::optional<FoundBaseline> LostSources::find_source(const PageTouch& touch,
                                                      const std::vector<std::string>& names) const {
  if (touch.source) return baseline_at(touch.touch, *touch.source, BaselineMethod::kHistory);
  const auto found = look_up_pages(objects_, touch.touch.tree, {names.begin(), names.end()});
  if (found.empty()) return {};
  auto place = found.end();
  for (auto name = names.begin(); place == found.end(); ++name) place = found.find(*name);
  return baseline_at(touch.touch, {std::string(place->first), place->second.id},
                     BaselineMethod::kHistory);
}

// One that is an ancestor of no other; of several the one with the smallest id, for want of
// anything better that is not a date. Nothing if a shallow clone does not tell.
std::optional<FoundBaseline> LostSources::newest_of(std::vector<FoundBaseline> candidates) const {
  std::sort(candidates.begin(), candidates.end(),
            [](const FoundBaseline& a, const FoundBaseline& b) { return a.commit < b.commit; });
  std::vector<AncestryQuery> queries;
  for (const FoundBaseline& older : candidates) {
    for (const FoundBaseline& newer : candidates) queries.push_back({older.commit, newer.commit});
  }
  const std::vector<Reach> reaches = objects_.find_ancestry(queries);
  if (std::count(reaches.begin(), reaches.end(), Reach::kUnknown) > 0) return {};
  const std::size_t size = candidates.size();
  const auto comes_before_another = [&](std::size_t i) {
    for (std::size_t k = 0; k < size; ++k) {
      if (candidates[i].commit == candidates[k].commit) continue;
      if (reaches[i * size + k] == Reach::kYes) return true;
    }
    return false;
  };
  std::size_t newest = 0;
  while (comes_before_another(newest)) ++newest;
  return candidates[newest];
}

}  // namespace l10n_drift
