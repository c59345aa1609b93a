#pragma once

#include <string>

namespace l10n_drift {

// The whole of a file, or of standard input for "-". Throws Error if it cannot be read.
std::string read_input(const std::string& path);

}  // namespace l10n_drift
