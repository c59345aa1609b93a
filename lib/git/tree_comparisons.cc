// Many trees against one
// ======================
//
// A report asks of hundreds of old trees what files they have that the base lacks, and the other
// way round. Each comparison alone reads every folder that has changed since, and of an old tree
// that is nearly all of them. But two old trees have most of their folders in common:
//
//     T1   docs/ a/ b/ c/        a, b, c against the base's: three comparisons
//     T2   docs/ a/ b/ c'/       c' is new: one
//     base docs/ A/ B/ C/
//
// What follows from two folders follows from their ids alone, so it is kept by these. The cost is
// one comparison for each folder that is new, and a pass over the files that are told.

#include "git/tree_comparisons.h"

namespace l10n_drift {

// A file that one side alone has, or a folder in which there are such files.
struct TreeComparisons::Node {
  std::string name;
  bool is_added = false;
  TreeEntry entry;
  std::shared_ptr<const Folder> folder;  // Null for a file.
};

std::shared_ptr<const TreeComparisons::Folder> TreeComparisons::compare_folders(
    const Sides& sides) {
  const auto known = known_.find(sides);
  if (known != known_.end()) return known->second;
  auto folder = std::make_shared<Folder>();
  const auto visit = [&](std::string_view name, const TreeEntry* before, const TreeEntry* after) {
    const TreeEntry& entry = before != nullptr ? *before : *after;
    if (entry.kind() == EntryKind::kFolder) {
      const auto id = [](const TreeEntry* one) {
        return one != nullptr ? std::optional(one->id) : std::nullopt;
      };
      auto below = compare_folders({id(before), id(after)});
      if (!below->empty()) folder->push_back({std::string(name), false, {}, std::move(below)});
    } else if (entry.kind() == EntryKind::kFile && (before == nullptr || after == nullptr)) {
      folder->push_back({std::string(name), before == nullptr, entry, nullptr});
    }
  };
  visit_entries(store_, sides.first, sides.second, visit);
  known_.emplace(sides, folder);
  return folder;
}

void TreeComparisons::list(const Folder& folder, std::string& path, TreeDifference& difference) {
  for (const Node& node : folder) {
    const std::size_t size = path.size();
    path += node.name;
    if (node.folder) {
      path += '/';
      list(*node.folder, path, difference);
    } else {
      (node.is_added ? difference.added : difference.removed).push_back({path, node.entry});
    }
    path.resize(size);
  }
}

TreeDifference TreeComparisons::compare(const std::optional<ObjectId>& before,
                                        const std::optional<ObjectId>& after) {
  TreeDifference difference;
  std::string path;
  list(*compare_folders({before, after}), path, difference);
  return difference;
}

}  // namespace l10n_drift
