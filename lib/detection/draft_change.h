#pragma once

#include <optional>

#include "l10n_drift/report.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {

// Whether the page was withdrawn or published between two versions.
std::optional<DraftChange> draft_change(const ParsedPage& before, const ParsedPage& after);

// No word of the page changes, but readers see the whole of it come or go.
Severity severity_of(std::optional<DraftChange> change);

}  // namespace l10n_drift
