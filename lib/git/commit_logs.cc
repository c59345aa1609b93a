// The log of many paths
// =====================
//
// For each outdated page, `git log BASELINE..BASE -- SOURCE` tells what happened to its source.
// Every page has a baseline of its own, and so the ranges overlap without being the same; asking
// git costs a process and a walk for each.
//
// Here the expensive things are shared: a commit is read once, and its tree is compared with its
// parents' once, for all paths, when the first search comes by. A search is then what git does in
// memory (revision.c, limit_list and try_to_simplify_commit), and costs no reading:
//
// - Ancestors of BASELINE, itself included, are not of interest.
// - A commit that has the path as one of its parents has it is not listed, and the search goes on
// to
//   the first such parent alone. A parent that is not of interest does not count here, unless it is
//   BASELINE itself.
// - Any other commit is listed, and the search goes on to all its parents; but where no parent is
//   of interest, only if one has the path otherwise.
// - Commits come in the order of their dates as far as they have been reached, as they do in git.
// What
//   is listed does not depend on dates.

#include "git/commit_logs.h"

#include <algorithm>
#include <optional>
#include <queue>
#include <set>
#include <utility>

#include "git/tree_difference.h"

namespace l10n_drift {

class CommitLogs::Search {
 public:
  Search(CommitLogs& logs, Index since, Index path) : logs_(logs), since_(since), path_(path) {}

  std::vector<ObjectId> run(Index tip) {
    push(tip);
    while (!queue_.empty()) {
      const Index commit = queue_.top().commit;
      queue_.pop();
      visit(commit);
    }
    return std::move(found_);
  }

 private:
  struct Entry {
    std::int64_t time;
    std::size_t order;
    Index commit;
    bool operator<(const Entry& other) const {
      return time != other.time ? time < other.time : order > other.order;
    }
  };

  bool is_boring(Index commit) const {
    return commit < logs_.is_ancestor_.size() && logs_.is_ancestor_[commit];
  }

  void push(Index commit) {
    if (is_boring(commit)) return;
    if (commit >= seen_.size()) seen_.resize(logs_.commits_.size());
    if (seen_[commit]) return;
    seen_[commit] = true;
    queue_.push({logs_.commits_[commit].raw.time, ++pushed_, commit});
  }

  void visit(Index commit) {
    const std::vector<Index> parents = logs_.parents_of(commit);
    bool any_relevant = false;
    bool any_change = parents.empty() && !logs_.is_same(commit, 0, path_);
    for (std::size_t k = 0; k < parents.size(); ++k) {
      const bool is_relevant = parents[k] == since_ || !is_boring(parents[k]);
      const bool is_same = logs_.is_same(commit, k, path_);
      if (is_relevant && is_same) return push(parents[k]);
      any_relevant = any_relevant || is_relevant;
      any_change = any_change || !is_same;
    }
    if (any_relevant || any_change) found_.push_back(logs_.commits_[commit].id);
    for (const Index parent : parents) push(parent);
  }

  CommitLogs& logs_;
  Index since_;
  Index path_;
  std::vector<bool> seen_;
  std::size_t pushed_ = 0;
  std::priority_queue<Entry> queue_;
  std::vector<ObjectId> found_;
};

CommitLogs::CommitLogs(ObjectStore& store, const std::vector<std::string>& paths) : store_(store) {
  for (const std::string& path : paths) {
    paths_.emplace(path, static_cast<Index>(paths_.size()));
    for (std::size_t end = path.find('/'); end != std::string::npos;
         end = path.find('/', end + 1)) {
      folders_.insert(path.substr(0, end + 1));
    }
  }
}

CommitLogs::Index CommitLogs::index_of(const ObjectId& id) {
  const auto [place, is_new] = indexes_.try_emplace(id, static_cast<Index>(commits_.size()));
  if (is_new) commits_.push_back({id, store_.read_commit(id), {}, false, {}});
  return place->second;
}

const std::vector<CommitLogs::Index>& CommitLogs::parents_of(Index commit) {
  const std::vector<ObjectId> ids = commits_[commit].raw.parents;
  if (commits_[commit].parents.size() != ids.size()) {
    std::vector<Index> parents;
    for (const ObjectId& id : ids) parents.push_back(index_of(id));
    commits_[commit].parents = std::move(parents);
  }
  return commits_[commit].parents;
}

void CommitLogs::mark_ancestors(Index commit) {
  if (marked_from_ == commit && !is_ancestor_.empty()) return;
  marked_from_ = commit;
  is_ancestor_.assign(commits_.size(), false);
  std::vector<Index> waiting = {commit};
  while (!waiting.empty()) {
    const Index next = waiting.back();
    waiting.pop_back();
    if (next >= is_ancestor_.size()) is_ancestor_.resize(next + std::size_t{1});
    if (is_ancestor_[next]) continue;
    is_ancestor_[next] = true;
    for (const Index parent : parents_of(next)) waiting.push_back(parent);
  }
}

std::vector<CommitLogs::Index> CommitLogs::changed_paths(const std::optional<ObjectId>& before,
                                                         const ObjectId& after) {
  std::vector<Index> changed;
  const auto leads_to_a_path = [this](std::string_view folder) {
    return folders_.contains(folder);
  };
  visit_differences(store_, before, after, leads_to_a_path,
                    [&](const std::string& path, const TreeEntry*, const TreeEntry*) {
                      const auto place = paths_.find(path);
                      if (place != paths_.end()) changed.push_back(place->second);
                    });
  std::sort(changed.begin(), changed.end());
  return changed;
}

// Whether the commit has the path as this parent has it; for a root, whether it lacks the path.
bool CommitLogs::is_same(Index commit, std::size_t parent, Index path) {
  if (!commits_[commit].compared) {
    std::vector<std::vector<Index>> changed;
    const ObjectId tree = commits_[commit].raw.tree;
    for (const Index k : parents_of(commit)) {
      changed.push_back(changed_paths(commits_[k].raw.tree, tree));
    }
    if (changed.empty()) changed.push_back(changed_paths({}, tree));
    commits_[commit].changed = std::move(changed);
    commits_[commit].compared = true;
  }
  const std::vector<Index>& changed = commits_[commit].changed[parent];
  return !std::binary_search(changed.begin(), changed.end(), path);
}

std::vector<ObjectId> CommitLogs::find(const ObjectId& tip, const ObjectId& since,
                                       const std::string& path) {
  const Index first = index_of(tip);
  const Index last = index_of(since);
  mark_ancestors(last);
  return Search(*this, last, paths_.at(path)).run(first);
}

}  // namespace l10n_drift
