#include <algorithm>
#include <utility>

#include "git/objects.h"
#include "git/objects_impl.h"

namespace l10n_drift {
namespace {

BlobHandle find_blob(git_repository* repository, ObjectStore& store, const ObjectId& id) {
  const git_oid oid = to_git(id);
  BlobHandle blob;
  store.meter().count_blob();
  store.check_read(git_blob_lookup(out(blob), repository, &oid), "blob", id);
  return blob;
}

git_diff_options default_options() {
  git_diff_options options;
  check(git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION), "cannot compare files");
  return options;
}

struct BlobPatch {
  BlobHandle from;
  BlobHandle to;
  PatchHandle patch;

  bool is_binary() const {
    return (git_patch_get_delta(patch.get())->flags & GIT_DIFF_FLAG_BINARY) != 0;
  }
};

BlobPatch make_patch(git_repository* repository, ObjectStore& store, const ObjectId& from,
                     const ObjectId& to, const git_diff_options& options) {
  BlobPatch result{find_blob(repository, store, from), find_blob(repository, store, to), nullptr};
  check(git_patch_from_blobs(out(result.patch), result.from.get(), nullptr, result.to.get(),
                             nullptr, &options),
        "cannot compare '{}' and '{}'", from.hex(), to.hex());
  return result;
}

// The hunks of a patch as git prints them: libgit2 begins with a header of its own, and leaves
// blanks at the end of an "@@" line where git cuts them.
std::string hunks_of(std::string_view patch) {
  std::string hunks;
  bool in_hunks = false;
  while (!patch.empty()) {
    const std::size_t size = std::min(patch.find('\n'), patch.size() - 1) + 1;
    std::string_view line = patch.substr(0, size);
    patch.remove_prefix(size);
    const bool is_hunk_header = line.starts_with("@@");
    in_hunks = in_hunks || is_hunk_header;
    if (!in_hunks) continue;
    if (is_hunk_header) {
      hunks.append(line.substr(0, line.find_last_not_of(" \t\r\n") + 1)).push_back('\n');
    } else {
      hunks.append(line);
    }
  }
  return hunks;
}

std::string print_hunks(git_patch* patch) {
  git_buf buffer = GIT_BUF_INIT;
  check(git_patch_to_buf(&buffer, patch), "cannot print a change");
  std::string hunks = hunks_of({buffer.ptr, buffer.size});
  git_buf_dispose(&buffer);
  return hunks;
}

BlobDrift count(const BlobPatch& patch) {
  BlobDrift drift;
  if (patch.is_binary()) {
    drift.binary = {.baseline = static_cast<std::uint64_t>(git_blob_rawsize(patch.from.get())),
                    .base = static_cast<std::uint64_t>(git_blob_rawsize(patch.to.get()))};
    return drift;
  }
  check(git_patch_line_stats(nullptr, &drift.lines.insertions, &drift.lines.deletions,
                             patch.patch.get()),
        "cannot count lines");
  return drift;
}

}  // namespace

BlobDrift Objects::drift(const ObjectId& from, const ObjectId& to) const {
  git_diff_options options = default_options();
  options.context_lines = 0;
  return count(make_patch(impl_->objects.get(), *impl_->store, from, to, options));
}

BlobDiff Objects::diff(const ObjectId& from, const ObjectId& to) const {
  git_diff_options options = default_options();
  options.flags |= GIT_DIFF_INDENT_HEURISTIC;
  const BlobPatch patch = make_patch(impl_->objects.get(), *impl_->store, from, to, options);
  BlobDiff diff{.drift = count(patch), .hunks = {}};
  if (patch.is_binary()) return diff;
  diff.hunks = print_hunks(patch.patch.get());
  return diff;
}

std::string Objects::diff_texts(const std::string& from, const std::string& to) const {
  git_diff_options options = default_options();
  options.flags |= GIT_DIFF_INDENT_HEURISTIC | GIT_DIFF_FORCE_TEXT;
  PatchHandle patch;
  check(git_patch_from_buffers(out(patch), from.data(), from.size(), nullptr, to.data(), to.size(),
                               nullptr, &options),
        "cannot compare texts");
  return print_hunks(patch.get());
}

}  // namespace l10n_drift
