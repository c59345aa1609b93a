#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "git/objects.h"
#include "git/similarity.h"
#include "git/tree_difference.h"

namespace l10n_drift {

// Renames, found by looking at no more files than need be. See rename_search.cc.
class RenameSearch : public Renames {
 public:
  // As Objects::want; empty if all blobs are there.
  using Want = std::function<bool(const std::vector<ObjectId>& blobs)>;

  // `similarity` must outlive the object.
  RenameSearch(Similarity& similarity, TreeDifference difference, Want want);

  bool can_find(const std::string& path) override;
  std::optional<Rename> find_old_name(const std::string& added) override;
  std::optional<Rename> find_new_name(const std::string& removed) override;

 private:
  // A pair that is similar enough, best first.
  struct Pair {
    int similarity;
    std::size_t added;
    std::size_t removed;
    auto key() const { return std::tuple(-similarity, added, removed); }
    bool operator<(const Pair& other) const { return key() < other.key(); }
  };
  struct File {
    std::string path;
    ObjectId blob;
    bool is_added = false;
    std::optional<Rename> rename;
    std::optional<std::vector<Pair>> pairs;  // Best first; nothing until somebody asks.
    std::size_t next = 0;                    // Those before are known to be no renames.
  };

  static std::vector<File> to_files(std::vector<TreeFile> files, bool is_added);
  void take_same_blobs();
  int similarity(const File& removed, const File& added) const;
  int measure(const File& removed, const File& added) const;
  bool are_related(std::string_view removed, std::string_view added) const;
  File* other_format(const File& file);
  std::vector<Pair> compare_all(const File& file);
  void settle(File& file, const std::optional<Pair>& limit);
  std::optional<Rename> find(std::vector<File>& files, const std::string& path);

  Similarity& similarity_;
  Want want_;
  std::vector<File> removed_;  // Both sorted by path.
  std::vector<File> added_;
  std::set<std::pair<std::string_view, std::string_view>> moved_folders_;
};

}  // namespace l10n_drift
