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
// uses libgit2's measure (similarity.h) and asks for fewer pairs. A pair is a rename unless a
// better pair with one of its two files is one:
//
//     removed   a.md     c.md     e.md      What became of a.md? Its best pair is b.md, with 80 %.
//                | \62    | 90    | 95      Does b.md have a better one? No: that is it. Had d.md
//                |80 \    |       |         been its best, c.md would come first there, as long as
//     added     b.md  `- d.md    f.md       c.md had no better one in its turn. And so on.
//
// Three things differ from git, as people are told to move or to remove pages by what is found:
//
// - Of pages, what stands below the front matter is compared: titles and weights look alike all
// over
//   a site. Where two pages have little such text in common, stubs that only list what is in their
//   folder, the whole files are compared, and they have to be the same page by their names or by
//   their folders' as well (are_related).
// - A page whose text was rewritten while it got another format (`index.md` in place of
//   `index.html`) is still the page of that name.
// - What cannot be versions of one file, a picture and a page, is not compared, and so never read.
//
// Each step goes on to a better pair, so that this ends. It costs the comparisons of one file with
// all of the other tree for each file on the way, most often two, and e.md and f.md are none of
// them. Signatures of blobs are kept over all trees.

#include "git/rename_search.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "git/unreadable_blob.h"
#include "text/file_kind.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr int kThreshold = 50;  // Per cent, as `git diff -M` has it.

// Bytes below the front matter that two pages have to have in common, so that these alone tell: two
// lines or three.
constexpr std::size_t kEnoughText = 160;

std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.size() - file_name(path).size());
}

template <typename File>
File* find_file(std::vector<File>& files, const std::string& path) {
  const auto place =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const File& file, const std::string& key) { return file.path < key; });
  return place != files.end() && place->path == path ? &*place : nullptr;
}

template <typename File>
void take(File& from, File& to, int similarity) {
  from.rename = to.rename = Rename{from.path, to.path, similarity};
}

}  // namespace

RenameSearch::RenameSearch(Similarity& similarity, TreeDifference difference, Want want)
    : similarity_(similarity),
      want_(std::move(want)),
      removed_(to_files(std::move(difference.removed), false)),
      added_(to_files(std::move(difference.added), true)) {
  take_same_blobs();
}

std::vector<RenameSearch::File> RenameSearch::to_files(std::vector<TreeFile> files, bool is_added) {
  std::vector<File> found;
  for (TreeFile& file : files) {
    File next;
    next.path = std::move(file.path);
    next.blob = file.entry.id;
    next.is_added = is_added;
    found.push_back(std::move(next));
  }
  return found;
}

// Pairs of the same blob: those of the same file name first, then in the order of paths.
void RenameSearch::take_same_blobs() {
  std::unordered_map<ObjectId, std::vector<File*>> by_blob;
  for (File& file : added_) by_blob[file.blob].push_back(&file);
  for (const bool same_name : {true, false}) {
    for (File& from : removed_) {
      const auto targets = by_blob.find(from.blob);
      if (from.rename || targets == by_blob.end()) continue;
      const auto to =
          std::find_if(targets->second.begin(), targets->second.end(), [&](const File* file) {
            return !file->rename && (!same_name || file_name(file->path) == file_name(from.path));
          });
      if (to == targets->second.end()) continue;
      take(from, **to, 100);
      moved_folders_.emplace(folder_of(from.path), folder_of((*to)->path));
    }
  }
}

// Whether names say that two files are one page: the page's name is the same, or the folder was
// renamed, as other files of it show.
bool RenameSearch::are_related(std::string_view removed, std::string_view added) const {
  if (page_name(removed) == page_name(added)) return true;
  return file_name(removed) == file_name(added) &&
         moved_folders_.contains({folder_of(removed), folder_of(added)});
}

// In per cent; 0 for files that are not the same. An error names the file that cannot be read.
int RenameSearch::similarity(const File& removed, const File& added) const {
  if (!may_be_one_file(removed.path, added.path)) return 0;
  try {
    return measure(removed, added);
  } catch (const UnreadableBlob& error) {
    throw error.at(error.blob() == removed.blob ? removed.path : added.path);
  }
}

