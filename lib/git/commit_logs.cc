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
// - Ancestors of BASELINE, itself included, are boring: they are not listed.
// - A commit that has the path as one of its parents has it is not listed, and the search goes on
//   to the first such parent alone. A boring parent does not count, unless it is BASELINE itself.
// - Any other commit is listed, and the search goes on to all its parents; but where all parents
//   are boring, only if one has the path otherwise.
//
// Commits are visited by date, BASELINE and its ancestors too, and so git learns on the way which
// commits are boring. For some it learns that too late:
//
//       N---M---------------T   a branch; M is younger than Q and older than R
//      /   /               /
//     o---P---O---Q---R---S     main; BASELINE is S
//
// T, S, R, M and Q are visited in this order, and at M nobody has come near P and knows that it is
// boring. If M has the path as P has it, the search goes on to P alone and ends there, and neither
// M nor N is listed. With all ancestors known from the beginning, both would be. To list what git
// lists, a search here takes git's steps in git's order.

#include "git/commit_logs.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <utility>

#include "git/tree_difference.h"

namespace l10n_drift {

class CommitLogs::Search {
 public:
  Search(CommitLogs& logs, Index since, Index path) : logs_(logs), since_(since), path_(path) {}

  std::vector<ObjectId> run(Index tip) {
    enqueue(since_);
    states_[since_].is_boring = true;
    mark_parents_boring(since_);
    enqueue(tip);
    std::vector<Index> visited;
    for (int patience = kPatience; patience > 0 && !queue_.empty();) {
      const Index commit = queue_.begin()->commit;
      queue_.erase(queue_.begin());
      if (visit(commit)) {
        last_time_ = logs_.commits_[commit].raw.time;
        visited.push_back(commit);
      } else {
        patience = is_worth_it() ? kPatience : patience - 1;
      }
    }
    std::vector<ObjectId> found;
    for (const Index commit : visited) {
      const State& state = states_[commit];
      if (!state.is_boring && !state.is_same) found.push_back(logs_.commits_[commit].id);
    }
    return found;
  }

 private:
  // How many boring commits git looks at (SLOP) after the last that was of interest.
  static constexpr int kPatience = 5;

  struct State {
    bool is_read = false;    // Whether `parents` is known.
    bool is_queued = false;  // Whether it is in the queue, or was.
    bool is_boring = false;
    bool is_same = false;
    std::vector<Index> parents;  // Those to which the search goes on.
  };
  struct Entry {
    std::int64_t time;
    std::size_t order;
    Index commit;
    bool operator<(const Entry& other) const {
      return time != other.time ? time > other.time : order < other.order;
    }
  };

  State& read(Index commit) {
    State& state = states_[commit];
    if (!std::exchange(state.is_read, true)) state.parents = logs_.parents_of(commit);
    return state;
  }

  void enqueue(Index commit) {
    if (std::exchange(read(commit).is_queued, true)) return;
    queue_.insert({logs_.commits_[commit].raw.time, ++enqueued_, commit});
  }

  // Marks its ancestors, as far as the search has read them.
  void mark_parents_boring(Index commit) {
    std::vector<Index> waiting = states_[commit].parents;
    while (!waiting.empty()) {
      State& state = states_[waiting.back()];
      waiting.pop_back();
      if (std::exchange(state.is_boring, true)) continue;
      waiting.insert(waiting.end(), state.parents.begin(), state.parents.end());
    }
  }

  // Whether the commit is not boring.
  bool visit(Index commit) {
    State& state = states_[commit];
    if (state.is_boring) {
      mark_parents_boring(commit);
    } else {
      simplify(commit, state);
    }
    const std::vector<Index> parents = state.parents;
    for (const Index parent : parents) {
      enqueue(parent);
      if (states_[commit].is_boring) mark_parents_boring(parent);
    }
    return !states_[commit].is_boring;
  }

  void simplify(Index commit, State& state) {
    bool any_relevant = false;
    bool relevant_change = false;
    bool any_change = state.parents.empty() && !logs_.is_same(commit, 0, path_);
    for (std::size_t k = 0; k < state.parents.size(); ++k) {
      const Index parent = state.parents[k];
      const bool is_relevant = parent == since_ || !read(parent).is_boring;
      const bool is_same = logs_.is_same(commit, k, path_);
      if (is_relevant && is_same) {
        state.is_same = true;
        state.parents = {parent};
        return;
      }
      any_relevant = any_relevant || is_relevant;
      relevant_change = relevant_change || (is_relevant && !is_same);
      any_change = any_change || !is_same;
    }
    state.is_same = any_relevant ? !relevant_change : !any_change;
  }

  // Whether what is still queued may hold, or make boring, a commit that matters.
  bool is_worth_it() const {
    if (queue_.empty()) return false;
    if (last_time_ <= queue_.begin()->time) return true;
    return std::any_of(queue_.begin(), queue_.end(),
                       [this](const Entry& entry) { return !states_.at(entry.commit).is_boring; });
  }

  CommitLogs& logs_;
  Index since_;
  Index path_;
  std::unordered_map<Index, State> states_;
  std::set<Entry> queue_;
  std::size_t enqueued_ = 0;
  std::int64_t last_time_ = std::numeric_limits<std::int64_t>::max();
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
  return Search(*this, last, paths_.at(path)).run(first);
}

}  // namespace l10n_drift
