#pragma once

#include <string_view>

#include "l10n_drift/issue.h"

namespace l10n_drift {

// What shells make of a body on its way from GitHub to a file.

// Throws Error for what is not UTF-8. Letters that people wrote may be lost in it, and its markers
// cannot be found: whoever took it for a first body would lose all ids.
void check_encoding(const IssueText& text);

}  // namespace l10n_drift
