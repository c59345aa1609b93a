#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "git/rename_search.h"
#include "git/tree_difference.h"
#include "site/layout.h"

namespace l10n_drift {

// Where a file was before a commit gave it the path that it has.
struct FileOrigin {
  std::size_t parent = 0;  // The index of the commit's parent that has it.
  std::string path;
  TreeEntry entry;
  bool operator==(const FileOrigin&) const = default;
};

// What one commit moved, and perhaps edited, to paths that none of its parents has. Trees are
// compared when they are first asked for. See file_moves.cc.
class FileMoves {
 public:
  // `store` and `layout` must outlive the object. `tree` is the commit's.
  FileMoves(ObjectStore& store, const Layout& layout, const ObjectId& tree,
            std::vector<ObjectId> parent_trees);

  // The file with the same blob that the commit removed, wherever it was: first one that the layout
  // maps to a translation, then one of the same file name, then the smallest path, then the first
  // parent. Nothing if there is none. The pair's own source is no earlier life of a translation.
  std::optional<FileOrigin> find_same(const std::string& translation, const ObjectId& blob);

  // Whether `find_edited` may read what it has to, as Renames::can_find.
  bool can_find_edited(const std::string& translation, Similarity& similarity,
                       const RenameSearch::Want& want);

  // What became the translation with changes, by the rule of RenameSearch among all files that the
  // commit removed and added, sources aside. `can_find_edited` has said yes.
  std::optional<FileOrigin> find_edited(const std::string& translation);

  // The name, in the parent's tree, of the file that is `source` after the commit: the one that
  // moved with it; else the same name; else the one that goes with the translation's old name, if
  // they differed in a single folder's name.
  std::string source_before(const FileOrigin& origin, const std::string& translation,
                            const std::string& source);

 private:
  const TreeDifference& difference(std::size_t parent);

  ObjectStore& store_;
  const Layout& layout_;
  ObjectId tree_;
  std::vector<ObjectId> parent_trees_;
  std::vector<std::optional<TreeDifference>> differences_;
  std::vector<std::unique_ptr<RenameSearch>> searches_;  // One a parent, once somebody asks.
};

}  // namespace l10n_drift
