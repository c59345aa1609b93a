#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace l10n_drift {

// A text line by line, and steps along a line.

// The page with LF for CRLF and CR, and without a byte order mark.
std::string unify_lines(std::string_view page);

// Takes the first line off `text`, and the '\n' that ends it. The line comes without that.
inline std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

// The lines from `first` to `last`, which are counted from 1, without the '\n' that ends the last.
std::string_view find_lines(std::string_view text, std::size_t first, std::size_t last);

// The text without a byte order mark at its head.
inline std::string_view without_byte_order_mark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  return text;
}

// The text without ASCII's blanks and line ends at both ends.
inline std::string_view trim_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n\v\f";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// The first place from `at` on where none of `characters` stands; the end of the text if there is
// none.
inline std::size_t skip_all(std::string_view text, std::size_t at, std::string_view characters) {
  return std::min(text.find_first_not_of(characters, at), text.size());
}

}  // namespace l10n_drift
