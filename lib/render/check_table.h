#pragma once

#include <string>

#include "l10n_drift/check.h"

namespace l10n_drift {

// What a check finds in many pages: a row for each folder of each language, with the numbers of
// what fails, of what is to be looked at, and of what was so before.

// In columns, for a terminal and for a log. No line begins with foreign text.
std::string check_table(const CheckReport& report);

// As Markdown.
std::string check_table_markdown(const CheckReport& report);

}  // namespace l10n_drift
