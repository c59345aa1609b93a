#pragma once

#include <cstddef>
#include <vector>

#include "detection/touch_view.h"

namespace l10n_drift {

// The blocks of the source, after the touch, whose translation the touch took away, in their order.
// None if the pages before it correspond too little to tell. See loss.cc.
std::vector<std::size_t> find_lost(const TouchView& view);

}  // namespace l10n_drift
