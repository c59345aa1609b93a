#pragma once

#include <optional>

#include "l10n_drift/report.h"

namespace l10n_drift {

// The lines of a file's drift as the machine-readable formats give them: none at all is 0 and 0
// where the baseline is the newest source, and nothing where there is no drift to count.
inline std::optional<LineCounts> drift_counts(const FileReport& file) {
  if (file.counts || file.binary) return file.counts;
  const bool is_newest = file.status == Status::kInSync || file.status == Status::kPartiallyUpdated;
  return is_newest ? std::optional(LineCounts{}) : std::nullopt;
}

}  // namespace l10n_drift
