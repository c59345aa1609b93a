#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace l10n_drift {

// Stands for what was cut off.
inline constexpr char kEllipsis[] = "\u2026";

// `text`, or the first `most` of its characters and an ellipsis. A character is a code point, or a
// byte that is not UTF-8; what readers take for one, such as a letter and its accent, is not cut in
// two.
std::string cut_text(std::string_view text, std::size_t most);

// `text` without the blanks in front of its first line, as far as the other lines have them, too.
std::string without_margin(std::string_view text);

// Two versions of a text, each cut in the same way. Where they first differ behind the first three
// quarters of that length, what they share is cut off, too, so that the difference can be seen.
struct CutVersions {
  std::string before;
  std::string after;
};
CutVersions cut_versions(std::string_view before, std::string_view after, std::size_t most);

}  // namespace l10n_drift
