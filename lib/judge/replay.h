#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "baselines/source_steps.h"
#include "detection/grammar.h"
#include "git/objects.h"
#include "judge/page_cache.h"
#include "judge/pair_judge.h"
#include "judge/playback.h"
#include "judge/replay_history.h"
#include "judge/stale_block.h"
#include "plan/pairs.h"

namespace l10n_drift {

// One of `pairs.translations`, by its index; `history` is its own. Both it and `steps` must outlive
// the answer.
ReplayedPage replayed_page(const Pairs& pairs, std::size_t page, const ReplayHistory& history,
                           const StepsOfSources& steps);

// The blobs that Replay::run may read.
std::vector<ObjectId> replayed_blobs(const ReplayedPage& page, const JudgedPair& pair);

// Looks into pages block by block: fills in severity, alignment and what is stale, and gives
// the pair the status that goes with it. For one thread.
class Replay {
 public:
  // The repository must outlive the object. `baseline_keys` are those of the configuration.
  Replay(const Objects& objects, std::string_view source_language, StaleParts parts,
         std::vector<std::string> baseline_keys = {})
      : objects_(objects),
        pages_(objects),
        grammar_(source_language),
        parts_(parts),
        baseline_keys_(std::move(baseline_keys)) {}

  // `pair` can be looked into (status.h). Without a history (`--since`) it is what changed since
  // the baseline. A page that can only be compared as a whole stays as it is.
  void run(const ReplayedPage& page, JudgedPair& pair);

 private:
  void look_into(const ReplayedPage& page, JudgedPair& pair);

  const Objects& objects_;
  PageCache pages_;
  Grammar grammar_;
  StaleParts parts_;
  std::vector<std::string> baseline_keys_;
};

}  // namespace l10n_drift
