#include "fuzz/one_line.h"

#include <string>

#include "fuzz/target.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

// The one way to write a code point.
std::string encode_utf8(char32_t code_point) {
  const auto tail = [code_point](int shift) {
    return static_cast<char>(0x80 | (code_point >> shift & 0x3F));
  };
  const auto lead = [code_point](int bits, int shift) {
    return static_cast<char>(static_cast<char32_t>(bits) | code_point >> shift);
  };
  if (code_point < 0x80) return {static_cast<char>(code_point)};
  if (code_point < 0x800) return {lead(0xC0, 6), tail(0)};
  if (code_point < 0x10000) return {lead(0xE0, 12), tail(6), tail(0)};
  return {lead(0xF0, 18), tail(12), tail(6), tail(0)};
}

bool is_character(char32_t code_point) {
  return code_point < 0xD800 || (code_point > 0xDFFF && code_point <= 0x10FFFF);
}

bool is_control(char32_t code_point) {
  return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
         (code_point >= 0x2028 && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

}  // namespace

void require_one_line(std::string_view text) {
  while (!text.empty()) {
    const Utf8Step step = decode_utf8(text);
    require(step.valid && is_character(step.code_point) &&
                text.starts_with(encode_utf8(step.code_point)),
            "text for people is valid UTF-8");
    require(!is_control(step.code_point), "text for people has no control characters");
    text.remove_prefix(step.length);
  }
}

}  // namespace l10n_drift
