#pragma once

#include <vector>

#include "detection/open_change.h"
#include "detection/touch_view.h"

namespace l10n_drift {

// Takes out of `open` what the translation shows after a touch, or what whoever touched it has
// looked at and left alone. The entries refer to the pages after the touch. See settlement.cc.
void settle(const TouchView& view, std::vector<OpenChange>& open);

}  // namespace l10n_drift
