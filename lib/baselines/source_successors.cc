// Where a source went
// ===================
//
// The base lacks a source that a translation was made from. Was it renamed? To compare the version
// of then with what the base has now is the obvious way, and fails for every page that was edited
// since: a page that got a new name in one commit, to the byte, and was rewritten in the next
// years, has nothing in common with what it was.
//
//     a.md ---- renamed to b.md ---- edited ---- edited ---- moved to c/b.md ---- edited   base
//          100 %                                         98 %
//
// So each name is followed through the base's history, as `git log --follow` does it backwards for
// one file: the newest commit that removed it is looked for, and what it was renamed to there, by
// the rule of git/rename_search.cc among the files that this one commit removed and added. If the
// base lacks that name too, it is followed in its turn.
//
// All names go through history in one walk, each as a path that is absent at the base, until the
// commit that removed it. Few new names are gone again, so there are mostly one walk or two. A
// chain that comes back to a name ends there.

#include "baselines/source_successors.h"

#include <algorithm>
#include <string_view>

namespace l10n_drift {

void SourceSuccessors::add(const std::set<std::string>& sources) {
  for (const std::string& source : sources) traces_.try_emplace(source);
}

void SourceSuccessors::follow() {
  const auto phase = objects_.measure(Phase::kRenames);
  do {
    find_removals();
  } while (find_next_names());
}

void SourceSuccessors::find_removals() {
  std::vector<Trace*> traces;
  std::vector<FollowedFile> files;
  for (auto& [source, trace] : traces_) {
    if (std::exchange(trace.is_looked_for, true)) continue;
    traces.push_back(&trace);
    files.push_back({source, {}});
  }
  if (files.empty()) return;
  const auto visit = [&](std::size_t file, const Touch& touch) {
    if (touch.is_removal) traces[file]->removal = SourceRemoval{touch.commit, touch.parent};
    return Onward::kStop;
  };
  objects_.walk_history(pairs_.base.commit, files, pairs_.plan.layout, visit, {});
}

// True if there are names now that have to be looked for.
bool SourceSuccessors::find_next_names() {
  std::set<std::string> gone;
  for (auto& [source, trace] : traces_) {
    if (trace.is_done) continue;
    if (trace.removal) {
      Renames& renames = renames_of(*trace.removal);
      if (!renames.can_find(source)) continue;
      try {
        trace.next = renames.find_new_name(source);
      } catch (const UnreadableBlob& error) {
        trace.error = error;
      }
    }
    trace.is_done = true;
    if (!trace.next || pairs_.pages.sources.contains(trace.next->to)) continue;
    if (!traces_.contains(trace.next->to)) gone.insert(trace.next->to);
  }
  add(gone);
  return !gone.empty();
}

Renames& SourceSuccessors::renames_of(const SourceRemoval& removal) {
  std::unique_ptr<Renames>& renames = renames_[{removal.commit, removal.parent}];
  if (!renames) {
    const Layout& layout = pairs_.plan.layout;
    renames = objects_.renames(
        objects_.read_commit(removal.parent).tree, objects_.read_commit(removal.commit).tree,
        layout.source_root(),
        [&layout](std::string_view path) { return layout.match_source(path).has_value(); });
  }
  return *renames;
}

bool SourceSuccessors::is_followed(const std::string& source) const {
  std::set<std::string> seen;
  for (std::string name = source; seen.insert(name).second;) {
    const auto trace = traces_.find(name);
    if (trace == traces_.end()) return true;
    if (!trace->second.is_done) return false;
    if (!trace->second.next) return true;
    name = trace->second.next->to;
  }
  return true;
}

std::optional<std::string> SourceSuccessors::find(const std::string& source) const {
  std::string name = source;
  for (std::set<std::string> seen; seen.insert(name).second;) {
    if (pairs_.pages.sources.contains(name)) return name;
    const auto trace = traces_.find(name);
    if (trace == traces_.end()) return {};
    if (trace->second.error) throw UnreadableBlob(*trace->second.error);
    if (!trace->second.next) return {};
    name = trace->second.next->to;
  }
  return {};
}

std::optional<SourceRemoval> SourceSuccessors::removal(const std::string& source) const {
  std::optional<SourceRemoval> last;
  std::set<std::string> seen;
  for (std::string name = source; seen.insert(name).second;) {
    const auto trace = traces_.find(name);
    if (trace == traces_.end()) break;
    if (trace->second.removal) last = trace->second.removal;
    if (!trace->second.next) break;
    name = trace->second.next->to;
  }
  return last;
}

}  // namespace l10n_drift
