#pragma once

#include <vector>

#include "detection/page_diff.h"
#include "markdown/page_blocks.h"

namespace l10n_drift {

// How severe the change of one block is.
Severity severity_of(const Block& old_block, const Block& new_block);

// The same of any change. A block that was added or removed is substantive if a reader sees it; one
// that was moved is cosmetic, as it is equal in normal form: nothing in it is to be translated
// anew.
Severity severity_of(const BlockChange& change, const PageBlocks& old_page,
                     const PageBlocks& new_page);

// The greatest of all of them; cosmetic if there are none.
Severity severity_of(const std::vector<BlockChange>& changes, const PageBlocks& old_page,
                     const PageBlocks& new_page);

}  // namespace l10n_drift
