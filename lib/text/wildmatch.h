#pragma once

#include <string_view>

namespace l10n_drift {

// Whether one glob matches the whole of `text`, byte by byte and with case, as git matches a line
// of .gitignore: `*` and `?` stop at '/', `**` beside slashes does not, `[a-z]`, `[!a]`,
// `[[:alpha:]]`, and backslash before a character for itself. A pattern that is broken, such as
// "[a" or one that ends in a backslash, matches nothing.
//
// The time grows with pattern.size() * text.size(), never exponentially, whatever the pattern.
bool wildmatch(std::string_view pattern, std::string_view text);

}  // namespace l10n_drift
