#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "baselines/baseline_search.h"
#include "baselines/recorded_commits.h"
#include "baselines/reviewed_sources.h"
#include "baselines/source_renames.h"
#include "baselines/source_steps.h"
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
  StepsOfSources& steps;            // Gets what commits that do not count made of sources.
};

// The blobs that a follower reads before the first touch comes: of the translations, which may name
// the commit that they were made from. Each once; none if nobody asks for that. In a partial clone
// they have to be there when it begins, as the walk on another thread fetches, too.
std::vector<ObjectId> blobs_with_records(const Pairs& pairs);

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
  void read_records();
  const PageHistory& history(std::size_t page) const;
  void apply_reviews();
  void add_reviews(std::size_t page, const std::vector<ReviewedSource>& reviews);
  bool is_after(const ReviewedSource& reviewed, const ReplayedTouch& touch) const;
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
  RecordedCommits recorded_;
  BaselineSearch search_;
  PairJudge judge_;
  PageCache text_pages_;              // For where the texts of lost sources are.
  std::vector<std::size_t> lost_;     // Settled pages whose source the base lacks: to be followed.
  std::vector<std::size_t> waiting_;  // Settled pages that wait for blobs.
  std::vector<std::size_t> to_review_;  // Settled pages with reviews.
  std::map<std::size_t, std::vector<ReviewedSource>> reviews_;
  std::map<std::size_t, PageHistory> reviewed_;  // What reviews made of the histories of pages.
  std::vector<JudgedPair*> outdated_;            // Not handed on to be counted yet.
};

}  // namespace l10n_drift
