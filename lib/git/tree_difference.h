#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/object_store.h"
#include "git/raw_object.h"

namespace l10n_drift {

// Whether to look into a folder, given by its path with a '/' at its end.
using FolderFilter = std::function<bool(std::string_view folder)>;

// Is told of each path whose entry differs, with both entries. The entry is null for the tree that
// lacks the path. A folder is never such a path.
using DifferenceVisitor =
    std::function<void(const std::string& path, const TreeEntry* before, const TreeEntry* after)>;

// Compares two trees, of which either may be missing, in the order of git's trees. Folders that
// both have with the same id are not read, nor are those that `filter` refuses.
void visit_differences(ObjectStore& store, const std::optional<ObjectId>& before,
                       const std::optional<ObjectId>& after, const FolderFilter& filter,
                       const DifferenceVisitor& visit);

// Is told of an entry of one folder that differs, folders among them. Null as in a
// DifferenceVisitor; a file in a folder's place is two differences.
using EntryVisitor =
    std::function<void(std::string_view name, const TreeEntry* before, const TreeEntry* after)>;

// Compares two folders, and not what is in the folders below.
void visit_entries(ObjectStore& store, const std::optional<ObjectId>& before,
                   const std::optional<ObjectId>& after, const EntryVisitor& visit);

// The files that one of two trees has and the other lacks, each list sorted by path. Symlinks and
// submodules do not count as files, but a file that became one is not lacking, as git sees it.
// Files that both have, changed or not, are left out.
struct TreeDifference {
  std::vector<TreeFile> removed;
  std::vector<TreeFile> added;
};

TreeDifference compare_trees(ObjectStore& store, const std::optional<ObjectId>& before,
                             const std::optional<ObjectId>& after, const FolderFilter& filter);

}  // namespace l10n_drift
