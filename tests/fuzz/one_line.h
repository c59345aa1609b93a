#pragma once

#include <string_view>

namespace l10n_drift {

// Requires of a text that people will read: that it is valid UTF-8, and has no line end, no other
// control character and no bidirectional control.
void require_one_line(std::string_view text);

}  // namespace l10n_drift
