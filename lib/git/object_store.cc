#include "git/object_store.h"

#include <algorithm>

#include "git/unreadable_blob.h"

namespace l10n_drift {
namespace {

const char* type_name(git_object_t type) { return git_object_type2string(type); }

// Looks up a run of sorted paths, folder by folder.
class EntryFinder {
 public:
  EntryFinder(ObjectStore& store, const std::vector<std::string_view>& paths)
      : store_(store), paths_(paths), found_(paths.size()) {}

  std::vector<std::optional<TreeEntry>> run(const ObjectId& root) {
    search(root, 0, paths_.size(), 0);
    return std::move(found_);
  }

 private:
  // Looks up paths_[begin, end), all of which agree before byte `at`, below the folder `tree`.
  void search(const ObjectId& tree, std::size_t begin, std::size_t end, std::size_t at) {
    if (const auto name = common_folder(begin, end, at)) {
      const auto folder = store_.find_folder_in(tree, *name);
      if (folder) search(*folder, begin, end, at + name->size() + 1);
      return;
    }
    for_each_entry(store_, tree, [&](std::string_view name, const TreeEntry& entry) {
      if (entry.kind() == EntryKind::kFolder) {
        const auto [first, last] = paths_below(name, begin, end, at);
        if (first < last) search(entry.id, first, last, at + name.size() + 1);
      } else {
        const std::size_t i = find_file(name, begin, end, at);
        if (i < end) found_[i] = entry;
      }
    });
  }

  // The folder that all these paths lie in, as they are sorted: the first and the last do.
  std::optional<std::string_view> common_folder(std::size_t begin, std::size_t end,
                                                std::size_t at) const {
    const std::string_view first = paths_[begin].substr(at);
    const std::size_t size = first.find('/');
    if (size == std::string_view::npos) return {};
    if (!paths_[end - 1].substr(at).starts_with(first.substr(0, size + 1))) return {};
    return first.substr(0, size);
  }

  // The range of paths that continue with `name` and a '/'.
  std::pair<std::size_t, std::size_t> paths_below(std::string_view name, std::size_t begin,
                                                  std::size_t end, std::size_t at) const {
    folder_.assign(name).push_back('/');
    const auto first = std::lower_bound(
        paths_.begin() + static_cast<std::ptrdiff_t>(begin),
        paths_.begin() + static_cast<std::ptrdiff_t>(end), std::string_view(folder_),
        [at](std::string_view path, std::string_view key) { return path.substr(at) < key; });
    auto last = first;
    while (last != paths_.begin() + static_cast<std::ptrdiff_t>(end) &&
           last->substr(at).starts_with(folder_)) {
      ++last;
    }
    return {static_cast<std::size_t>(first - paths_.begin()),
            static_cast<std::size_t>(last - paths_.begin())};
  }

  // The path that ends with `name`, or `end`. A path that stands twice is found at its first place.
  std::size_t find_file(std::string_view name, std::size_t begin, std::size_t end,
                        std::size_t at) const {
    const auto place = std::lower_bound(
        paths_.begin() + static_cast<std::ptrdiff_t>(begin),
        paths_.begin() + static_cast<std::ptrdiff_t>(end), name,
        [at](std::string_view path, std::string_view key) { return path.substr(at) < key; });
    const auto i = static_cast<std::size_t>(place - paths_.begin());
    return i < end && place->substr(at) == name ? i : end;
  }

