#pragma once

#include <algorithm>
#include <string_view>

#include "text/ascii.h"

namespace l10n_drift {

// Whether the text can be the name of a commit, in full or abbreviated: 7 to 64 hexadecimal digits.
inline bool is_commit_name(std::string_view text) {
  return text.size() >= 7 && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
           return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f');
         });
}

}  // namespace l10n_drift
