#pragma once

#include <vector>

#include "detection/grammar.h"
#include "detection/page_diff.h"
#include "markdown/page_blocks.h"

namespace l10n_drift {

// Whether a reader would not notice the change of one block.
bool is_cosmetic(const Block& old_block, const Block& new_block);

// The same of any change. One that was moved is equal in normal form: nothing in it is to be
// translated anew.
bool is_cosmetic(const BlockChange& change, const PageBlocks& old_page, const PageBlocks& new_page);

// How severe the change of one block is. `grammar` is of the language that both are in.
Severity severity_of(const Block& old_block, const Block& new_block, const Grammar& grammar);

// The same of any change. A block that was added or removed is substantive if a reader sees it.
Severity severity_of(const BlockChange& change, const PageBlocks& old_page,
                     const PageBlocks& new_page, const Grammar& grammar);

// The greatest of all of them; cosmetic if there are none.
Severity severity_of(const std::vector<BlockChange>& changes, const PageBlocks& old_page,
                     const PageBlocks& new_page, const Grammar& grammar);

}  // namespace l10n_drift
