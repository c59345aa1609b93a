#include "text/utf8.h"

namespace l10n_drift {
namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// How many bytes the character has that begins with `lead`; 0 if none does.
std::size_t length_by_lead(unsigned lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

// Whether `byte` may be the second one after `lead`. This is where overlong forms (E0, F0),
// surrogates (ED) and values beyond Unicode (F4) are turned away: the Unicode Standard, table 3-7.
bool is_second_byte(unsigned lead, unsigned byte) {
  const unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  return byte >= low && byte <= high;
}

}  // namespace

Utf8Step decode_utf8(std::string_view text) {
  const unsigned lead = byte_at(text, 0);
  const std::size_t length = length_by_lead(lead);
  if (length == 0) return {};
  if (length == 1) return {lead, 1, true};
  char32_t value = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (i == text.size()) return {0, i, false};
    const unsigned byte = byte_at(text, i);
    const bool fits = i == 1 ? is_second_byte(lead, byte) : (byte & 0xC0) == 0x80;
    if (!fits) return {0, i, false};
    value = value << 6 | (byte & 0x3F);
  }
  return {value, length, true};
}

bool is_utf8(std::string_view text) { return !find_invalid_utf8(text); }

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Step step = decode_utf8(text.substr(at));
    if (!step.valid) return at;
    at += step.length;
  }
  return {};
}

std::string replace_invalid_utf8(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const Utf8Step step = decode_utf8(text);
    result += step.valid ? text.substr(0, step.length) : std::string_view("\xEF\xBF\xBD");
    text.remove_prefix(step.length);
  }
  return result;
}

bool is_hidden(char32_t code_point) {
  const auto within = [code_point](char32_t first, char32_t last) {
    return code_point >= first && code_point <= last;
  };
  return within(0x00, 0x1F) || within(0x7F, 0x9F) || code_point == 0x061C || code_point == 0x200B ||
         within(0x200E, 0x200F) || within(0x2028, 0x202E) || code_point == 0x2060 ||
         within(0x2066, 0x2069) || code_point == 0xFEFF;
}

}  // namespace l10n_drift
