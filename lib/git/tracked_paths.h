#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/object_store.h"
#include "git/raw_object.h"

namespace l10n_drift {

// One path at one commit: its entry there, if it has one, and the files that are followed by it, by
// their indexes, each once.
struct TrackedFile {
  std::optional<TreeEntry> entry;
  std::vector<std::size_t> followers;
};

// A path that another tree does not have with the same entry.
struct Stray {
  std::string path;
  TrackedFile file;
  std::optional<TreeEntry> there;  // What the other tree has at the path.
};

// The paths that are followed through one commit, as a tree of folders that remembers the id of
// each. To go on to a parent, only folders whose id differs there are read, and of those just the
// entries that are followed; everything else moves along untouched. This is what makes the walk
// cost as much as the changes that it passes, and not as many files as it follows.
class TrackedPaths {
 public:
  bool empty() const { return root_.nodes.empty(); }

  // Adds a path with its entry in the commit's tree; if it is there already, only the followers.
  void add(std::string_view path, TrackedFile file);

  // Adds all of `other`, which belongs to the same commit.
  void merge(TrackedPaths&& other);

  // Goes on to the commit whose tree is `tree`: keeps the paths whose entry is the same there and
  // gives back the others, sorted as git sorts trees. Mode and absence count as a part of the
  // entry.
  std::vector<Stray> move_to(ObjectStore& store, const ObjectId& tree);

  // Gives back everything.
  std::vector<Stray> take_all();

 private:
  struct Folder;
  struct Node {
    std::string name;
    std::unique_ptr<Folder> folder;  // Null for a file.
    TrackedFile file;
  };
  // Nodes are sorted as git sorts the entries of a tree, folders as if they ended in '/'.
  struct Folder {
    ObjectId id;  // Zero if it is not known, or if there is no such folder.
    std::vector<Node> nodes;
  };
  struct Move;

  static Node& node_at(Folder& folder, std::string_view name, bool is_folder);
  static void merge_folders(Folder& into, Folder&& from);
  static void add_followers(TrackedFile& into, TrackedFile&& from);
  static void take_folder(Folder& folder, std::string& prefix, std::vector<Stray>& strays);

  Folder root_;
};

}  // namespace l10n_drift
