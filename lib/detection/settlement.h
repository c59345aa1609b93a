#pragma once

#include <vector>

#include "detection/open_change.h"
#include "detection/touch_view.h"

namespace l10n_drift {

// What is left of `open` after a touch: all but what the translation shows now, and what whoever
// touched it has looked at and left alone. The entries refer to the pages after the touch. See
// settlement.cc.
std::vector<OpenChange> without_settled(const TouchView& view, std::vector<OpenChange> open);

}  // namespace l10n_drift
