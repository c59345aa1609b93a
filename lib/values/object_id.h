#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>

namespace l10n_drift {

// The SHA-1 name of a git object. Default constructed it is all zeros, which names no object.
struct ObjectId {
  static constexpr std::size_t kSize = 20;
  static constexpr std::size_t kHexSize = 40;

  std::array<std::uint8_t, kSize> bytes{};

  auto operator<=>(const ObjectId&) const = default;

  bool is_zero() const { return *this == ObjectId{}; }

  // 40 lower-case hexadecimal digits.
  std::string hex() const;

  // The 20 bytes at `raw`.
  static ObjectId from_raw(const void* raw) {
    ObjectId id;
    std::memcpy(id.bytes.data(), raw, kSize);
    return id;
  }

  // Reads 40 hexadecimal digits into `*this`; false if they are no such thing.
  bool parse_hex(std::string_view hex);
};

}  // namespace l10n_drift

template <>
struct std::hash<l10n_drift::ObjectId> {
  // The first bytes of a SHA-1 are as good a hash as any.
  std::size_t operator()(const l10n_drift::ObjectId& id) const noexcept {
    std::size_t value = 0;
    std::memcpy(&value, id.bytes.data(), sizeof value);
    return value;
  }
};
