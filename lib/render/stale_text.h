#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/report.h"

namespace l10n_drift {

// What looking into pages finds, in words for people.

// "3 open changes" of what is partially updated; "2 older changes still open" of what is outdated,
// beside its drift. Empty if there are none.
std::string open_changes_text(const FileReport& file);

// Blocks of one page that can be told of in one line: they follow each other without a gap, and the
// same is to be said of all of them, such as the rows of a table that was added.
struct StaleRun {
  StaleBlock block;  // The first one, but with the lines of all.
  std::size_t count = 1;
};

// All of `blocks`, in their order.
std::vector<StaleRun> stale_runs(const std::vector<StaleBlock>& blocks);

// "code block", "3 table rows".
std::string kind_text(const StaleRun& run);

// "never translated".
std::string change_text(StaleChange change);

// "line 12", "lines 12-15".
std::string lines_text(const LineRange& lines);

}  // namespace l10n_drift
