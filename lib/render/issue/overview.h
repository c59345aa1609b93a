#pragma once

#include <string>
#include <string_view>

#include "l10n_drift/report.h"
#include "render/issue/ids.h"

namespace l10n_drift {

// What stands on top of an issue: what it is for and how to take a part in it; what is compared;
// how much is open, ticked and done, and how old the oldest is; what is new; what the sizes mean.
// Whole lines of Markdown, with a blank line behind; what the letters of the ids mean comes last.
std::string render_overview(const Report& report, const IssueList& list);

// What people call a branch: "dev-1.29-ko.1" of "origin/dev-1.29-ko.1".
std::string_view branch_name(std::string_view ref);

}  // namespace l10n_drift
