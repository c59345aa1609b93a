#pragma once

#include <string>

#include "l10n_drift/report.h"

namespace l10n_drift {

// The words of `git diff --shortstat` for one file: "1 file changed, 3 insertions(+), 1
// deletion(-)". A side that is zero is left out, unless both are.
std::string shortstat(const LineCounts& counts);

// The words of `git diff --stat` for a binary file: "Bin 123 -> 456 bytes".
std::string shortstat(const BinarySizes& sizes);

}  // namespace l10n_drift
