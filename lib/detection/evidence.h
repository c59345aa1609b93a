#pragma once

#include <vector>

#include "markdown/block.h"

namespace l10n_drift {

// What a block of a translation says about a change of its source.
enum class Evidence {
  kDone,    // It has what came, and lacks what went.
  kUndone,  // It lacks what came, and has what went.
  kSilent,  // It tells neither, or both.
};

// A change of a block of the source. `before` is null if the block was added. `around` are the
// blocks beside it now, to which a part of it may have gone.
struct BlockVersions {
  const Block* before = nullptr;
  const Block& after;
  std::vector<const Block*> around;
};

// `translation` is a block of the translation, and `earlier` the same block as it was before the
// touch; null if it was not touched. See the essay in evidence.cc.
Evidence weigh_change(const BlockVersions& change, const Block& translation, const Block* earlier);

}  // namespace l10n_drift
