#pragma once

#include <cstddef>
#include <vector>

#include "detection/alignment.h"

namespace l10n_drift {

// The blocks of a source that have no counterpart at all in its translation, in their order. There
// are none if the two pages correspond too little to be sure. `alignment` is that of the two pages.
std::vector<std::size_t> find_untranslated(const ParsedPage& source, const ParsedPage& translation,
                                           const PageAlignment& alignment);

}  // namespace l10n_drift
