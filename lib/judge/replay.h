#pragma once

#include <vector>

#include "git/objects.h"
#include "judge/page_cache.h"
#include "judge/pair_judge.h"
#include "judge/replay_history.h"
#include "judge/stale_block.h"

namespace l10n_drift {

// The blobs that Replay::run may read. `translation` is the page's blob on the branch.
std::vector<ObjectId> replayed_blobs(const ReplayHistory& history, const ObjectId& translation,
                                     const JudgedPair& pair);

// Looks into pages block by block: fills in severity, alignment and what is stale, and gives
// the pair the status that goes with it. For one thread.
class Replay {
 public:
  // The repository must outlive the object.
  Replay(const Objects& objects, StaleParts parts)
      : objects_(objects), pages_(objects), parts_(parts) {}

  // `pair` can be looked into (status.h). Without a history (`--since`) it is what changed since
  // the baseline. A page that can only be compared as a whole stays as it is.
  void run(const ReplayHistory& history, const ObjectId& translation, JudgedPair& pair);

 private:
  void look_into(const ReplayHistory& history, const ObjectId& translation, JudgedPair& pair);

  const Objects& objects_;
  PageCache pages_;
  StaleParts parts_;
};

}  // namespace l10n_drift
