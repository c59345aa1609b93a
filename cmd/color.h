#pragma once

#include "l10n_drift/render.h"
#include "options.h"

namespace l10n_drift {

// Whether to colour what is written: as --color says, else at a terminal unless NO_COLOR is set.
Color choose_color(const Options& options);

}  // namespace l10n_drift
