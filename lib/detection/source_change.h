#pragma once

#include <cstddef>
#include <vector>

#include "detection/alignment.h"
#include "detection/page_diff.h"

namespace l10n_drift {

// Two versions of a source, side by side.
struct SourceChange {
  SharedPage before;
  SharedPage after;
  PageDiff diff;
  // Indices of those of `diff.changes`, in their order, that a reader sees and that are more than
  // a pair of shortcodes around something, or a paragraph that was divided.
  std::vector<std::size_t> visible;
};

SourceChange compare_sources(SharedPage before, SharedPage after);

}  // namespace l10n_drift
