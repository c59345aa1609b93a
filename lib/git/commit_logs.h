#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "git/object_store.h"
#include "git/objects.h"

namespace l10n_drift {

// The commits between two points that changed a path, for many paths. See commit_logs.cc.
class CommitLogs {
 public:
  // `store` must outlive the object. `paths` are those that `find` will ask for.
  CommitLogs(ObjectStore& store, const std::vector<std::string>& paths);

  // What `git log SINCE..TIP -- PATH` lists, in its order.
  std::vector<ObjectId> find(const ObjectId& tip, const ObjectId& since, const std::string& path);

 private:
  using Index = std::uint32_t;  // Of a commit.
  struct Commit {
    ObjectId id;
    RawCommit raw;
    std::vector<Index> parents;
    bool compared = false;
    std::vector<std::vector<Index>> changed;  // For each parent: the paths that differ, sorted.
  };
  class Search;

  Index index_of(const ObjectId& id);
  const std::vector<Index>& parents_of(Index commit);
  bool is_same(Index commit, std::size_t parent, Index path);
  std::vector<Index> changed_paths(const std::optional<ObjectId>& before, const ObjectId& after);

  ObjectStore& store_;
  std::unordered_map<std::string, Index> paths_;
  std::set<std::string, std::less<>> folders_;  // Of the paths, with a '/' at their end.
  std::vector<Commit> commits_;
  std::unordered_map<ObjectId, Index> indexes_;
};

}  // namespace l10n_drift
