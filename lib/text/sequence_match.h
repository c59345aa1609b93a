#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace l10n_drift {

// Two elements that belong together, one of each sequence, by their indices.
struct IndexPair {
  std::size_t old_index;
  std::size_t new_index;
  bool operator==(const IndexPair&) const = default;
};

// Elements that can only be equal or not: equal ones have the same number.
using Sequence = std::vector<std::uint32_t>;

// Equal elements of two sequences in an order that both share: as many as possible where the
// sequences are short, and never fewer than their common ends. It takes as long as it takes to sort
// them, whatever they are.
std::vector<IndexPair> match_sequences(const Sequence& old_sequence, const Sequence& new_sequence);

}  // namespace l10n_drift
