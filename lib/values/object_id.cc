#include "values/object_id.h"

namespace l10n_drift {
namespace {

constexpr int value_of_hex_digit(unsigned char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return -1;
}

// The value of each hexadecimal digit, and -1 for all other bytes: ids are read by the ten
// thousand.
constexpr std::array<std::int8_t, 256> kHexValues = [] {
  std::array<std::int8_t, 256> values{};
  for (std::size_t byte = 0; byte < values.size(); ++byte) {
    values[byte] = static_cast<std::int8_t>(value_of_hex_digit(static_cast<unsigned char>(byte)));
  }
  return values;
}();

int hex_value(char digit) { return kHexValues[static_cast<unsigned char>(digit)]; }

}  // namespace

std::string ObjectId::hex() const {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(kHexSize);
  for (const std::uint8_t byte : bytes) {
    text += kDigits[byte >> 4];
    text += kDigits[byte & 15];
  }
  return text;
}

bool ObjectId::parse_hex(std::string_view hex) {
  if (hex.size() != kHexSize) return false;
  for (std::size_t i = 0; i < kSize; ++i) {
    const int high = hex_value(hex[2 * i]);
    const int low = hex_value(hex[2 * i + 1]);
    if ((high | low) < 0) return false;
    bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
  }
  return true;
}

}  // namespace l10n_drift
