#pragma once

#include <optional>
#include <string>

#include "markdown/parsed_page.h"

namespace l10n_drift {

// Makes a page out of another version of it: the same as parse_page makes of its text alone. The
// lines of `text` end as unify_lines makes them end (text/lines.h). Nothing if the page has to be
// parsed whole.
std::optional<ParsedPage> reparse(const std::string& text, const ParsedPage& earlier);

}  // namespace l10n_drift
