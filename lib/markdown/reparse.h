#pragma once

#include <optional>
#include <string>

#include "markdown/parsed_page.h"

namespace l10n_drift {

// A page, out of another version of it: the same as parse_page makes of its text alone. `text` is
// as unify_lines makes it. Nothing if the page has to be parsed whole.
std::optional<ParsedPage> reparse(const std::string& text, const ParsedPage& earlier);

}  // namespace l10n_drift
