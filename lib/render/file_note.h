#pragma once

#include <string>

#include "l10n_drift/report.h"

namespace l10n_drift {

// What else is to be said of a file in a table, on one line: "3 open changes; a copy of the
// source". Empty if there is nothing.
std::string file_note(const FileReport& file);

}  // namespace l10n_drift
