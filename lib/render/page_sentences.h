#pragma once

#include <string>
#include <vector>

#include "l10n_drift/page_status.h"

namespace l10n_drift {

// What `status` says of a page, in the words of a check where that would say the same.

// "content/ko/a.md is out of date". Ends with no full stop.
std::string status_headline(const PageStatus& page, const PageStatusReport& report);

// Why, in a sentence or a few.
std::string status_reason(const PageStatus& page, const PageStatusReport& report);

// The commands that do what there is to do, as far as a command can, to be copied.
std::vector<std::string> mending_commands(const PageStatus& page, const Revision& base);

// The commands that come next, to be copied; none where nothing is to be done, or nothing that a
// command could do.
std::vector<std::string> next_commands(const PageStatus& page, const PageStatusReport& report);

}  // namespace l10n_drift
