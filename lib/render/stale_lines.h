#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/render.h"

namespace l10n_drift {

// Stale blocks below a page at a terminal, in columns: where, what, and under which heading; and
// below each what it says, if that is known. There are at most so many lines of the first kind, and
// those that are left are counted.
//
//     source 12                   list item added    Install the agent
//         is new: - Wait for the server.
//     source 7-9, translation 11  paragraph changed  (above the first heading)
//         was: Wait for 30 seconds.
//         is now: Wait for 60 seconds.
//     ... and 4 more
std::string stale_lines(const std::vector<StaleBlock>& blocks, std::size_t most, Color color);

}  // namespace l10n_drift
