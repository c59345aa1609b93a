#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "l10n_drift/report.h"

namespace l10n_drift {

// How much there is to do in a language, in words.

// 1234567 as 1,234,567, whatever the locale.
std::string grouped(std::size_t number);

// "744 translations: 265 outdated (+12,345 -6,789), 479 in sync; 12 untranslated".
std::string totals_text(const Summary& summary);

// How many in a hundred are up to date, of those that somebody has to keep so: neither ignored ones
// nor pages of their own. 100 only if all are. Nothing if there are none.
std::optional<std::size_t> per_cent_in_sync(const Summary& summary);

}  // namespace l10n_drift
