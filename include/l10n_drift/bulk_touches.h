#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/drift.h"
#include "l10n_drift/report.h"
#include "l10n_drift/statistics.h"

namespace l10n_drift {

// Commits that touch many translations at once, and each by next to nothing: most of them were made
// by a script, and none of them brings a translation up to date.

struct BulkTouch {
  SourceCommit commit;
  std::size_t translations = 0;  // That it touches.
  bool operator==(const BulkTouch&) const = default;
};

struct BulkTouches {
  std::size_t more_than = 0;       // So many translations.
  std::vector<BulkTouch> commits;  // Most translations first, then by commit.
  std::vector<Warning> warnings;
  Statistics statistics;
};

// The commits that touch more than `more_than` of the pages that `request` lets in, each by two
// lines or fewer on either side. Those that do not count already are left out. Throws Error as
// `analyze` does.
BulkTouches find_bulk_touches(const ReportRequest& request, std::size_t more_than,
                              const Progress& progress);

// In the form of the list of commits that do not count, with a comment on each.
std::string render_bulk_touches(const BulkTouches& touches);

}  // namespace l10n_drift
