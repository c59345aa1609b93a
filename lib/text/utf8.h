#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace l10n_drift {

// One step through bytes that ought to be UTF-8: a character, or bytes that are none.
struct Utf8Step {
  char32_t code_point = 0;  // Means something only if `valid`.
  std::size_t length = 1;   // How many bytes it takes, at least 1.
  bool valid = false;
};

// Reads the character at the front of `text`, which is not empty. Overlong forms, surrogates and
// values above U+10FFFF are invalid. The length of something invalid is that of the longest prefix
// that a character could have begun with, which is what Unicode wants replaced by one U+FFFD.
Utf8Step decode_utf8(std::string_view text);

// Whether all of `text` is valid, and the offset of the first byte that is not.
bool is_utf8(std::string_view text);
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// `text` with U+FFFD for whatever is invalid: always valid UTF-8.
std::string replace_invalid_utf8(std::string_view text);

// Whether a reader would not see the character, or would see others in the wrong order because of
// it: control characters (C0, DEL, C1), line and paragraph separators, bidirectional controls, and
// the blanks of no width. The joiners U+200C and U+200D are spelling in many languages, and are
// not.
bool is_hidden(char32_t code_point);

}  // namespace l10n_drift
