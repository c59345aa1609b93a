#pragma once

#include <string>

#include "detection/open_change.h"
#include "l10n_drift/stale.h"
#include "markdown/parsed_page.h"

namespace l10n_drift {

// What a report has of a stale block: where it is, and what it says, too. Most runs need no texts,
// and a report of many pages is several times as large with them.
enum class StaleParts { kPlaces, kTexts };

// An entry of the ledger as a report has it. Both pages are the newest ones.
StaleBlock describe(const OpenChange& open, const ParsedPage& source, const ParsedPage& translation,
                    StaleParts parts);

// The text of the heading of the newest source that an entry is or stands under, gone blocks by
// what they stood below; empty if it stands above all headings.
std::string heading_in_source(const OpenChange& open, const ParsedPage& source);

}  // namespace l10n_drift
