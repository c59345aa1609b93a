#pragma once

#include <vector>

#include "markdown/block.h"

namespace l10n_drift {

// What a block of a translation says about a change of its source.
enum class Evidence {
  kDone,    // It has what came, and not what went.
  kUndone,  // The other way round.
  kSilent,  // Nothing came or went that translation leaves alone, or it is both.
};

// A change of a block of the source: `before` is null for one that was added. `around` are the
// blocks beside it now, to which a part of it may have gone.
struct BlockVersions {
  const Block* before = nullptr;
  const Block& after;
  std::vector<const Block*> around;
};

// `earlier` is the translated block as it was before it was touched; null if it was not.
Evidence weigh_change(const BlockVersions& change, const Block& translation, const Block* earlier);

}  // namespace l10n_drift
