// One walk for all files
// ======================
//
// For each translation we want its last touch: the commit that
//
//     git --literal-pathspecs log -1 --format=%H BRANCH -- TRANSLATION
//
// names, and further back where that commit changed nothing but a mode or a name. Asking git for
// each of a thousand files walks the history a thousand times.
//
// How git simplifies history for one path is local to a commit: if a parent has the path with the
// same entry, git goes on to the first such parent and looks at no other; if none has, this commit
// is the answer. So each file follows a single line through history, and its last touch does not
// depend on the order in which commits are visited. Dates cannot lead it astray.
//
//     o---A---M---o   main        M merges B: `x.md` is as in A, and goes on to A;
//          \ /                    `y.md` is as in B only, goes on to B, and B is its touch.
//           B
//
// All files start at the branch's commit as one set (tracked_paths.h). At each commit the set moves
// to the first parent as a whole; the few paths that differ there stray to another parent, or
// have found their touch. Files that reach a commit on different ways join again there.
//
// A commit is best visited when all its children have been, and so the pending ones wait in a queue
// by date. That is a matter of speed alone: a set that comes late, since a clock was wrong, makes
// its commit be visited once more. The walk ends with the last file's touch.
//
// What a touch is not:
//
// - A change of mode. If no parent has the same entry but one has the same blob, the file follows
//   the first of those.
// - A move. If no parent has the path, and one has the blob at another path that this commit
// removes,
//   wherever that is, the file goes on there, under its old name (file_moves.cc).
//
// A visitor may ask for the touches before. Then the file goes on to every parent, as `git log`
// does behind a commit that it shows; or to one, which makes a line of it. A file that the touch
// moved and edited at once goes on under its old name; in a partial clone it waits for that until
// all else is done, and git fetches what has to be compared in one batch. A parent that lacks the
// path is followed too, in search of a time before a deletion: absence is an entry like any other,
// and ends at the commit that deleted the file. A file goes on like this from each commit once:
// ways that fork and join again and again would else be walked once for each combination of them.
//
// A shallow clone ends at commits whose parents it lacks. What gets there is told as cut off: the
// commit may have touched it, or one behind.
//
// Cost: one commit read for each visited, and one tree for each folder on the way to a followed
// file whose id changed. A folder that nobody touched is never read.

#include <algorithm>
#include <utility>

#include "git/history_walk_impl.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kProgressInterval = 256;

}  // namespace

struct HistoryWalk::Visit {
  ObjectId id;
  RawCommit commit;
  std::vector<ObjectId> parent_trees;
  std::optional<FileMoves> moves;  // Once a stray asks for them.
};

HistoryWalk::HistoryWalk(ObjectStore& store, const Layout& layout, BlobAccess blobs,
                         const TouchVisitor& visit, const WalkProgress& progress)
    : store_(store),
      layout_(layout),
      blobs_(std::move(blobs)),
      visit_(visit),
      progress_(progress) {}

void HistoryWalk::run(const ObjectId& start, const std::vector<FollowedFile>& files) {
  resolved_.resize(files.size());
  has_forked_.resize(files.size());
  passed_names_.resize(files.size());
  goes_past_deletions_.resize(files.size());
  was_deleted_.resize(files.size());
  unresolved_ = files.size();
  for (std::size_t i = 0; i < files.size(); ++i) {
    follow(start, files[i].path, {files[i].entry, {i}});
  }
  visit_all();
  while (!waiting_.empty()) {
    blobs_.obtain();
    for (const Waiting& waiting : std::exchange(waiting_, {})) go_on_behind(waiting);
    visit_all();
  }
}

void HistoryWalk::visit_all() {
  while (!queue_.empty()) {
    const ObjectId id = queue_.top().id;
    queue_.pop();
    auto pending = pending_.extract(id);
    if (++visited_ % kProgressInterval == 0 && progress_) progress_(visited_, unresolved_);
    process(id, std::move(pending.mapped()));
  }
}

HistoryWalk::Pending& HistoryWalk::reach(const ObjectId& id) {
  const auto place = pending_.find(id);
  if (place != pending_.end()) return place->second;
  return pending_.emplace(id, Pending{store_.read_commit(id), {}, false}).first->second;
}

void HistoryWalk::enqueue(const ObjectId& id, Pending& pending) {
  if (std::exchange(pending.queued, true)) return;
  queue_.push({pending.commit.time, enqueued_++, id});
}

void HistoryWalk::follow(const ObjectId& parent, std::string_view path, TrackedFile file) {
  Pending& pending = reach(parent);
  pending.paths.add(path, std::move(file));
  enqueue(parent, pending);
}

