#include "text/position.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/ascii.h"
#include "text/characters.h"

namespace l10n_drift {
namespace {

bool is_word_byte(char c) { return is_alphanumeric(c) || c == '+' || c == '-' || c == '.'; }

// Whether an odd number of backslashes stands before `offset`.
bool byte_is_escaped(std::string_view text, std::size_t offset) {
  std::size_t begin = offset;
  while (begin > 0 && text[begin - 1] == '\\') --begin;
  return (offset - begin) % 2 == 1;
}

}  // namespace

TextPosition position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line_ends = std::count(before.begin(), before.end(), '\n');
  const std::string_view line = before.substr(before.rfind('\n') + 1);
  return {.line = 1 + static_cast<std::size_t>(line_ends), .column = 1 + count_characters(line)};
}

std::string describe(const TextPosition& position) {
  return fmt::format("line {}, column {}", position.line, position.column);
}

std::size_t begin_of_word(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return offset;
  std::size_t begin = offset;
  if (text[offset] == '"') {
    do {
      if (begin == 0) return offset;
      begin = text.rfind('"', begin - 1);
      if (begin == text.npos) return offset;
    } while (byte_is_escaped(text, begin));
    return begin;
  }
  if (!is_word_byte(text[offset])) return offset;
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  return begin;
}

}  // namespace l10n_drift
