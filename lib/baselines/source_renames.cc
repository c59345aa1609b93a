#include "baselines/source_renames.h"

#include <string_view>

namespace l10n_drift {

Renames& SourceRenames::between(const ObjectId& tree) {
  const std::string& root = layout_.source_root();
  const auto folder = objects_.find_folder(tree, root);
  std::unique_ptr<Renames>& renames = by_source_tree_[folder.value_or(tree)];
  if (renames) return *renames;
  if (folder) {
    renames = objects_.renames(tree, base_, root, [this](std::string_view path) {
      return layout_.match_source(path).has_value();
    });
  } else {
    // The site was somewhere else, and so were its sources.
    renames = objects_.renames(tree, base_, "", [this](std::string_view path) {
      return !layout_.match_translation(path);
    });
  }
  return *renames;
}

std::optional<Rename> SourceRenames::earlier_name(const ObjectId& tree, const std::string& source) {
  const auto phase = objects_.measure(Phase::kRenames);
  return between(tree).find_old_name(source);
}

std::optional<Rename> SourceRenames::later_name(const ObjectId& tree, const std::string& source) {
  const auto phase = objects_.measure(Phase::kRenames);
  return between(tree).find_new_name(source);
}

bool SourceRenames::can_find(const ObjectId& tree, const std::string& source) {
  const auto phase = objects_.measure(Phase::kRenames);
  return between(tree).can_find(source);
}

}  // namespace l10n_drift
