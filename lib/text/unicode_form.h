#pragma once

#include <string>
#include <string_view>

namespace l10n_drift {

// The text in Unicode's Normalization Form C, in which "é" is one character: macOS writes the names
// of files with two, the letter and the accent. What is no UTF-8 comes back as it is.
std::string to_nfc(std::string_view text);

}  // namespace l10n_drift
