#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/report.h"

namespace l10n_drift {

// What looking into pages finds, in words for people.

// "3 open changes" of what is partially updated; "2 older changes still open" of what is outdated,
// beside its drift. Empty if there are none.
std::string open_changes_text(const FileReport& file);

// Blocks of one page that can be told of in one line: they follow each other without a gap, and the
// same is to be said of all of them, such as the rows of a table that was added. What was changed
// is told of apart, if its texts are known.
struct StaleRun {
  StaleBlock block;  // The first one, but with the lines and the texts of all.
  std::size_t count = 1;
};

// All of `blocks`, in their order.
std::vector<StaleRun> stale_runs(const std::vector<StaleBlock>& blocks);

// What has happened to a run: "code block changed", "3 table rows never translated".
std::string run_text(const StaleRun& run);

// Where a block is: "line 12", "lines 12-15", "line 12 of the source".
std::string lines_text(const LineRange& lines);
std::string source_lines_text(const LineRange& lines);
std::string translation_lines_text(const LineRange& lines);

// Where a block is on both pages, for columns: "source 20-22, translation 17". "-" if it is
// nowhere.
std::string place_text(const StaleBlock& block);

// What a run says, a line for each text: what the source had, and what it has.
struct StaleQuote {
  std::string_view label;  // "was", "is now", "is new", ...
  std::string text;        // On one line, as it is written, and cut. Foreign text.
};

// Those of a run, if its texts are known. A reader needs a few words to see what it is about, and
// an issue has no room for more: each is cut after 200 characters.
std::vector<StaleQuote> quotes_of(const StaleRun& run);

// The heading of a block as `show` makes it harmless, or "(above the first heading)".
std::string heading_text(const StaleBlock& block, std::string (*show)(std::string_view text));

}  // namespace l10n_drift
