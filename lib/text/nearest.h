#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// What the user may have meant: the candidate with the smallest edit distance (Damerau-Levenshtein
// with adjacent transpositions, in bytes, case ignored), if that is at most a third of the longer
// name's length; of several the first in bytewise order. Nothing if none is near enough.
std::optional<std::string> nearest_name(std::string_view name,
                                        const std::vector<std::string>& candidates);

}  // namespace l10n_drift
