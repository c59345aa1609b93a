#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "markdown/page_blocks.h"

namespace l10n_drift {

enum class ChangeKind {
  kAdded,
  kRemoved,
  kChanged,  // Any difference in the source, be it a blank.
  kMoved,    // The same normal form at another place among its neighbours.
};

// The words of the JSON output: "added", "removed", "changed", "moved".
const char* to_string(ChangeKind kind);

// What happened to one block between two versions of a page; indices into their blocks.
struct BlockChange {
  ChangeKind kind;
  std::optional<std::size_t> old_index;  // Nothing of what was added.
  std::optional<std::size_t> new_index;  // Nothing of what was removed.
  bool operator==(const BlockChange&) const = default;
};

// Two versions of a page side by side.
struct PageDiff {
  // In the order of the new one; what was removed comes before what follows it. Each block of
  // either page is in at most one change, and a block in none is the same on both sides.
  std::vector<BlockChange> changes;
  std::vector<std::optional<std::size_t>> new_of;  // For each old block, what has become of it,
  std::vector<std::optional<std::size_t>> old_of;  // and for each new one what it was.
};

// The time grows about as the pages do.
PageDiff compare_pages(const PageBlocks& old_page, const PageBlocks& new_page);

}  // namespace l10n_drift
