#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "git/clone.h"
#include "git/handles.h"
#include "git/meter.h"
#include "git/named_commit.h"
#include "git/raw_object.h"
#include "git/shared_reads.h"

namespace l10n_drift {

// Reads raw objects. Small trees are kept for a while, as a walk comes back to those of commits
// with several children; all else the callers read once, and libgit2 keeps the bases of deltas for
// itself.
//
// An object belongs to one thread. What is missing or corrupt in the repository is an Error that
// names it.
class ObjectStore {
 public:
  // The objects of `repository`, as `clone` has them. Tells `meter` of what it reads, and shares
  // it with all other stores of this repository by way of `shared`. All must outlive the object.
  ObjectStore(git_repository* repository, const Clone& clone, Meter& meter, SharedReads& shared);

  // An object's bytes, for as long as the object lives.
  class Bytes {
   public:
    explicit Bytes(OdbObjectHandle object) : object_(std::move(object)) {}
    Bytes share() const;
    std::string_view view() const {
      return {static_cast<const char*>(git_odb_object_data(object_.get())),
              git_odb_object_size(object_.get())};
    }

   private:
    OdbObjectHandle object_;
  };

  // A commit at which a shallow clone ends has no parents.
  RawCommit read_commit(const ObjectId& id);
  Bytes read_tree(const ObjectId& id);
  Bytes read_blob(const ObjectId& id) { return read(id, GIT_OBJECT_BLOB); }
  Bytes read_commit_bytes(const ObjectId& id) { return read(id, GIT_OBJECT_COMMIT); }

  // As Objects::find_commit.
  NamedCommit find_commit(std::string_view hex);

  // Whether an object is there, as far as `refresh` was told of.
  bool has(const ObjectId& id) const;

  // Looks for objects that have come since the repository was opened.
  void refresh();

  // The size of an object in bytes, for much less than it takes to read it.
  std::size_t read_size(const ObjectId& id);

  // The entries at `paths` below the tree `root`, in the order of `paths`, and nothing for a path
  // that has no entry. `paths` have to be sorted by their bytes: neighbours in one folder then
  // share the reading of it.
  std::vector<std::optional<TreeEntry>> find_entries(const ObjectId& root,
                                                     const std::vector<std::string_view>& paths);

  // The tree of the folder `name` directly in `tree`; nothing if there is none.
  std::optional<ObjectId> find_folder_in(const ObjectId& tree, std::string_view name);

  // The tree of a folder ("" for `root` itself); nothing if there is none.
  std::optional<ObjectId> find_folder(const ObjectId& root, std::string_view folder);

  Meter& meter() { return meter_; }

  // Throws what there is to say of an object that libgit2 answered for with `code`, if that is a
  // failure.
  void check_read(int code, const char* type, const ObjectId& id) const;

 private:
  Bytes read(const ObjectId& id, git_object_t type);
  void count(git_object_t type);

  // A tree that was read not long ago. Its id tells its place in the table, and the next tree with
  // the same place takes it over.
  struct KeptTree {
    ObjectId id;
    std::optional<Bytes> bytes;
  };
  static constexpr std::size_t kKeptTrees = 2048;
  static constexpr std::size_t kKeptSize = 2048;  // Larger ones, in bytes, are not kept.

  const Clone& clone_;
  OdbHandle odb_;
  std::vector<KeptTree> kept_trees_;
  Meter& meter_;
  SharedReads& shared_;
};

// Visits the entries of a tree. A corrupt tree is an Error that names it.
template <typename Visit>  // void(std::string_view name, const TreeEntry&)
void for_each_entry(ObjectStore& store, const ObjectId& tree, Visit&& visit);

[[noreturn]] void throw_corrupt_tree(const ObjectId& tree);

template <typename Visit>
void for_each_entry(ObjectStore& store, const ObjectId& tree, Visit&& visit) {
  const ObjectStore::Bytes bytes = store.read_tree(tree);
  TreeCursor cursor(bytes.view());
  while (cursor.next()) visit(cursor.name(), cursor.entry());
  if (cursor.is_corrupt()) throw_corrupt_tree(tree);
}

}  // namespace l10n_drift
