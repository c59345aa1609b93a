#pragma once

#include <vector>

#include "l10n_drift/check.h"

namespace l10n_drift {

// The stale places of a finding as a reader of a pull request wants them: what it is about, and
// what was so before, each in the order of the page.
struct FindingPlaces {
  std::vector<StaleBlock> here;
  std::vector<StaleBlock> before;
};

// What is nowhere in the translation has lines of the source alone, whatever stands in its place.
FindingPlaces places_of(const Finding& finding);

}  // namespace l10n_drift
