#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

#include "baselines/source_steps.h"
#include "detection/grammar.h"
#include "detection/ledger.h"
#include "git/objects.h"
#include "judge/page_cache.h"
#include "judge/pair_judge.h"
#include "judge/replay_history.h"
#include "judge/stale_block.h"

namespace l10n_drift {

// A page whose touches are to be played again.
struct ReplayedPage {
  const ReplayHistory& history;
  ObjectId translation;  // Its blob on the branch.
  // Of a check: how many commits it asks about, and the source that counts for how the page stood
  // there; nothing if there is none.
  std::size_t commits_before = 0;
  std::optional<ObjectId> source_before = {};
  const SourceSteps* steps = nullptr;  // Of its source; null if all commits that changed it count.
};

// The ends of a replay: a pair that can be looked into has a kind for each.
struct PairVersions {
  PageVersion baseline;
  PageVersion source;  // At the base.
  PageVersion translation;
};

// One page, on its way through history. See playback.cc.
class Playback {
 public:
  // All must outlive the object. `pair` is what the page was judged to be so far.
  Playback(PageCache& pages, const Grammar& grammar, const ReplayedPage& page,
           const PairVersions& versions, JudgedPair& pair);

  // Plays all touches, and puts into the pair what is open in the end. A page that cannot be parsed
  // leaves it as it is.
  void run(StaleParts parts);

 private:
  // Each is false for a page that cannot be parsed.
  std::size_t last_touch() const;
  bool play();
  void count_versions();
  void remember(const ReplayedTouch& touch);
  bool go_back(const ReplayedTouch& touch);
  bool is_another_page(const ReplayedTouch& touch);
  bool begin(const ReplayedTouch& touch);
  bool go_on(const ReplayedTouch& touch, const PageVersion& source);
  TranslationChange next_translation(const PageVersion& next);
  void stand(const ReplayedTouch& touch);
  Standing standing();
  void compare_words();
  bool pass_ignored(const PageVersion& next, const ObjectId* touch);
  bool move_source(const PageVersion& next, const ObjectId* touch);
  bool pass_source(const PageVersion& next);
  void close(const ReviewedPlace& place);
  bool finish();
  bool play_reviews_since();
  bool advance(const PageVersion& next);
  bool finish_to(const PageVersion& next);
  void report(StaleParts parts);
  void describe_open(StaleParts parts);

  PageCache& pages_;
  const Grammar& grammar_;
  const ReplayedPage& page_;
  const ReplayHistory& history_;
  const PairVersions& versions_;
  JudgedPair& pair_;
  Ledger ledger_;
  std::optional<PageVersion> source_;  // At the touch that was played last.
  PageVersion translation_;
  SharedPage parsed_translation_;  // The version that was last needed.
  SharedPage base_;                // The newest pages.
  SharedPage branch_;
  Severity since_last_touch_ = Severity::kCosmetic;
  std::size_t step_ = 0;  // Where `source_` is among the steps of the source, or was last.

  // What was open at an earlier touch, for each version of the translation that comes back.
  struct Remembered {
    std::optional<PageVersion> source;
    std::vector<OpenChange> open;
    std::size_t step = 0;
  };
  std::map<PageVersion, Remembered> returning_;
  // What the page was at the commits that are asked about.
  std::map<std::size_t, PageVersion> stood_;
};

}  // namespace l10n_drift
