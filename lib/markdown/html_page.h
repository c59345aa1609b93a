#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "markdown/block.h"

namespace l10n_drift {

// The blocks of a page in HTML, or of a part of one, without front matter. Their lines are counted
// from the first of `body`, and are to be settled (page_lines.h). Nothing for a page that would
// take unreasonable time or memory. See html_page.cc.
std::optional<std::vector<PlacedBlock>> find_html_blocks(std::string_view body);

}  // namespace l10n_drift
