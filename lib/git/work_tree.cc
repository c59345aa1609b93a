#include <algorithm>
#include <cstddef>

#include "git/repository.h"
#include "git/repository_impl.h"

namespace l10n_drift {
namespace {

using StatusListHandle = std::unique_ptr<git_status_list, Deleter<git_status_list_free>>;

// Whether a program of the user's makes the file of the work tree from that of the commit, such as
// git-lfs. libgit2 runs none, and takes such a file for another one.
bool is_filtered(git_repository* repository, const char* path) {
  const char* value = nullptr;
  return git_attr_get(&value, repository, GIT_ATTR_CHECK_FILE_THEN_INDEX, path, "filter") == 0 &&
         git_attr_value(value) == GIT_ATTR_VALUE_STRING;
}

// What is not there is none that anybody has written.
std::optional<WorkTreeState> state_of(git_repository* repository, unsigned flags,
                                      const char* path) {
  constexpr unsigned kGone = GIT_STATUS_INDEX_DELETED | GIT_STATUS_WT_DELETED;
  constexpr unsigned kNew = GIT_STATUS_INDEX_NEW | GIT_STATUS_WT_NEW;
  constexpr unsigned kStaged = GIT_STATUS_INDEX_MODIFIED | GIT_STATUS_INDEX_TYPECHANGE;
  constexpr unsigned kChanged = GIT_STATUS_WT_MODIFIED | GIT_STATUS_WT_TYPECHANGE;
  if ((flags & kGone) != 0) return {};
  if ((flags & kNew) != 0) return WorkTreeState::kNew;
  if ((flags & kStaged) != 0) return WorkTreeState::kChanged;
  if ((flags & kChanged) == 0 || is_filtered(repository, path)) return {};
  return WorkTreeState::kChanged;
}

// To go through all folders for what nobody has added may take forever, if that is all of a disk.
unsigned depth_option(const std::vector<std::string>& places) {
  const bool has_root = std::find(places.begin(), places.end(), "") != places.end();
  return has_root ? 0U : static_cast<unsigned>(GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS);
}

}  // namespace

std::optional<ObjectId> Repository::checked_out() const {
  git_oid head;
  if (!work_tree()) return {};
  if (git_reference_name_to_id(&head, impl_->repository.get(), "HEAD") < 0) return {};
  return from_git(head);
}

std::vector<WorkTreeChange> Repository::work_tree_changes(
    const std::vector<std::string>& places) const {
  git_repository* const repository = impl_->repository.get();
  if (!work_tree() || places.empty()) return {};
  std::vector<std::string> copies = places;
  std::vector<char*> paths;
  for (std::string& copy : copies) paths.push_back(copy.data());
  git_status_options options;
  check(git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION), "cannot read the work tree");
  options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_EXCLUDE_SUBMODULES |
                  GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH | depth_option(places);
  if (std::find(places.begin(), places.end(), "") == places.end()) {
    options.pathspec = {paths.data(), paths.size()};
  }
  StatusListHandle list;
  // An index that cannot be read, say. Git will tell of it.
  if (git_status_list_new(out(list), repository, &options) < 0) return {};
  std::vector<WorkTreeChange> changes;
  for (std::size_t i = 0; i < git_status_list_entrycount(list.get()); ++i) {
    const git_status_entry* const entry = git_status_byindex(list.get(), i);
    const git_diff_delta* const delta =
        entry->head_to_index != nullptr ? entry->head_to_index : entry->index_to_workdir;
    const char* const path = delta->new_file.path;
    const auto state = state_of(repository, entry->status, path);
    if (state) changes.push_back({path, *state});
  }
  std::sort(changes.begin(), changes.end(),
            [](const WorkTreeChange& a, const WorkTreeChange& b) { return a.path < b.path; });
  return changes;
}

bool Repository::has_as_in(const std::string& path, const ObjectId& tree) const {
  const auto commit = checked_out();
  unsigned status = 0;
  if (!commit || git_status_file(&status, impl_->repository.get(), path.c_str()) < 0) return false;
  if (status != GIT_STATUS_CURRENT) return false;
  const auto there = objects().find_files(objects().read_commit(*commit).tree, {path}).front();
  const auto asked = objects().find_files(tree, {path}).front();
  return there && asked && there->id == asked->id;
}

}  // namespace l10n_drift
