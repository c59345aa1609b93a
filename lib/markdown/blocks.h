#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "markdown/block.h"

namespace l10n_drift {

struct FoundBlocks {
  std::vector<PlacedBlock> blocks;  // With no anchors but written ones.
  std::vector<std::size_t> joints;  // Lines with a heading at which nothing else is open: what
                                    // stands above and below can be parsed apart.
};

// The blocks of a page, or of a part of one, in CommonMark with GitHub's tables, footnotes, front
// matter and Hugo's shortcodes, in the order of their lines, which do not overlap. Any bytes are a
// page if their lines end as unify_lines makes them. What a reader never sees, such as a comment,
// is no block.
//
// Nothing for a page that would take unreasonable time (limits.h): it can only be compared as a
// whole. May be called from several threads.
std::optional<FoundBlocks> find_blocks(std::string_view text);

}  // namespace l10n_drift
