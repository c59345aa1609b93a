#pragma once

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

}  // namespace l10n_drift
