#pragma once

#include "markdown/block.h"
#include "markdown/page_blocks.h"

namespace l10n_drift {

// Whether a page has other words than before, in any of its blocks: see below.
bool has_new_words(const PageBlocks& before, const PageBlocks& after);

// Whether a block of a translation has other words than before, and not only other code, numbers,
// names or targets of links, which whoever changes them changes in all languages alike. `before` is
// null for a block that is new.
bool has_new_words(const Block* before, const Block& after);

}  // namespace l10n_drift
