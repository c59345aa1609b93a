#pragma once

#include "markdown/block.h"

namespace l10n_drift {

// Whether both blocks are lines in which tools or editors say when a page was made or changed, and
// differ in that date alone. Nobody translates such a line anew.
bool only_stamp_changed(const Block& old_block, const Block& new_block);

}  // namespace l10n_drift