  ObjectStore& store_;
  const std::vector<std::string_view>& paths_;
  std::vector<std::optional<TreeEntry>> found_;
  mutable std::string folder_;
};

}  // namespace

void throw_corrupt_tree(const ObjectId& tree) {
  throw Error(fmt::format("corrupt repository: '{}' is no valid tree", tree.hex()),
              "git fsck --full");
}

ObjectStore::ObjectStore(git_repository* repository, const Clone& clone, Meter& meter,
                         SharedReads& shared)
    : clone_(clone), kept_trees_(kKeptTrees), meter_(meter), shared_(shared) {
  check(git_repository_odb(out(odb_), repository), "cannot open the object database");
}

void ObjectStore::check_read(int code, const char* type, const ObjectId& id) const {
  if (code >= 0) return;
  const std::string reason = last_git_error();
  const bool is_blob = std::string_view(type) == "blob";
  if (is_blob && code != GIT_ENOTFOUND) throw UnreadableBlob(id, "cannot be read: " + reason);
  if (is_blob && !clone_.is_partial()) throw UnreadableBlob(id, "is missing");
  if (code != GIT_ENOTFOUND) {
    throw Error(fmt::format("corrupt repository: cannot read {} '{}': {}", type, id.hex(), reason),
                "git fsck --full");
  }
  if (clone_.is_partial()) {
    throw Error(fmt::format("the clone is partial: it lacks {} '{}'", type, id.hex()),
                clone_.fetch_all);
  }
  throw Error(fmt::format("corrupt repository: {} '{}' is missing", type, id.hex()),
              "git fsck --full");
}

void ObjectStore::count(git_object_t type) {
  switch (type) {
    case GIT_OBJECT_COMMIT:
      return meter_.count_commit();
    case GIT_OBJECT_TREE:
      return meter_.count_tree();
    default:
      return meter_.count_blob();
  }
}

ObjectStore::Bytes ObjectStore::read(const ObjectId& id, git_object_t type) {
  count(type);
  const git_oid oid = to_git(id);
  OdbObjectHandle object;
  check_read(git_odb_read(out(object), odb_.get(), &oid), type_name(type), id);
  const git_object_t found = git_odb_object_type(object.get());
  if (found != type) {
    throw Error(fmt::format("corrupt repository: '{}' is a {} where a {} is expected", id.hex(),
                            type_name(found), type_name(type)),
                "git fsck --full");
  }
  return Bytes(std::move(object));
}

ObjectStore::Bytes ObjectStore::Bytes::share() const {
  OdbObjectHandle object;
  check(git_odb_object_dup(out(object), object_.get()), "cannot share an object");
  return Bytes(std::move(object));
}

ObjectStore::Bytes ObjectStore::read_tree(const ObjectId& id) {
  KeptTree& kept = kept_trees_[std::hash<ObjectId>()(id) % kKeptTrees];
  if (kept.bytes && kept.id == id) return kept.bytes->share();
  Bytes bytes = read(id, GIT_OBJECT_TREE);
  if (bytes.view().size() <= kKeptSize) kept = {id, bytes.share()};
  return bytes;
}

bool ObjectStore::has(const ObjectId& id) const {
  const git_oid oid = to_git(id);
  return git_odb_exists_ext(odb_.get(), &oid, GIT_ODB_LOOKUP_NO_REFRESH) == 1;
}

NamedCommit ObjectStore::find_commit(std::string_view hex) {
  git_oid prefix;
  const bool is_name = hex.size() >= GIT_OID_MINPREFIXLEN && hex.size() <= ObjectId::kHexSize &&
                       git_oid_fromstrn(&prefix, hex.data(), hex.size()) == 0;
  if (!is_name) return {CommitSearch::kNoCommit, {}};
  git_oid found;
  const int code = git_odb_exists_prefix(&found, odb_.get(), &prefix, hex.size());
  if (code == GIT_EAMBIGUOUS) return {CommitSearch::kAmbiguous, {}};
  if (code != 0) return {CommitSearch::kMissing, {}};
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  const ObjectId id = from_git(found);
  check_read(git_odb_read_header(&size, &type, odb_.get(), &found), "commit", id);
  if (type != GIT_OBJECT_COMMIT) return {CommitSearch::kNoCommit, {}};
  return {CommitSearch::kFound, id};
}

void ObjectStore::refresh() { check(git_odb_refresh(odb_.get()), "cannot read the new objects"); }

std::size_t ObjectStore::read_size(const ObjectId& id) {
  const git_oid oid = to_git(id);
  std::size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  check_read(git_odb_read_header(&size, &type, odb_.get(), &oid), "blob", id);
  return size;
}

RawCommit ObjectStore::read_commit(const ObjectId& id) {
  if (auto known = shared_.find_commit(id)) return *std::move(known);
  auto commit = parse_commit(read_commit_bytes(id).view());
  if (!commit) {
    throw Error(fmt::format("corrupt repository: '{}' is no valid commit", id.hex()),
                "git fsck --full");
  }
  if (clone_.boundary.contains(id)) {
    // Git lists a root, too, if it lies just at the depth.
    commit->is_cut = !commit->parents.empty();
    commit->parents.clear();
  }
  shared_.keep_commit(id, *commit);
  return *std::move(commit);
}

std::vector<std::optional<TreeEntry>> ObjectStore::find_entries(
    const ObjectId& root, const std::vector<std::string_view>& paths) {
  if (paths.empty()) return {};
  return EntryFinder(*this, paths).run(root);
}

std::optional<ObjectId> ObjectStore::find_folder_in(const ObjectId& tree, std::string_view name) {
  if (const auto known = shared_.find_step(tree, name); known.is_known) return known.folder;
  std::optional<ObjectId> folder;
  const Bytes bytes = read_tree(tree);
  TreeCursor cursor(bytes.view());
  while (!folder && cursor.next()) {
    const bool is_it = cursor.name() == name && cursor.entry().kind() == EntryKind::kFolder;
    if (is_it) folder = cursor.entry().id;
  }
  if (cursor.is_corrupt()) throw_corrupt_tree(tree);
  shared_.keep_step(tree, name, folder);
  return folder;
}

std::optional<ObjectId> ObjectStore::find_folder(const ObjectId& root, std::string_view folder) {
  ObjectId id = root;
  while (!folder.empty()) {
    const std::string_view name = folder.substr(0, folder.find('/'));
    folder.remove_prefix(std::min(name.size() + 1, folder.size()));
    const auto next = find_folder_in(id, name);
    if (!next) return {};
    id = *next;
  }
  return id;
}

}  // namespace l10n_drift
