#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "git/objects.h"
#include "plan/pairs.h"

namespace l10n_drift {

// Finds renames of sources between a tree and the base's, once for each tree.
class SourceRenames {
 public:
  // `objects` must outlive the object.
  SourceRenames(const Objects& objects, const Pairs& pairs)
      : objects_(objects), layout_(pairs.plan.layout), base_(pairs.base.tree) {}

  // The path in `tree` of what is `source` in the base; nothing if `source` is no new name.
  std::optional<Rename> earlier_name(const ObjectId& tree, const std::string& source);

  // The path in the base of what is `source` in `tree`; nothing if it lives on nowhere.
  std::optional<Rename> later_name(const ObjectId& tree, const std::string& source);

  // Whether these questions can be answered now, as Renames::can_find.
  bool can_find(const ObjectId& tree, const std::string& source);

 private:
  Renames& between(const ObjectId& tree);
  bool has_sources(const ObjectId& tree) const;

  const Objects& objects_;
  const Layout& layout_;
  const ObjectId& base_;  // A tree.
  std::map<ObjectId, std::unique_ptr<Renames>> by_source_tree_;
};

}  // namespace l10n_drift
