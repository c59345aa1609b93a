#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "git/repository.h"
#include "git/similarity.h"
#include "git/tree_difference.h"

namespace l10n_drift {

// Renames, found by looking at no more files than need be. See rename_search.cc.
class RenameSearch : public Renames {
 public:
  // `similarity` must outlive the object.
  RenameSearch(Similarity& similarity, TreeDifference difference);

  std::optional<Rename> find_old_name(const std::string& added) override;
  std::optional<Rename> find_new_name(const std::string& removed) override;
  std::vector<Rename> find_all() override;

 private:
  struct File {
    std::string path;
    ObjectId blob;
    bool explored = false;  // Whether its rename, if any, is known.
    std::optional<Rename> rename;
  };
  // A pair that is similar enough, best first.
  struct Pair {
    int similarity;
    std::size_t added;
    std::size_t removed;
    auto key() const { return std::tuple(-similarity, added, removed); }
    bool operator<(const Pair& other) const { return key() < other.key(); }
  };

  void take(File& from, File& to, int similarity);
  void take_same_blobs();
  void explore(std::vector<std::size_t> added, std::vector<std::size_t> removed);
  void compare(std::size_t removed, std::size_t added, std::set<Pair>& pairs);

  Similarity& similarity_;
  std::vector<File> removed_;  // Both sorted by path.
  std::vector<File> added_;
};

}  // namespace l10n_drift
