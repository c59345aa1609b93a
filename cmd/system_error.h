#pragma once

#include <string>

namespace l10n_drift {

// What the system says of an `errno`, as a message goes on with it: "no such file or directory".
std::string error_words(int code);

}  // namespace l10n_drift
