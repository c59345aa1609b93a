#pragma once

#include <cstddef>
#include <string>

#include "l10n_drift/render.h"

namespace l10n_drift {

// The stale blocks of a file, folded, in the Markdown of an issue: the lines that follow those of
// the file's list item, whose text begins in column `indent` (0-based). Empty without stale blocks,
// and if no details are asked for. Nothing may follow within the item, as it would be HTML.
std::string folded_stale_blocks(const FileReport& file, std::size_t indent, IssueDetails details);

}  // namespace l10n_drift
