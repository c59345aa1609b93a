#pragma once

#include <cstddef>
#include <string_view>

namespace l10n_drift {

// How many characters (code points) there are in valid UTF-8. That is what GitHub counts, and not
// bytes: an issue or a comment takes 65,536 characters at most, whatever they are.
std::size_t count_characters(std::string_view text);

}  // namespace l10n_drift
