#pragma once

#include <vector>

#include "git/objects.h"

namespace l10n_drift {

// A branch on its way into another one. See merged_trunks.cc.
struct Way {
  ObjectId branch;
  ObjectId target;
  std::vector<ObjectId> parted;  // Where their histories part, sorted.
};

// The commits of the trunks that were merged into the branch, and that its target lacks: the newest
// of each merge. `tips` are those of the branches that may be trunks. Empty in a shallow clone,
// which cannot tell.
std::vector<ObjectId> find_merged_trunks(const Objects& objects, const Way& way,
                                         std::vector<ObjectId> tips);

}  // namespace l10n_drift
