#pragma once

#include "values/object_id.h"

namespace l10n_drift {

// What the hexadecimal name of a commit stands for.
enum class CommitSearch {
  kFound,
  kMissing,    // No object has this name.
  kAmbiguous,  // More than one has it.
  kNoCommit,   // It is the name of something else, or no name at all.
};

struct NamedCommit {
  CommitSearch search = CommitSearch::kMissing;
  ObjectId commit;  // If it is found.
};

}  // namespace l10n_drift
