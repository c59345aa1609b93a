#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace l10n_drift {

// Matches one byte against the bracket expression of a glob that begins at `begin`, where
// pattern[begin] is '[': members, ranges (`a-z`), classes (`[:alpha:]`, ASCII whatever the locale),
// backslash escapes, `!` or `^` in front for all others. A ']' that stands first is a member.
//
// The offset after the closing ']' if the byte matches; nothing if it does not, or if the
// expression has no end or an unknown class.
std::optional<std::size_t> match_bracket(std::string_view pattern, std::size_t begin, char byte);

}  // namespace l10n_drift
