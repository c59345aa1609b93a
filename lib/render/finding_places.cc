#include "render/finding_places.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace l10n_drift {
namespace {

StaleBlock shown(StaleBlock block) {
  const bool is_absent =
      block.change == StaleChange::kAdded || block.change == StaleChange::kNeverTranslated;
  if (is_absent) block.translation_lines.reset();
  return block;
}

// A list comes as two, one behind the other, each in the order of the source. What has no line
// there stays behind what it follows.
std::vector<StaleBlock> in_order_of_page(const std::vector<StaleBlock>& blocks) {
  std::vector<std::pair<std::size_t, std::size_t>> order;
  std::size_t line = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool begins = i > 0 && blocks[i].before_last_touch != blocks[i - 1].before_last_touch;
    if (begins) line = 0;
    if (blocks[i].source_lines) line = blocks[i].source_lines->first;
    order.emplace_back(line, i);
  }
  std::sort(order.begin(), order.end());
  std::vector<StaleBlock> ordered;
  for (const auto& place : order) ordered.push_back(shown(blocks[place.second]));
  return ordered;
}

}  // namespace

FindingPlaces places_of(const Finding& finding) {
  const bool has_here = finding.kind < FindingKind::kCopy;
  FindingPlaces places;
  for (std::size_t i = 0; i < finding.file.stale.size(); ++i) {
    const bool is_before =
        has_here && i < finding.places.size() && finding.places[i] == FindingKind::kWasBehind;
    (is_before ? places.before : places.here).push_back(finding.file.stale[i]);
  }
  return {in_order_of_page(places.here), in_order_of_page(places.before)};
}

}  // namespace l10n_drift
