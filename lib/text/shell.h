#pragma once

#include <string>
#include <string_view>

namespace l10n_drift {

// `word` as one argument on a command line that a reader copies: as it is where nothing in it means
// anything to a shell, else in single quotes, or as $'...' (bash, zsh, ksh) where it has bytes that
// could not be read or copied.
std::string shell_quote(std::string_view word);

}  // namespace l10n_drift
