#pragma once

#include <cstddef>
#include <vector>

#include "detection/alignment.h"

namespace l10n_drift {

// The blocks of a source whose counterparts say something else in what translation leaves alone:
// another number, another flag, another word in a line of code. In their order. None if the pages
// contradict each other so often that something else must be the reason. See contradictions.cc.
std::vector<std::size_t> find_contradictions(const ParsedPage& source,
                                             const ParsedPage& translation,
                                             const PageAlignment& alignment);

}  // namespace l10n_drift
