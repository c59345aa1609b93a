#include "git/find_similar.h"

#include <algorithm>

namespace l10n_drift {
namespace {

using TreeHandle = std::unique_ptr<git_tree, Deleter<git_tree_free>>;
using DiffHandle = std::unique_ptr<git_diff, Deleter<git_diff_free>>;

TreeHandle find_tree(git_repository* objects, const ObjectId& id) {
  const git_oid oid = to_git(id);
  TreeHandle tree;
  check(git_tree_lookup(out(tree), objects, &oid), "tree {}", id.hex());
  return tree;
}

}  // namespace

std::vector<Rename> find_similar(StoreOf& store, const ObjectId& from, const ObjectId& to,
                                 int threshold) {
  const TreeHandle old_tree = find_tree(store.repository(), from);
  const TreeHandle new_tree = find_tree(store.repository(), to);
  DiffHandle diff;
  check(
      git_diff_tree_to_tree(out(diff), store.repository(), old_tree.get(), new_tree.get(), nullptr),
      "diff");
  git_diff_find_options options;
  check(git_diff_find_options_init(&options, GIT_DIFF_FIND_OPTIONS_VERSION), "options");
  options.flags = GIT_DIFF_FIND_RENAMES;
  options.rename_threshold = static_cast<std::uint16_t>(threshold);
  check(git_diff_find_similar(diff.get(), &options), "find_similar");
  std::vector<Rename> renames;
  for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
    const git_diff_delta* const delta = git_diff_get_delta(diff.get(), i);
    if (delta->status != GIT_DELTA_RENAMED) continue;
    renames.push_back({delta->old_file.path, delta->new_file.path, delta->similarity});
  }
  std::sort(renames.begin(), renames.end(),
            [](const Rename& a, const Rename& b) { return a.from < b.from; });
  return renames;
}

}  // namespace l10n_drift
