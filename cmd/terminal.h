#pragma once

#include <cstddef>
#include <optional>

#include "options.h"

namespace l10n_drift {

// The columns of the terminal that the output goes to; nothing if it goes elsewhere.
std::optional<std::size_t> terminal_width(const Options& options);

}  // namespace l10n_drift
