// Who removed a file
// ==================
//
// A file is gone, and git does not say since when. Its history is simplified as that of any other
// path, only that what stays the same is that it is missing: from a commit git goes on to the first
// parent that lacks the file, too, and where all parents have it, this commit removed it.
//
//     o---A-------M---N    `x` is missing in N, M and B, and is there in A.
//          `--B--'         N goes on to M, M to B, its only parent without x; B removed it.
//
// From most commits that leads to the first parent. So one line of first parents, read once, serves
// all files: each commit is compared with its first parent, and what it removed is noted, the
// newest commit for each path. Only where that is a merge, another parent may lack the file, and a
// line of its own begins there.
//
// Cost: each commit of the line is read once, and the trees on the way to the folder, if they
// changed; below it, the folders that differ. It is read as far as somebody asks, and no file has
// to be known before.

#include "git/removal_search.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "git/tree_difference.h"

namespace l10n_drift {

RemovalSearch::RemovalSearch(ObjectStore& store, const ObjectId& tip, std::string folder)
    : store_(store), tip_(tip), folder_(std::move(folder)) {
  line_from(tip_);
}

RemovalSearch::Place RemovalSearch::place_at(const ObjectId& commit) const {
  RawCommit raw = store_.read_commit(commit);
  return {commit, std::move(raw.parents), store_.find_folder(raw.tree, folder_)};
}

RemovalSearch::Line& RemovalSearch::line_from(const ObjectId& commit) {
  const auto [place, is_new] = lines_.try_emplace(commit);
  if (is_new) place->second.next = place_at(commit);
  return place->second;
}

// Compares the next commit of the line with its first parent. False if there is none.
bool RemovalSearch::read_on(Line& line) const {
  if (!line.next || line.next->parents.empty()) {
    line.next.reset();
    return false;
  }
  Place parent = place_at(line.next->parents.front());
  const std::string prefix = folder_.empty() ? folder_ : folder_ + '/';
  bool has_removed = false;
  visit_differences(
      store_, parent.folder, line.next->folder, [](std::string_view) { return true; },
      [&](const std::string& path, const TreeEntry*, const TreeEntry* after) {
        if (after == nullptr) line.newest.try_emplace(prefix + path, line.removers.size());
        has_removed |= after == nullptr;
      });
  if (has_removed) line.removers.push_back(*std::move(line.next));
  line.next = std::move(parent);
  return true;
}

bool RemovalSearch::read_on() { return read_on(line_from(tip_)); }

bool RemovalSearch::is_met(const std::string& path) const {
  return lines_.at(tip_).newest.contains(path);
}

bool RemovalSearch::has(const ObjectId& commit, const std::string& path) const {
  return store_.find_entries(store_.read_commit(commit).tree, {path}).front().has_value();
}

std::optional<Removal> RemovalSearch::find(const std::string& path) {
  ObjectId start = tip_;
  for (;;) {
    Line& line = line_from(start);
    while (!line.newest.contains(path) && read_on(line)) continue;
    const auto removal = line.newest.find(path);
    if (removal == line.newest.end()) return {};
    const Place& remover = line.removers[removal->second];
    const std::vector<ObjectId>& parents = remover.parents;
    const auto lacks = [&](const ObjectId& parent) { return !has(parent, path); };
    const auto other = std::find_if(std::next(parents.begin()), parents.end(), lacks);
    if (other == parents.end()) return Removal{remover.commit, parents.front()};
    start = *other;
  }
}

}  // namespace l10n_drift
