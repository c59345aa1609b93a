#pragma once

#include <cstddef>
#include <vector>

#include "detection/open_change.h"
#include "detection/shown_source.h"
#include "judge/replay_history.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {

// Where entries of the ledger stand in the newest source.

// The first line of a change: of the block, or of what now stands where it stood. 1-based.
std::size_t first_line(const OpenChange& open, const ParsedPage& source);

// Whether a review of this place is one of the change. Lines and headings are those of `source`.
bool is_reviewed(const OpenChange& open, const ParsedPage& source, const ReviewedPlace& place);

// The lines of the source that the translation does not show, with what it shows in their place.
// The change has a block in the source, or had one.
UnshownLines unshown_lines(const OpenChange& open, const ParsedPage& source);

// What was left open first, next by where it stands in the source. What is gone from there comes
// before what stands there now.
std::vector<OpenChange> in_order(std::vector<OpenChange> open, const ParsedPage& source);

}  // namespace l10n_drift
