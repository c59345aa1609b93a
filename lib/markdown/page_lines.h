#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "markdown/block.h"

namespace l10n_drift {

// Whether the line in which a block ends may be the one in which the next one begins.
enum class SharedLines { kNone, kSome };

// Puts blocks in the order of their lines, lets none reach into the next, by more than a line that
// they may share, or end in blank lines, and gives each its source. Their lines are counted from
// the first of `body` before the call, and after it from the first of a page that has `above` more
// lines on top.
//
// Returns where each line of `body` begins, and where one after the last would.
std::vector<std::size_t> settle_lines(std::vector<PlacedBlock>& blocks, std::string_view body,
                                      std::size_t above, SharedLines shared = SharedLines::kNone);

}  // namespace l10n_drift
