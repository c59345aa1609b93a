#include "git/tracked_paths.h"

#include <algorithm>
#include <utility>

namespace l10n_drift {

TrackedPaths::Node& TrackedPaths::node_at(Folder& folder, std::string_view name, bool is_folder) {
  const auto place = std::lower_bound(
      folder.nodes.begin(), folder.nodes.end(), name,
      [is_folder](const Node& node, std::string_view key) {
        return compare_entry_names(node.name, node.folder != nullptr, key, is_folder) < 0;
      });
  if (place != folder.nodes.end() && place->name == name && !place->folder == !is_folder) {
    return *place;
  }
  Node node;
  node.name = name;
  if (is_folder) node.folder = std::make_unique<Folder>();
  return *folder.nodes.insert(place, std::move(node));
}

void TrackedPaths::add_followers(TrackedFile& into, TrackedFile&& from) {
  into.entry = from.entry;
  // Should two translations have been one file under a name that no layout knows: either.
  if (into.followers.empty() || from.source < into.source) into.source = std::move(from.source);
  for (const std::size_t file : from.followers) {
    if (std::find(into.followers.begin(), into.followers.end(), file) == into.followers.end()) {
      into.followers.push_back(file);
    }
  }
}

void TrackedPaths::add(std::string_view path, TrackedFile file) {
  Folder* folder = &root_;
  for (std::size_t end = path.find('/'); end != std::string_view::npos; end = path.find('/')) {
    folder = node_at(*folder, path.substr(0, end), true).folder.get();
    path.remove_prefix(end + 1);
  }
  add_followers(node_at(*folder, path, false).file, std::move(file));
}

void TrackedPaths::merge_folders(Folder& into, Folder&& from) {
  if (into.nodes.empty()) {
    into = std::move(from);
    return;
  }
  if (into.id.is_zero()) into.id = from.id;
  for (Node& node : from.nodes) {
    Node& place = node_at(into, node.name, node.folder != nullptr);
    if (node.folder) {
      merge_folders(*place.folder, std::move(*node.folder));
    } else {
      add_followers(place.file, std::move(node.file));
    }
  }
}

void TrackedPaths::merge(TrackedPaths&& other) {
  if (other.empty()) return;
  merge_folders(root_, std::move(other.root_));
}

// One descent into the trees of another commit.
struct TrackedPaths::Move {
  ObjectStore& store;
  std::string prefix;  // The path of the folder at hand, with a final '/'.
  std::vector<Stray> strays;

  // What `tree` has in place of each node: an entry of the same kind. Both lists are sorted in the
  // same order, so one pass finds all.
  std::vector<std::optional<TreeEntry>> look_up(const std::vector<Node>& nodes,
                                                const ObjectId& tree) const {
    if (nodes.size() == 1 && nodes.front().folder) return {look_up(nodes.front(), tree)};
    std::vector<std::optional<TreeEntry>> found(nodes.size());
    const ObjectStore::Bytes bytes = store.read_tree(tree);
    TreeCursor cursor(bytes.view());
    std::size_t i = 0;
    while (i < nodes.size() && cursor.next()) {
      const bool is_folder = cursor.entry().kind() == EntryKind::kFolder;
      int order = -1;
      while (i < nodes.size() &&
             (order = compare_entry_names(nodes[i].name, nodes[i].folder != nullptr, cursor.name(),
                                          is_folder)) < 0) {
        ++i;
      }
      if (i < nodes.size() && order == 0) found[i++] = cursor.entry();
    }
    if (cursor.is_corrupt()) throw_corrupt_tree(tree);
    return found;
  }

  // The way down to where the paths part is that of many searches.
  std::optional<TreeEntry> look_up(const Node& folder, const ObjectId& tree) const {
    const auto id = store.find_folder_in(tree, folder.name);
    if (!id) return {};
    return TreeEntry{kFolderMode, *id};
  }

  // Whether the node goes along to the other commit, which has `there` in its place.
  bool keeps(Node& node, const std::optional<TreeEntry>& there) {
    if (node.folder) {
      const std::size_t size = prefix.size();
      prefix.append(node.name).push_back('/');
      move(*node.folder, there ? there->id : ObjectId{});
      prefix.resize(size);
      return !node.folder->nodes.empty();
    }
    if (node.file.entry == there) return true;
    strays.push_back({prefix + node.name, std::move(node.file), there});
    return false;
  }

  // `tree` is zero where the other commit lacks the folder.
  void move(Folder& folder, const ObjectId& tree) {
    if (folder.id == tree && !tree.is_zero()) return;
    folder.id = tree;
    const auto found = tree.is_zero() ? std::vector<std::optional<TreeEntry>>(folder.nodes.size())
                                      : look_up(folder.nodes, tree);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < folder.nodes.size(); ++i) {
      if (!keeps(folder.nodes[i], found[i])) continue;
      if (kept != i) folder.nodes[kept] = std::move(folder.nodes[i]);
      ++kept;
    }
    folder.nodes.erase(folder.nodes.begin() + static_cast<std::ptrdiff_t>(kept),
                       folder.nodes.end());
  }
};

std::vector<Stray> TrackedPaths::move_to(ObjectStore& store, const ObjectId& tree) {
  Move move{.store = store, .prefix = {}, .strays = {}};
  move.move(root_, tree);
  return std::move(move.strays);
}

void TrackedPaths::take_folder(Folder& folder, std::string& prefix, std::vector<Stray>& strays) {
  for (Node& node : folder.nodes) {
    if (node.folder) {
      const std::size_t size = prefix.size();
      prefix.append(node.name).push_back('/');
      take_folder(*node.folder, prefix, strays);
      prefix.resize(size);
    } else {
      strays.push_back({prefix + node.name, std::move(node.file), {}});
    }
  }
  folder.nodes.clear();
}

std::vector<Stray> TrackedPaths::take_all() {
  std::vector<Stray> strays;
  std::string prefix;
  take_folder(root_, prefix, strays);
  return strays;
}

}  // namespace l10n_drift
