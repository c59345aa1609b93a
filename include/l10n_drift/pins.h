#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "l10n_drift/drift.h"
#include "l10n_drift/report.h"
#include "l10n_drift/statistics.h"

namespace l10n_drift {

// Pins: the commits that translations name in their front matter as those that they were made from.
// Which pages have none, and which have one that cannot be right?

enum class PinState {
  kMissing,  // The page names no commit.
  kInvalid,  // It names one that is no baseline.
  kLagging,  // Its history proves that it is in step with a newer version of its source.
};

// "missing", "invalid", "lagging".
const char* to_string(PinState state);

// What is wrong with the pin of a page.
struct Pin {
  PinState state = PinState::kMissing;
  std::string language;
  std::string source;
  std::string translation;
  std::optional<RecordedCommit> recorded;  // Nothing if it names none.
  std::string reason;                      // Why it is invalid; else empty.
  // What would be right by its history: the commit of the base that made the version of the source
  // which the page was last held against. Nothing if history does not tell.
  std::optional<CommitStamp> proposed;
  std::size_t left_open = 0;  // Changes of before that version which it does not show.
  bool operator==(const Pin&) const = default;
};

struct PinList {
  Revision base;
  Revision branch;
  std::size_t pages = 0;  // That can have a pin, whether or not they are listed.
  std::vector<Pin> pins;  // By path.
};

// A page with its pin set: what its file in the work tree shall have in it.
struct PinnedPage {
  Pin pin;
  std::string file;
  std::string text;
};

enum class PinWriting { kNone, kClean, kForced };

struct PinAnalysis {
  PinList list;
  std::vector<PinnedPage> written;  // Nothing but with PinWriting; nothing is written yet.
  std::vector<Warning> warnings;
  Statistics statistics;
};

// The pages that `request.paths` name, or all, whose source the base has and that may have a front
// matter. Contents, severity and `--since` do not matter.
//
// With `writing`, tells what to write to set what is listed. Throws Error if a page is in the work
// tree not what it is in the branch, unless that is forced, and otherwise as `analyze` does.
PinAnalysis find_pins(ReportRequest request, PinWriting writing, const Progress& progress);

// A line for each, and the totals.
std::string render_pins(const PinList& list);

}  // namespace l10n_drift
