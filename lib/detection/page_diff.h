#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "markdown/page_blocks.h"

namespace l10n_drift {

// What happened to one block between two versions of a page: it was changed, be it by a blank, or
// moved to another place among its neighbours. The indices are those of the blocks of either page.
struct BlockChange {
  std::optional<std::size_t> old_index;  // Nothing if the block was added.
  std::optional<std::size_t> new_index;  // Nothing if it was removed.
  bool operator==(const BlockChange&) const = default;
};

// Two versions of a page side by side.
struct PageDiff {
  // In the order of the new page. What was removed comes before what followed it. Each block of
  // either page is in at most one change, and a block in none is the same on both sides.
  std::vector<BlockChange> changes;
  // For each old block the new one that it has become, and the other way round.
  std::vector<std::optional<std::size_t>> new_of;
  std::vector<std::optional<std::size_t>> old_of;
};

// The time grows about as the pages do.
PageDiff compare_pages(const PageBlocks& old_page, const PageBlocks& new_page);

}  // namespace l10n_drift
