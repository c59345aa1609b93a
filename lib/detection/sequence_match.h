#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace l10n_drift {

// Two equal elements, one of each sequence, by their indices.
struct Match {
  std::size_t old_index;
  std::size_t new_index;
  bool operator==(const Match&) const = default;
};

using Ids = std::vector<std::uint32_t>;

// Equal elements of two sequences in an order that both share; as many as possible where the
// sequences are short, and never fewer than their common ends. The time is that of sorting them,
// whatever they are.
std::vector<Match> match_sequences(const Ids& old_ids, const Ids& new_ids);

}  // namespace l10n_drift
