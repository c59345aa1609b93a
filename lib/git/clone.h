#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "git/handles.h"
#include "values/object_id.h"

namespace l10n_drift {

// What sets a clone apart from a repository that has everything, and says no more than its commits.
struct Clone {
  // A partial clone lacks objects that remotes have promised. These are the names of the remotes,
  // in the order of the configuration. There are none if the clone is whole.
  std::vector<std::string> promisors;
  std::string fetch_all;  // The command that makes it whole.

  // The folder that git knows it by. For a linked work tree, it is the folder of its own HEAD.
  std::string git_dir;

  // The commits whose parents a shallow clone lacks. There are none if the clone is whole.
  std::unordered_set<ObjectId> boundary;

  // What makes git show another history than the commits tell: info/grafts, and refs/replace.
  bool has_grafts = false;
  std::size_t replace_refs = 0;

  bool is_partial() const { return !promisors.empty(); }
  bool is_shallow() const { return !boundary.empty(); }
};

// Whoever edits the last graft away leaves a file without grafts.
bool has_grafts(git_repository* repository);

// `path` is what the user calls it. Throws Error for a boundary that cannot be read.
// gitrepository-layout(5) names the files; partial clones are in git's
// Documentation/technical/partial-clone.txt.
Clone describe_clone(git_repository* repository, const std::string& path);

}  // namespace l10n_drift
