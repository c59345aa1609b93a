#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "baselines/baseline_search.h"
#include "baselines/source_renames.h"
#include "baselines/source_successors.h"
#include "baselines/touches.h"
#include "git/objects.h"
#include "judge/channel.h"
#include "judge/counting.h"
#include "judge/page_cache.h"
#include "judge/pair_judge.h"
#include "judge/replay_history.h"
#include "plan/pairs.h"

namespace l10n_drift {

// Where a follower leaves what it finds.
struct Followed {
  std::vector<JudgedPair>& judged;  // One for each page.
  Counting& counting;               // Gets what is outdated.
  ReplayHistories& histories;       // Gets all touches, with `Granularity::kBlock`.
};

// Goes from touches to judged pairs, and hands on what is to be counted. For one thread. See
// follower.cc.
class Follower {
 public:
  // All must outlive the object.
  Follower(const Objects& objects, const Pairs& pairs, const Followed& followed);

  // Follows all touches that come, until the channel is closed. If it is abandoned, what has been
  // found is of no use.
  void follow(Channel<CommitTouches>& channel);

  // The same for a revision (`--since`), in place of all touches.
  void follow_revision(const ResolvedRevision& since);

 private:
  std::optional<CommitTouches> next(Channel<CommitTouches>& channel);
  CommitTouches look_up_sources(CommitTouches touches) const;
  void expect_successors(const CommitTouches& touches);
  void finish();
  void settle();
  void judge_settled();
  bool follow_lost_early();
  void follow_lost_sources();
  void judge(std::size_t page);
  void judge_followed(std::size_t page);
  void want_blobs_to_read() const;

  const Objects& objects_;
  const Pairs& pairs_;
  Followed followed_;
  SourceRenames renames_;
  SourceSuccessors successors_;
  BaselineSearch search_;
  PairJudge judge_;
  PageCache text_pages_;               // For where the texts of lost sources are.
  std::vector<std::size_t> lost_;      // Settled pages whose source the base lacks: to be followed.
  std::vector<std::size_t> waiting_;   // Settled pages that wait for blobs.
  std::vector<JudgedPair*> outdated_;  // Not handed on to be counted yet.
};

}  // namespace l10n_drift