void HistoryWalk::process(const ObjectId& id, Pending pending) {
  Visit visit{.id = id, .commit = std::move(pending.commit), .parent_trees = {}, .moves = {}};
  if (visit.commit.is_cut) return report_end(visit, pending.paths.take_all());
  const std::vector<ObjectId>& parents = visit.commit.parents;
  std::vector<Stray> strays;
  if (parents.empty()) {
    strays = pending.paths.take_all();
  } else {
    Pending& first = reach(parents.front());
    strays = pending.paths.move_to(store_, first.commit.tree);
    if (!pending.paths.empty()) {
      first.paths.merge(std::move(pending.paths));
      enqueue(parents.front(), first);
    }
  }
  if (strays.empty()) return;

  // What each parent has at the paths of the strays: there[stray][parent].
  std::sort(strays.begin(), strays.end(),
            [](const Stray& a, const Stray& b) { return a.path < b.path; });
  std::vector<std::string_view> paths;
  std::vector<std::vector<std::optional<TreeEntry>>> there;
  for (const Stray& stray : strays) {
    paths.emplace_back(stray.path);
    there.emplace_back();
    if (!parents.empty()) there.back().push_back(stray.there);
  }
  for (std::size_t k = 0; k < parents.size(); ++k) {
    visit.parent_trees.push_back(reach(parents[k]).commit.tree);
    if (k == 0) continue;
    const auto found = store_.find_entries(visit.parent_trees[k], paths);
    for (std::size_t i = 0; i < strays.size(); ++i) there[i].push_back(found[i]);
  }
  for (std::size_t i = 0; i < strays.size(); ++i) settle(visit, strays[i], there[i]);

  for (const ObjectId& parent : parents) {
    const auto place = pending_.find(parent);
    if (place != pending_.end() && !place->second.queued) pending_.erase(place);
  }
}

void HistoryWalk::settle(Visit& visit, Stray& stray,
                         const std::vector<std::optional<TreeEntry>>& there) {
  const std::vector<ObjectId>& parents = visit.commit.parents;
  const std::optional<TreeEntry>& here = stray.file.entry;
  for (std::size_t k = 0; k < parents.size(); ++k) {
    if (there[k] == here) return follow(parents[k], stray.path, std::move(stray.file));
  }
  if (!here) return follow_deleted(visit, stray, there);
  for (std::size_t k = 0; k < parents.size(); ++k) {
    if (!there[k] || there[k]->id != here->id) continue;
    stray.file.entry = there[k];
    return follow(parents[k], stray.path, std::move(stray.file));
  }
  const bool is_new =
      std::none_of(there.begin(), there.end(), [](const auto& entry) { return entry.has_value(); });
  if (is_new && follow_move(visit, stray)) return;
  report_touch(visit, stray, there);
}

FileMoves& HistoryWalk::moves_of(Visit& visit) const {
  if (!visit.moves) visit.moves.emplace(store_, layout_, visit.commit.tree, visit.parent_trees);
  return *visit.moves;
}

// Whether the stray is a translation, or was one later. Sources have no old names here.
bool HistoryWalk::is_translation(const Stray& stray) const {
  return !stray.file.source.empty() || layout_.is_translation(stray.path);
}

bool HistoryWalk::follow_move(Visit& visit, Stray& stray) {
  if (!is_translation(stray)) return false;
  const auto origin = moves_of(visit).find_same(stray.path, stray.file.entry->id);
  if (!origin) return false;
  for (const std::size_t file : stray.file.followers) passed_names_[file].push_back(stray.path);
  follow_origin(visit, stray, *origin, std::move(stray.file.followers));
  return true;
}

void HistoryWalk::follow_origin(Visit& visit, const Stray& stray, const FileOrigin& origin,
                                std::vector<std::size_t> followers) {
  std::string source;  // Empty where the layout tells it.
  if (!layout_.is_translation(origin.path)) {
    source = moves_of(visit).source_before(
        origin, stray.path,
        stray.file.source.empty() ? layout_.source_of(stray.path) : stray.file.source);
  }
  follow(visit.commit.parents[origin.parent], origin.path,
         {origin.entry, std::move(followers), std::move(source)});
}

// This commit deleted the file: all of its parents have it.
void HistoryWalk::follow_deleted(Visit& visit, Stray& stray,
                                 const std::vector<std::optional<TreeEntry>>& there) {
  const auto on_one_line =
      std::stable_partition(stray.file.followers.begin(), stray.file.followers.end(),
                            [&](std::size_t file) { return !goes_past_deletions_[file]; });
  std::vector<std::size_t> to_first(on_one_line, stray.file.followers.end());
  stray.file.followers.erase(on_one_line, stray.file.followers.end());
  fork(visit, stray, stray.file.followers, there);
  if (to_first.empty() || there.empty()) return;
  for (const std::size_t file : to_first) was_deleted_[file] = true;
  follow(visit.commit.parents.front(), stray.path,
         {there.front(), std::move(to_first), stray.file.source});
}

Onward HistoryWalk::tell(std::size_t file, const Touch& touch) {
  const Onward answer = visit_(file, touch);
  goes_past_deletions_[file] = answer == Onward::kPastDeletions;
  was_deleted_[file] = false;
  if (answer == Onward::kStop && !resolved_[file]) {
    resolved_[file] = true;
    --unresolved_;
  }
  return answer;
}

