#pragma once

#include <cstddef>
#include <string_view>

namespace l10n_drift {

// The characters (code points) of valid UTF-8, which is what GitHub counts, and not bytes: 65,536
// of them are the most that an issue or a comment takes, whatever they are.
std::size_t count_characters(std::string_view text);

}  // namespace l10n_drift
