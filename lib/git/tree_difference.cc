#include "git/tree_difference.h"

#include <utility>

namespace l10n_drift {
namespace {

// One side of the comparison: the entries of a folder, one after the other.
class Side {
 public:
  Side(ObjectStore& store, const std::optional<ObjectId>& tree) : tree_(tree) {
    if (!tree) return;
    bytes_.emplace(store.read_tree(*tree));
    cursor_.emplace(bytes_->view());
    next();
  }

  void next() {
    has_entry_ = cursor_->next();
    if (cursor_->is_corrupt()) throw_corrupt_tree(*tree_);
  }

  bool has_entry() const { return has_entry_; }
  std::string_view name() const { return cursor_->name(); }
  const TreeEntry& entry() const { return cursor_->entry(); }
  bool is_folder() const { return entry().kind() == EntryKind::kFolder; }

 private:
  std::optional<ObjectId> tree_;
  std::optional<ObjectStore::Bytes> bytes_;
  std::optional<TreeCursor> cursor_;
  bool has_entry_ = false;
};

// Which side comes first: negative for `a`, positive for `b`, 0 for both at once.
int compare(const Side& a, const Side& b) {
  if (!a.has_entry()) return 1;
  if (!b.has_entry()) return -1;
  return compare_entry_names(a.name(), a.is_folder(), b.name(), b.is_folder());
}

// Also an entry that only one side has.
bool differ(const Side* before, const Side* after) {
  return before == nullptr || after == nullptr || !(before->entry() == after->entry());
}

class Comparison {
 public:
  Comparison(ObjectStore& store, const FolderFilter& filter, const DifferenceVisitor& visit)
      : store_(store), filter_(filter), visit_(visit) {}

  void run(const std::optional<ObjectId>& before, const std::optional<ObjectId>& after) {
    visit_entries(store_, before, after,
                  [this](std::string_view name, const TreeEntry* old_entry,
                         const TreeEntry* new_entry) { go_into(name, old_entry, new_entry); });
  }

 private:
  // Either or both entries of a name, of the same kind as far as folders go.
  void go_into(std::string_view name, const TreeEntry* before, const TreeEntry* after) {
    const std::size_t size = path_.size();
    path_ += name;
    if ((before != nullptr ? before : after)->kind() == EntryKind::kFolder) {
      path_ += '/';
      const auto id = [](const TreeEntry* entry) {
        return entry != nullptr ? std::optional(entry->id) : std::nullopt;
      };
      if (filter_(path_)) run(id(before), id(after));
    } else {
      visit_(path_, before, after);
    }
    path_.resize(size);
  }

  ObjectStore& store_;
  const FolderFilter& filter_;
  const DifferenceVisitor& visit_;
  std::string path_;
};

}  // namespace

void visit_entries(ObjectStore& store, const std::optional<ObjectId>& before,
                   const std::optional<ObjectId>& after, const EntryVisitor& visit) {
  if (before == after) return;
  Side old_side(store, before);
  Side new_side(store, after);
  while (old_side.has_entry() || new_side.has_entry()) {
    const int order = compare(old_side, new_side);
    const Side* const old_one = order <= 0 ? &old_side : nullptr;
    const Side* const new_one = order >= 0 ? &new_side : nullptr;
    if (differ(old_one, new_one)) {
      visit((old_one != nullptr ? old_one : new_one)->name(),
            old_one != nullptr ? &old_one->entry() : nullptr,
            new_one != nullptr ? &new_one->entry() : nullptr);
    }
    if (order <= 0) old_side.next();
    if (order >= 0) new_side.next();
  }
}

void visit_differences(ObjectStore& store, const std::optional<ObjectId>& before,
                       const std::optional<ObjectId>& after, const FolderFilter& filter,
                       const DifferenceVisitor& visit) {
  Comparison(store, filter, visit).run(before, after);
}

TreeDifference compare_trees(ObjectStore& store, const std::optional<ObjectId>& before,
                             const std::optional<ObjectId>& after, const FolderFilter& filter) {
  TreeDifference difference;
  const auto visit = [&](const std::string& path, const TreeEntry* removed,
                         const TreeEntry* added) {
    if (removed != nullptr && added != nullptr) return;
    const TreeEntry& entry = removed != nullptr ? *removed : *added;
    if (entry.kind() != EntryKind::kFile) return;
    (removed != nullptr ? difference.removed : difference.added).push_back({path, entry});
  };
  visit_differences(store, before, after, filter, visit);
  return difference;
}

}  // namespace l10n_drift
