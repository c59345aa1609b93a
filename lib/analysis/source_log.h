#pragma once

#include "git/objects.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// Finds the commits that changed what is outdated, renamed or deleted since its baseline: exactly
// those that `git log BASELINE..BASE -- SOURCE` lists, for all files in one walk. Fills
// `FileReport::commits` with them in that order, if the report is one with commits, and
// `day_before_drift`, if it has pages on the web.
void add_source_commits(const Objects& objects, const ObjectId& base, Report& report);

}  // namespace l10n_drift
