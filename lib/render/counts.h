#pragma once

#include <cstddef>
#include <optional>

#include "l10n_drift/report.h"

namespace l10n_drift {

// The lines of a file's drift as the machine-readable formats give them: 0 and 0 where it is in
// sync, and nothing where there is no drift to count. What a partially updated one lacks is no
// drift from its baseline.
inline std::optional<LineCounts> drift_counts(const FileReport& file) {
  if (file.counts || file.binary) return file.counts;
  return file.status == Status::kInSync ? std::optional(LineCounts{}) : std::nullopt;
}

// The number of a file's open changes in these formats: nothing where there cannot be any, and
// where nobody can tell.
inline std::optional<std::size_t> open_change_count(const FileReport& file) {
  const bool can_have_some =
      file.status == Status::kOutdated || file.status == Status::kPartiallyUpdated;
  return can_have_some && file.alignment == Alignment::kGood ? std::optional(open_changes(file))
                                                             : std::nullopt;
}

}  // namespace l10n_drift
