#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "markdown/block.h"
#include "markdown/page_kind.h"

namespace l10n_drift {

// The begin of a line above which the page may be cut (page_cuts.h), as nothing is open there and
// a block begins: what stands above and below can be parsed apart.
struct Joint {
  std::size_t line = 1;
  std::size_t at = 0;  // The offset in bytes.
  bool operator==(const Joint&) const = default;
};

struct FoundBlocks {
  std::vector<PlacedBlock> blocks;  // They have no anchors yet but those that are written.
  std::vector<Joint> joints;        // In the order of their lines; none but for Markdown.
};

// The blocks of a page, or of a part of one, in the order of their lines, which do not overlap; but
// in HTML, one may end in the line in which the next one begins. Markdown is CommonMark with
// GitHub's tables and footnotes, and with containers; MDX adds JSX to it; all may have front matter
// and Hugo's shortcodes. Any bytes are a page if their lines end as unify_lines makes them end
// (text/lines.h). What a reader never sees, such as a comment, is no block.
//
// Nothing for a page that would take unreasonable time (limits.h): it can only be compared as a
// whole. May be called from several threads.
std::optional<FoundBlocks> find_blocks(std::string_view text, PageKind kind);

}  // namespace l10n_drift
