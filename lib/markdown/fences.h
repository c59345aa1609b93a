#pragma once

#include <string_view>

namespace l10n_drift {

// The row of three or more backticks or tildes that a line begins with, behind blanks and signs of
// quotes; empty if there is none.
std::string_view fence_of(std::string_view line);

// Whether a line ends the code that `fence` began.
bool closes_fence(std::string_view line, std::string_view fence);

}  // namespace l10n_drift
