#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "git/object_store.h"
#include "git/tree_difference.h"

namespace l10n_drift {

// As compare_trees, for many trees that have most of their folders in common. See
// tree_comparisons.cc.
class TreeComparisons {
 public:
  // `store` must outlive the object.
  explicit TreeComparisons(ObjectStore& store) : store_(store) {}

  TreeDifference compare(const std::optional<ObjectId>& before,
                         const std::optional<ObjectId>& after);

 private:
  struct Node;
  using Folder = std::vector<Node>;  // In the order of git's trees.
  using Sides = std::pair<std::optional<ObjectId>, std::optional<ObjectId>>;
  struct HashOfSides {
    std::size_t operator()(const Sides& sides) const {
      constexpr std::hash<std::optional<ObjectId>> kHash;
      return kHash(sides.first) + 3 * kHash(sides.second);
    }
  };

  std::shared_ptr<const Folder> compare_folders(const Sides& sides);
  static void list(const Folder& folder, std::string& path, TreeDifference& difference);

  ObjectStore& store_;
  std::unordered_map<Sides, std::shared_ptr<const Folder>, HashOfSides> known_;
};

}  // namespace l10n_drift
