#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "text/sequence_match.h"

namespace l10n_drift {

// Tells how much the i-th old and the j-th new element have in common: 0 if they cannot be a pair.
using ElementSimilarity = std::function<double(std::size_t, std::size_t)>;

// The pairs, in an order that both sides share, whose similarities have the largest sum.
//
// `similarity` is asked for a band around the diagonal alone, of which short sides lie wholly
// inside: what moved far within a long stretch is not found, and the time grows with the longer
// side, not with the product.
std::vector<IndexPair> pair_in_order(std::size_t old_count, std::size_t new_count,
                                     const ElementSimilarity& similarity);

}  // namespace l10n_drift
