#pragma once

#include <string_view>

#include "markdown/parsed_page.h"

namespace l10n_drift {

// The blocks of a page that can be parsed.
inline PageBlocks blocks_of(std::string_view page) { return parse_page(page).value().blocks; }

}  // namespace l10n_drift
