#include "baselines/source_renames.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace l10n_drift {

Renames& SourceRenames::between(const ObjectId& tree) {
  const std::string& root = layout_.source_root();
  const auto folder = objects_.find_folder(tree, root);
  std::unique_ptr<Renames>& renames = by_source_tree_[folder.value_or(tree)];
  if (renames) return *renames;
  if (folder && has_sources(tree)) {
    renames = objects_.renames(tree, base_, root,
                               [this](std::string_view path) { return layout_.is_source(path); });
  } else {
    // The site was somewhere else, and so were its sources.
    renames = objects_.renames(
        tree, base_, "", [this](std::string_view path) { return !layout_.is_translation(path); });
  }
  return *renames;
}

// Where the folder of the sources is theirs alone, it tells; else it may have other files only.
bool SourceRenames::has_sources(const ObjectId& tree) const {
  if (layout_.rules().size() == 1 && !layout_.overlaps()) return true;
  const std::vector<TreeFile> files = objects_.list_files(tree, layout_.source_root());
  return std::any_of(files.begin(), files.end(),
                     [this](const TreeFile& file) { return layout_.is_source(file.path); });
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
