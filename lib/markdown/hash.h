#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

namespace l10n_drift {

// Hashes of 64 bits, by which texts are told apart without a second look: among a million texts,
// two share one in one of ten million runs.
inline std::uint64_t hash_of(std::string_view text) { return std::hash<std::string_view>()(text); }

// One hash of two. The order counts.
inline std::uint64_t mix_hashes(std::uint64_t a, std::uint64_t b) {
  a ^= b + 0x9E3779B97F4A7C15U + (a << 6) + (a >> 2);
  return a * 0x9E3779B97F4A7C15U;
}

}  // namespace l10n_drift