int RenameSearch::measure(const File& removed, const File& added) const {
  const bool are_pages =
      file_kind(removed.path) == FileKind::kPage && file_kind(added.path) == FileKind::kPage;
  if (!are_pages) return similarity_.compare(removed.blob, added.blob).percent;
  const Alike bodies = similarity_.compare_bodies(removed.blob, added.blob);
  const bool are_stubs = bodies.smaller < kEnoughText;
  if (bodies.common < kEnoughText && (are_stubs || bodies.percent >= kThreshold) &&
      !are_related(removed.path, added.path)) {
    return 0;
  }
  if (!are_stubs) return bodies.percent;
  return similarity_.compare(removed.blob, added.blob).percent;
}

// The pairs of a file with all that may still be its rename.
std::vector<RenameSearch::Pair> RenameSearch::compare_all(const File& file) {
  std::vector<Pair> pairs;
  const std::vector<File>& own = file.is_added ? added_ : removed_;
  const std::vector<File>& others = file.is_added ? removed_ : added_;
  const auto index = static_cast<std::size_t>(&file - own.data());
  for (std::size_t other = 0; other < others.size(); ++other) {
    if (others[other].rename) continue;
    const int similarity = file.is_added ? this->similarity(others[other], file)
                                         : this->similarity(file, others[other]);
    if (similarity < kThreshold) continue;
    pairs.push_back(file.is_added ? Pair{similarity, index, other}
                                  : Pair{similarity, other, index});
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

// Finds the rename of a file, unless it is a pair that comes after `limit`.
void RenameSearch::settle(File& file, const std::optional<Pair>& limit) {
  if (file.rename) return;
  if (!file.pairs) file.pairs = compare_all(file);
  while (!file.rename && file.next < file.pairs->size()) {
    const Pair pair = (*file.pairs)[file.next];
    if (limit && !(pair < *limit)) return;
    File& other = file.is_added ? removed_[pair.removed] : added_[pair.added];
    settle(other, pair);
    if (other.rename) {
      ++file.next;
    } else {
      File& from = removed_[pair.removed];
      File& to = added_[pair.added];
      take(from, to, similarity_.compare(from.blob, to.blob).percent);
    }
  }
}

// A page of the same name in the same folder, in another format: `index.md` for `index.html`. Null
// if there is none, or more than one.
RenameSearch::File* RenameSearch::other_format(const File& file) {
  if (file_kind(file.path) != FileKind::kPage) return nullptr;
  File* found = nullptr;
  for (File& other : file.is_added ? removed_ : added_) {
    if (file_kind(other.path) != FileKind::kPage) continue;
    if (folder_of(other.path) != folder_of(file.path)) continue;
    if (page_name(other.path) != page_name(file.path)) continue;
    settle(other, {});
    if (other.rename) continue;
    if (std::exchange(found, &other) != nullptr) return nullptr;
  }
  return found;
}

std::optional<Rename> RenameSearch::find(std::vector<File>& files, const std::string& path) {
  File* const file = find_file(files, path);
  if (file == nullptr) return {};
  settle(*file, {});
  if (file->rename) return file->rename;
  File* const other = other_format(*file);
  if (other == nullptr) return {};
  File& from = file->is_added ? *other : *file;
  File& to = file->is_added ? *file : *other;
  take(from, to, similarity_.compare(from.blob, to.blob).percent);
  return file->rename;
}

std::optional<Rename> RenameSearch::find_old_name(const std::string& added) {
  return find(added_, added);
}

std::optional<Rename> RenameSearch::find_new_name(const std::string& removed) {
  return find(removed_, removed);
}

bool RenameSearch::can_find(const std::string& path) {
  if (!want_) return true;
  const File* file = find_file(added_, path);
  if (file == nullptr) file = find_file(removed_, path);
  if (file == nullptr || file->rename) return want_({});
  const auto may_be_compared = [&](const File& other) {
    return !other.rename && may_be_one_file(other.path, path);
  };
  const std::vector<File>& others = file->is_added ? removed_ : added_;
  if (std::none_of(others.begin(), others.end(), may_be_compared)) return true;
  std::vector<ObjectId> blobs;
  for (const std::vector<File>* const files : {&removed_, &added_}) {
    for (const File& other : *files) {
      if (may_be_compared(other)) blobs.push_back(other.blob);
    }
  }
  return want_(blobs);
}

}  // namespace l10n_drift
