#include "render/issue/digest.h"

#include <fmt/format.h>

namespace l10n_drift {

void Digest::add(std::string_view text) {
  for (const char c : text) add_byte(static_cast<unsigned char>(c));
  add_byte(0);
}

void Digest::add_byte(unsigned char byte) {
  short_hash_ = (short_hash_ ^ byte) * 16'777'619U;
  hash_ = (hash_ ^ byte) * 1'099'511'628'211U;
}

std::string Digest::hex() const { return fmt::format("{:08x}", short_hash_); }

std::string Digest::letters(std::size_t count) const {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.";
  std::string text;
  // The highest bits depend on all bytes.
  for (std::size_t i = 1; i <= count; ++i) text += kLetters[hash_ >> (64 - 6 * i) & 63];
  return text;
}

}  // namespace l10n_drift
