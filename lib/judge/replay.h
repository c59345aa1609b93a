#pragma once

#include <string_view>
#include <vector>

#include "git/objects.h"
#include "judge/page_cache.h"
#include "judge/pair_judge.h"
#include "judge/replay_history.h"

namespace l10n_drift {

// By its name; other files are only compared as a whole.
bool is_markdown(std::string_view path);

// Whether the pair can be looked into: both are Markdown, and it is outdated, or in sync by history
// alone.
bool can_replay(const Judged& pair);

// The blobs that Replay::run may read. `translation` is the page's blob on the branch.
std::vector<ObjectId> replayed_blobs(const ReplayHistory& history, const ObjectId& translation,
                                     const Judged& pair);

// Looks into pages block by block: fills in severity, alignment and what is stale, and makes a page
// that is in sync partially updated if its touches have left something open. For one thread.
class Replay {
 public:
  // The repository must outlive the object.
  explicit Replay(const Objects& objects) : objects_(objects), pages_(objects) {}

  // `pair` can be replayed. Without a history (`--since`) it is what changed since the baseline. A
  // page that can only be compared as a whole stays as it is.
  void run(const ReplayHistory& history, const ObjectId& translation, Judged& pair);

 private:
  const Objects& objects_;
  PageCache pages_;
};

}  // namespace l10n_drift
