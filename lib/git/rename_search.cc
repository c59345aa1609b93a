// Renames, as far as they are asked for
// =====================================
//
// Git knows of no renames: it has one tree with `a.md` and another with `b.md`, and somebody has to
// judge whether they are the same page. The rule is git's and libgit2's: files that only one tree
// has are compared with those that only the other has; the same blob settles it; else the most
// similar pair of at least 50 % is a rename, then the most similar of what is left.
//
// libgit2's git_diff_find_similar does this for all files of two trees at once, and compares every
// pair, some repeatedly: 300 removed and 300 added files are 90,000 pairs and up, for each of the
// many trees that a report asks about, while the question is about one or two names. So this class
// uses libgit2's measure (similarity.h) and asks for fewer pairs. A pair can only be lost to
// another pair with one of its two files, so that what decides about a name are the files that are
// connected with it by pairs of 50 % and more:
//
//     removed   a.md     c.md     e.md       Who asks for b.md gets a.md, c.md and d.md into the
//                | \62    | 90     |         comparison, not e.md and f.md: c.md goes to d.md with
//                |80 \    |        | 70      90 %, a.md to b.md with 80 %.
//     added     b.md  `- d.md     f.md
//
// Exploring such a group costs a row of comparisons for each of its files; signatures of blobs are
// kept over all trees.

#include "git/rename_search.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr int kThreshold = 50;  // Per cent, as `git diff -M` has it.

template <typename File>
File* find_file(std::vector<File>& files, const std::string& path) {
  const auto place =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const File& file, const std::string& key) { return file.path < key; });
  return place != files.end() && place->path == path ? &*place : nullptr;
}

}  // namespace

RenameSearch::RenameSearch(Similarity& similarity, TreeDifference difference)
    : similarity_(similarity) {
  for (TreeFile& file : difference.removed) {
    removed_.push_back({std::move(file.path), file.entry.id, false, {}});
  }
  for (TreeFile& file : difference.added) {
    added_.push_back({std::move(file.path), file.entry.id, false, {}});
  }
  take_same_blobs();
}

void RenameSearch::take(File& from, File& to, int similarity) {
  from.rename = to.rename = Rename{from.path, to.path, similarity};
  from.explored = to.explored = true;
}

// Pairs of the same blob: those of the same file name first, then in the order of paths.
void RenameSearch::take_same_blobs() {
  std::map<ObjectId, std::vector<File*>> by_blob;
  for (File& file : added_) by_blob[file.blob].push_back(&file);
  for (const bool same_name : {true, false}) {
    for (File& from : removed_) {
      const auto targets = by_blob.find(from.blob);
      if (from.explored || targets == by_blob.end()) continue;
      const auto to =
          std::find_if(targets->second.begin(), targets->second.end(), [&](const File* file) {
            return !file->explored && (!same_name || file_name(file->path) == file_name(from.path));
          });
      if (to != targets->second.end()) take(from, **to, 100);
    }
  }
}

void RenameSearch::compare(std::size_t removed, std::size_t added, std::set<Pair>& pairs) {
  const File& from = removed_[removed];
  const File& to = added_[added];
  if (from.rename || to.rename) return;
  const int similarity = similarity_.percent(from.blob, to.blob);
  if (similarity >= kThreshold) pairs.insert({similarity, added, removed});
}

// Finds the renames of these files, and of all that are connected with them.
void RenameSearch::explore(std::vector<std::size_t> added, std::vector<std::size_t> removed) {
  std::set<Pair> pairs;
  while (!added.empty() || !removed.empty()) {
    const bool is_added = !added.empty();
    std::vector<std::size_t>& queue = is_added ? added : removed;
    const std::size_t file = queue.back();
    queue.pop_back();
    if (std::exchange((is_added ? added_ : removed_)[file].explored, true)) continue;
    std::set<Pair> found;
    const std::size_t others = is_added ? removed_.size() : added_.size();
    for (std::size_t other = 0; other < others; ++other) {
      is_added ? compare(other, file, found) : compare(file, other, found);
    }
    for (const Pair& pair : found) {
      is_added ? removed.push_back(pair.removed) : added.push_back(pair.added);
    }
    pairs.merge(found);
  }
  for (const Pair& pair : pairs) {
    File& from = removed_[pair.removed];
    File& to = added_[pair.added];
    if (!from.rename && !to.rename) take(from, to, pair.similarity);
  }
}

std::optional<Rename> RenameSearch::find_old_name(const std::string& added) {
  File* const file = find_file(added_, added);
  if (file == nullptr) return {};
  if (!file->explored) explore({static_cast<std::size_t>(file - added_.data())}, {});
  return file->rename;
}

std::optional<Rename> RenameSearch::find_new_name(const std::string& removed) {
  File* const file = find_file(removed_, removed);
  if (file == nullptr) return {};
  if (!file->explored) explore({}, {static_cast<std::size_t>(file - removed_.data())});
  return file->rename;
}

std::vector<Rename> RenameSearch::find_all() {
  std::vector<Rename> renames;
  for (const File& file : removed_) {
    auto rename = find_new_name(file.path);
    if (rename) renames.push_back(*std::move(rename));
  }
  return renames;
}

}  // namespace l10n_drift
