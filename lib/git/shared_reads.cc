#include "git/shared_reads.h"

#include <algorithm>

namespace l10n_drift {

std::optional<RawCommit> SharedReads::find_commit(const ObjectId& id) const {
  const std::lock_guard lock(mutex_);
  const Commit* const kept = commits_.find(id);
  if (kept == nullptr) return {};
  return RawCommit{.tree = kept->tree,
                   .parents = {kept->parents.begin(), kept->parents.begin() + kept->parent_count},
                   .time = kept->time,
                   .offset_minutes = kept->offset_minutes,
                   .is_cut = kept->is_cut};
}

void SharedReads::keep_commit(const ObjectId& id, const RawCommit& commit) {
  Commit kept{.tree = commit.tree,
              .parents = {},
              .parent_count = static_cast<std::uint8_t>(commit.parents.size()),
              .is_cut = commit.is_cut,
              .offset_minutes = commit.offset_minutes,
              .time = commit.time};
  if (commit.parents.size() > kept.parents.size()) return;
  std::copy(commit.parents.begin(), commit.parents.end(), kept.parents.begin());
  const std::lock_guard lock(mutex_);
  if (commits_.size() < kMostKept) commits_.add(id, kept);
}

SharedReads::Step SharedReads::find_step(const ObjectId& tree, std::string_view name) const {
  const std::lock_guard lock(mutex_);
  const auto folders = steps_.find(name);
  if (folders == steps_.end()) return {};
  const ObjectId* const folder = folders->second.find(tree);
  if (folder == nullptr) return {};
  return {true, folder->is_zero() ? std::nullopt : std::optional(*folder)};
}

void SharedReads::keep_step(const ObjectId& tree, std::string_view name,
                            const std::optional<ObjectId>& folder) {
  const std::lock_guard lock(mutex_);
  if (kept_steps_ >= kMostKept) return;
  auto folders = steps_.find(name);
  if (folders == steps_.end()) folders = steps_.try_emplace(std::string(name), memory_).first;
  const std::size_t before = folders->second.size();
  folders->second.add(tree, folder.value_or(ObjectId{}));
  kept_steps_ += folders->second.size() - before;
}

}  // namespace l10n_drift
