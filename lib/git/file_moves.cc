// Where a file was before
// =======================
//
// Git stores no moves. A commit that moves a page has a path which no parent has, and lacks another
// that a parent had:
//
//     before    site/en/a.md   site/ko/a.md
//                    |              |         one commit, the same blobs
//     after     content/en/a.md  content/ko/a.md
//
// The same blob settles it, wherever the old path was: a site may have come from a folder that no
// layout knows, or from another repository's place. Whoever goes on there finds older touches, and
// the source beside such a touch has the name that it had *there*. No layout tells that name; the
// commit does, as it moved the source as well. Where it did not, the two names of the pair mostly
// differ in one folder's, `en` and `ko`, and so they did before.
//
// A page that was moved and edited at once is found by the rule of rename_search.cc. That reads
// blobs, and so it is asked only by who goes on behind a touch.

#include "git/file_moves.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "git/unreadable_blob.h"
#include "site/sibling.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// What cannot be read is nobody's earlier life.
std::optional<Rename> find_rename(RenameSearch& search, const std::string& added) {
  try {
    return search.find_old_name(added);
  } catch (const UnreadableBlob&) {
    return {};
  }
}

}  // namespace

FileMoves::FileMoves(ObjectStore& store, const Layout& layout, const ObjectId& tree,
                     std::vector<ObjectId> parent_trees)
    : store_(store),
      layout_(layout),
      tree_(tree),
      parent_trees_(std::move(parent_trees)),
      differences_(parent_trees_.size()),
      searches_(parent_trees_.size()) {}

const TreeDifference& FileMoves::difference(std::size_t parent) {
  std::optional<TreeDifference>& known = differences_[parent];
  if (!known) {
    known =
        compare_trees(store_, parent_trees_[parent], tree_, [](std::string_view) { return true; });
  }
  return *known;
}

std::optional<FileOrigin> FileMoves::find_same(const std::string& translation,
                                               const ObjectId& blob) {
  const std::vector<std::string> sources = layout_.is_translation(translation)
                                               ? layout_.sources_of(translation)
                                               : std::vector<std::string>();
  const auto is_own_source = [&](const std::string& path) {
    return std::find(sources.begin(), sources.end(), path) != sources.end();
  };
  const auto rank = [&](const TreeFile& file) {
    return std::tuple(!layout_.is_translation(file.path),
                      file_name(file.path) != file_name(translation), std::string_view(file.path));
  };
  const TreeFile* best = nullptr;
  std::size_t best_parent = 0;
  for (std::size_t k = 0; k < parent_trees_.size(); ++k) {
    for (const TreeFile& file : difference(k).removed) {
      if (file.entry.id != blob || is_own_source(file.path)) continue;
      if (best != nullptr && rank(file) >= rank(*best)) continue;
      best = &file;
      best_parent = k;
    }
  }
  if (best == nullptr) return {};
  return FileOrigin{best_parent, best->path, best->entry};
}

bool FileMoves::can_find_edited(const std::string& translation, Similarity& similarity,
                                const RenameSearch::Want& want) {
  bool can_find = true;
  for (std::size_t k = 0; k < parent_trees_.size(); ++k) {
    if (!searches_[k]) {
      TreeDifference pages = difference(k);
      for (std::vector<TreeFile>* const files : {&pages.removed, &pages.added}) {
        std::erase_if(*files,
                      [this](const TreeFile& file) { return layout_.is_source(file.path); });
      }
      searches_[k] = std::make_unique<RenameSearch>(similarity, std::move(pages), want);
    }
    can_find = searches_[k]->can_find(translation) && can_find;
  }
  return can_find;
}

std::optional<FileOrigin> FileMoves::find_edited(const std::string& translation) {
  for (std::size_t k = 0; k < parent_trees_.size(); ++k) {
    const auto rename = find_rename(*searches_[k], translation);
    if (!rename) continue;
    const auto entry = store_.find_entries(parent_trees_[k], {rename->from}).front();
    if (entry) return FileOrigin{k, rename->from, *entry};
  }
  return {};
}

std::string FileMoves::source_before(const FileOrigin& origin, const std::string& translation,
                                     const std::string& source) {
  const auto is_there = [&](const std::string& path) {
    const auto entry = store_.find_entries(parent_trees_[origin.parent], {path}).front();
    return entry && entry->kind() == EntryKind::kFile;
  };
  const auto sibling = sibling_path(origin.path, translation, source);
  if (const auto now = store_.find_entries(tree_, {source}).front(); now && !is_there(source)) {
    const TreeFile* best = nullptr;
    const auto rank = [&](const TreeFile& file) {
      return std::tuple(file.path != sibling, file_name(file.path) != file_name(source),
                        std::string_view(file.path));
    };
    for (const TreeFile& file : difference(origin.parent).removed) {
      if (file.entry.id != now->id || file.path == origin.path) continue;
      if (best == nullptr || rank(file) < rank(*best)) best = &file;
    }
    if (best != nullptr) return best->path;
  }
  if (sibling && is_there(*sibling)) return *sibling;
  return source;
}

}  // namespace l10n_drift
