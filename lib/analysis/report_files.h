#pragma once

#include <vector>

#include "judge/pair_judge.h"
#include "l10n_drift/drift.h"
#include "l10n_drift/report.h"
#include "plan/pages.h"
#include "plan/plan.h"

namespace l10n_drift {

// The translations that have to be judged for a report: those that the globs let in, and those that
// have lost their source, wherever they are. For that source may be one that the globs let in,
// under a new name, which nobody shall translate anew.
std::vector<Page> pages_to_judge(const Plan& plan, const Pages& pages);

// Puts the files of a report together, out of all that were judged: those that the request asks
// for, those that nobody has translated, and their numbers. `report` has its languages.
void fill_files(const Plan& plan, const Request& request, const Pages& pages,
                std::vector<Judged> judged, Report& report);

}  // namespace l10n_drift
