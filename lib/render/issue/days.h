#pragma once

#include <string_view>

namespace l10n_drift {

// Whether `text` has the form of a day, "2026-11-30".
bool is_day(std::string_view text);

// How many days there are from one day to another, in the calendar of today; negative if `to` is
// the earlier one. Both have the form of a day.
int days_between(std::string_view from, std::string_view to);

}  // namespace l10n_drift
