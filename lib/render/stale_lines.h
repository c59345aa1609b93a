#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/render.h"
#include "render/stale_text.h"

namespace l10n_drift {

// Stale blocks below a page at a terminal, in columns: where, what, and under which heading.
//
//     line 12     list item added    Install the agent
//     lines 7-9   paragraph changed  (above the first heading)
//     ... and 4 more
struct StaleColumns {
  std::string (*where)(const StaleBlock& block);
  std::string (*what)(const StaleRun& run);
  std::size_t most = 0;         // Lines; those that are left are counted.
  std::string_view color = {};  // Of what is stale, as for `paint`.
};

std::string stale_lines(const std::vector<StaleBlock>& blocks, const StaleColumns& columns,
                        Color color);

}  // namespace l10n_drift
