#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "git/file_moves.h"
#include "git/history_walk.h"
#include "git/rename_search.h"
#include "git/similarity.h"
#include "git/tracked_paths.h"

namespace l10n_drift {

// The walk; see the essay in history_walk.cc. An object does one walk.
class HistoryWalk {
 public:
  // What compares blobs, and waits for those that a partial clone lacks.
  struct BlobAccess {
    Similarity& similarity;
    RenameSearch::Want want;       // As Objects::want; empty if all blobs are there.
    std::function<void()> obtain;  // As Objects::obtain_wanted.
  };

  HistoryWalk(ObjectStore& store, const Layout& layout, BlobAccess blobs, const TouchVisitor& visit,
              const WalkProgress& progress);

  void run(const ObjectId& start, const std::vector<FollowedFile>& files);

 private:
  struct Pending {
    RawCommit commit;
    TrackedPaths paths;
    bool queued = false;
  };
  struct QueueEntry {
    std::int64_t time;
    std::uint64_t order;
    ObjectId id;
    bool operator<(const QueueEntry& other) const {
      return time != other.time ? time < other.time : order > other.order;
    }
  };
  struct Visit;  // One commit with its parents, while it is being processed.
  // A touch that no parent has the path of, and who wants to go on behind it.
  struct Waiting {
    ObjectId commit;
    Stray stray;
    std::vector<std::size_t> to_all;
    std::vector<std::size_t> to_first;
    std::vector<std::size_t> past_deletions;
  };

  void visit_all();

  Pending& reach(const ObjectId& id);
  void enqueue(const ObjectId& id, Pending& pending);
  void follow(const ObjectId& parent, std::string_view path, TrackedFile file);
  void process(const ObjectId& id, Pending pending);
  void settle(Visit& visit, Stray& stray, const std::vector<std::optional<TreeEntry>>& there);
  FileMoves& moves_of(Visit& visit) const;
  bool is_translation(const Stray& stray) const;
  bool follow_move(Visit& visit, Stray& stray);
  void follow_origin(Visit& visit, const Stray& stray, const FileOrigin& origin,
                     std::vector<std::size_t> followers);
  Touch touch_at(const Visit& visit, const Stray& stray) const;
  void report_touch(Visit& visit, Stray& stray, const std::vector<std::optional<TreeEntry>>& there);
  void go_on_behind(const Waiting& waiting);
  void go_on_behind(Waiting waiting, Visit& visit);
  void report_end(const Visit& visit, const std::vector<Stray>& strays);
  void follow_deleted(Visit& visit, Stray& stray,
                      const std::vector<std::optional<TreeEntry>>& there);
  void fork(Visit& visit, const Stray& stray, const std::vector<std::size_t>& followers,
            const std::vector<std::optional<TreeEntry>>& there);
  Onward tell(std::size_t file, const Touch& touch);

  ObjectStore& store_;
  const Layout& layout_;
  BlobAccess blobs_;
  const TouchVisitor& visit_;
  const WalkProgress& progress_;
  std::unordered_map<ObjectId, Pending> pending_;
  std::priority_queue<QueueEntry> queue_;
  std::uint64_t enqueued_ = 0;
  std::size_t visited_ = 0;
  std::size_t unresolved_ = 0;
  std::vector<bool> resolved_;
  std::vector<bool> has_forked_;
  std::vector<std::vector<std::string>> passed_names_;  // Since the last touch that was told of.
  std::vector<bool> goes_past_deletions_;  // What the file's visitor has asked for last.
  std::vector<bool> was_deleted_;          // Since the touch that the visitor was told of last.
  std::set<std::tuple<std::size_t, ObjectId, std::string>> forked_;  // File, commit and path.
  std::vector<Waiting> waiting_;
};

}  // namespace l10n_drift