// What a shallow clone has of their history ends at this commit.
void HistoryWalk::report_end(const Visit& visit, const std::vector<Stray>& strays) {
  for (const Stray& stray : strays) {
    Touch touch = touch_at(visit, stray);
    touch.on_one_line = false;
    touch.is_cut = true;
    for (const std::size_t file : stray.file.followers) {
      touch.passed_names = std::exchange(passed_names_[file], {});
      tell(file, touch);
    }
  }
}

Touch HistoryWalk::touch_at(const Visit& visit, const Stray& stray) const {
  const TreeEntry entry = stray.file.entry.value_or(TreeEntry{});
  return {.commit = visit.id,
          .tree = visit.commit.tree,
          .time = visit.commit.time,
          .offset_minutes = visit.commit.offset_minutes,
          .blob = entry.id,
          .is_file = entry.kind() == EntryKind::kFile,
          .path = stray.path,
          .source = stray.file.source};
}

void HistoryWalk::report_touch(Visit& visit, Stray& stray,
                               const std::vector<std::optional<TreeEntry>>& there) {
  Touch touch = touch_at(visit, stray);
  std::vector<std::size_t> to_all;
  std::vector<std::size_t> to_first;
  std::vector<std::size_t> past_deletions;
  for (const std::size_t file : stray.file.followers) {
    touch.on_one_line = !has_forked_[file];
    touch.was_deleted_after = was_deleted_[file];
    touch.passed_names = std::exchange(passed_names_[file], {});
    const Onward answer = tell(file, touch);
    if (answer == Onward::kAllParents) to_all.push_back(file);
    if (answer == Onward::kFirstWithPath) to_first.push_back(file);
    if (answer == Onward::kPastDeletions) past_deletions.push_back(file);
  }
  if (to_all.empty() && to_first.empty() && past_deletions.empty()) return;
  const auto first =
      std::find_if(there.begin(), there.end(), [](const auto& entry) { return entry.has_value(); });
  if (first == there.end()) {
    stray.file.followers.clear();
    return go_on_behind({visit.id, std::move(stray), std::move(to_all), std::move(to_first),
                         std::move(past_deletions)},
                        visit);
  }
  to_first.insert(to_first.end(), past_deletions.begin(), past_deletions.end());
  if (!to_all.empty()) fork(visit, stray, to_all, there);
  if (to_first.empty()) return;
  follow(visit.commit.parents[static_cast<std::size_t>(first - there.begin())], stray.path,
         {*first, std::move(to_first), stray.file.source});
}

void HistoryWalk::go_on_behind(const Waiting& waiting) {
  Visit visit{.id = waiting.commit,
              .commit = store_.read_commit(waiting.commit),
              .parent_trees = {},
              .moves = {}};
  for (const ObjectId& parent : visit.commit.parents) {
    visit.parent_trees.push_back(store_.read_commit(parent).tree);
  }
  go_on_behind(waiting, visit);
}

// No parent has the path: under the name that the file had before it was moved and edited, if there
// is one.
void HistoryWalk::go_on_behind(Waiting waiting, Visit& visit) {
  const Stray& stray = waiting.stray;
  if (is_translation(stray) && !visit.commit.parents.empty()) {
    FileMoves& moves = moves_of(visit);
    if (!moves.can_find_edited(stray.path, blobs_.similarity, blobs_.want)) {
      waiting_.push_back(std::move(waiting));
      return;
    }
    if (const auto origin = moves.find_edited(stray.path)) {
      std::vector<std::size_t> followers = std::move(waiting.to_first);
      followers.insert(followers.end(), waiting.past_deletions.begin(),
                       waiting.past_deletions.end());
      for (const std::size_t file : waiting.to_all) {
        if (forked_.emplace(file, visit.id, stray.path).second) followers.push_back(file);
      }
      if (!followers.empty()) follow_origin(visit, stray, *origin, std::move(followers));
      return;
    }
  }
  const std::vector<std::optional<TreeEntry>> nowhere(visit.commit.parents.size());
  if (!waiting.to_all.empty()) fork(visit, stray, waiting.to_all, nowhere);
  if (waiting.past_deletions.empty() || visit.commit.parents.empty()) return;
  follow(visit.commit.parents.front(), stray.path,
         {{}, std::move(waiting.past_deletions), stray.file.source});
}

void HistoryWalk::fork(Visit& visit, const Stray& stray, const std::vector<std::size_t>& followers,
                       const std::vector<std::optional<TreeEntry>>& there) {
  std::vector<std::size_t> onward;
  for (const std::size_t file : followers) {
    if (forked_.emplace(file, visit.id, stray.path).second) onward.push_back(file);
  }
  if (onward.empty()) return;
  if (there.size() > 1) {
    for (const std::size_t file : onward) has_forked_[file] = true;
  }
  for (std::size_t k = 0; k < there.size(); ++k) {
    follow(visit.commit.parents[k], stray.path, {there[k], onward, stray.file.source});
  }
}

}  // namespace l10n_drift
