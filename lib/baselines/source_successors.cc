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
// The removals of all names are found in one reading of history (git/removal_search.cc), and those
// of later names are among what was read for the earlier ones. A chain that comes back to a name
// ends there.
//
// Which sources are lost is known for certain only when all touches are there. But most are known
// long before, and the thread that follows touches has time: so it reads ahead in search of what is
// expected.

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

void SourceSuccessors::expect(const std::string& source) {
  if (!pairs_.pages.sources.contains(source)) expected_.insert(source);
}

bool SourceSuccessors::look_ahead() {
  const auto phase = objects_.measure(Phase::kRenames);
  while (!expected_.empty()) {
    const std::string& source = *expected_.begin();
    Removals& removals = removals_below(folder_of(source));
    if (!removals.is_met(source) && removals.read_on()) return true;
    expected_.erase(expected_.begin());
  }
  return false;
}

// The folder whose history tells of a source: where sources are today, or, of a site that was
// somewhere else, the topmost one.
std::string SourceSuccessors::folder_of(const std::string& source) const {
  const std::string& root = pairs_.plan.layout.source_root();
  if (root.empty() || source.starts_with(root + '/')) return root;
  const std::size_t end = source.find('/');
  return end == std::string::npos ? "" : source.substr(0, end);
}

Removals& SourceSuccessors::removals_below(const std::string& folder) {
  std::unique_ptr<Removals>& removals = removals_[folder];
  if (!removals) removals = objects_.removals(pairs_.base.commit, folder);
  return *removals;
}

void SourceSuccessors::find_removals() {
  for (auto& [source, trace] : traces_) {
    if (std::exchange(trace.is_looked_for, true)) continue;
    trace.removal = removals_below(folder_of(source)).find(source);
  }
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

Renames& SourceSuccessors::renames_of(const Removal& removal) {
  std::unique_ptr<Renames>& renames = renames_[{removal.commit, removal.parent}];
  if (!renames) {
    const Layout& layout = pairs_.plan.layout;
    renames = objects_.renames(objects_.read_commit(removal.parent).tree,
                               objects_.read_commit(removal.commit).tree, layout.source_root(),
                               [&layout](std::string_view path) { return layout.is_source(path); });
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

std::optional<Removal> SourceSuccessors::removal(const std::string& source) const {
  std::optional<Removal> last;
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
