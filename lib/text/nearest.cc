#include "text/nearest.h"

#include <algorithm>
#include <cstddef>

#include "text/ascii.h"

namespace l10n_drift {
namespace {

// The number of insertions, deletions, substitutions and swaps of neighbours that make `a` of `b`,
// where no part is edited twice (optimal string alignment). Three rows of the table are enough.
std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before_last = last;
    last = row;
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substituted});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
  }
  return row[b.size()];
}

// The distance, if it is at most a third of the longer length.
std::optional<std::size_t> near_distance(const std::string& a, const std::string& b) {
  const std::size_t longer = std::max(a.size(), b.size());
  // The lengths alone rule most candidates out, and keep the table small.
  if ((longer - std::min(a.size(), b.size())) * 3 > longer) return std::nullopt;
  const std::size_t distance = edit_distance(a, b);
  if (distance * 3 > longer) return std::nullopt;
  return distance;
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view name,
                                        const std::vector<std::string>& candidates) {
  const std::string lower_name = to_lower(name);
  std::optional<std::string> nearest;
  std::size_t smallest = 0;
  for (const std::string& candidate : candidates) {
    const auto distance = near_distance(lower_name, to_lower(candidate));
    if (!distance) continue;
    if (!nearest || *distance < smallest || (*distance == smallest && candidate < *nearest)) {
      nearest = candidate;
      smallest = *distance;
    }
  }
  return nearest;
}

}  // namespace l10n_drift
