#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "markdown/block.h"

namespace l10n_drift {

// The blocks of a page in CommonMark with GitHub's tables, footnotes, front matter and Hugo's
// shortcodes, in the order of their lines, which do not overlap. Lines may end in LF, CRLF or CR; a
// byte order mark is skipped. Any bytes are a page. What a reader never sees, such as a comment, is
// no block.
//
// Nothing for a page that would take unreasonable time (limits.h): it can only be compared as a
// whole. May be called from several threads.
std::optional<std::vector<Block>> parse_blocks(std::string_view page);

// The same in two steps, for who knows a part of the blocks already.
struct FoundBlocks {
  std::vector<Block> blocks;        // Without sections, and with no anchors but written ones.
  std::vector<std::size_t> joints;  // Lines with a heading at which nothing else is open: what
                                    // stands above and below can be parsed apart.
};

// `text` is as unify_lines makes it.
std::optional<FoundBlocks> find_blocks(std::string_view text);

// Gives headings their anchors, and all blocks the heading that they stand under.
void name_sections(std::vector<Block>& blocks);

}  // namespace l10n_drift
