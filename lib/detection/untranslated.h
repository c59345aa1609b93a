#pragma once

#include <cstddef>
#include <vector>

#include "detection/alignment.h"

namespace l10n_drift {

// The blocks of a source that have no counterpart at all in its translation, in order. None where
// the two correspond too little to be sure. Needs no history. `alignment` is that of the two.
std::vector<std::size_t> find_untranslated(const ParsedPage& source, const ParsedPage& translation,
                                           const PageAlignment& alignment);

}  // namespace l10n_drift
