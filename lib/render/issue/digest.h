#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace l10n_drift {

// What tells one text from another in a few characters, as a body has to remember it: FNV-1a, as
// RFC 9923 has it. Nobody gains anything from a collision: a tick would stay, or an id.
class Digest {
 public:
  // Adds a text, which is one of a list: "a", "bc" is another list than "ab", "c".
  void add(std::string_view text);

  // Of 32 bits, in hexadecimal digits.
  std::string hex() const;

  // Of 64 bits, in characters of 6 bits: letters, digits, '_' and '.', so that it may stand in a
  // hidden comment.
  std::string letters(std::size_t count) const;

 private:
  void add_byte(unsigned char byte);
  std::uint32_t short_hash_ = 2'166'136'261U;
  std::uint64_t hash_ = 14'695'981'039'346'656'037U;
};

}  // namespace l10n_drift
