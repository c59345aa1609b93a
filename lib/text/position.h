#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace l10n_drift {

// Where something stands in a text, as editors count: both 1-based, columns in characters.
struct TextPosition {
  std::size_t line;
  std::size_t column;
  bool operator==(const TextPosition&) const = default;
};

// The position of a byte. `offset` is at most text.size(), the place after the last byte. The text
// before it is UTF-8; lines end with LF.
TextPosition position_of(std::string_view text, std::size_t offset);

// "line 3, column 9".
std::string describe(const TextPosition& position);

// The offset of the first byte of the JSON word (string, number, name) whose last byte stands at
// `offset`; `offset` itself where no word ends.
std::size_t begin_of_word(std::string_view text, std::size_t offset);

}  // namespace l10n_drift
