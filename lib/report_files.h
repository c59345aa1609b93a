#pragma once

#include <vector>

#include "judgement.h"
#include "l10n_drift/drift.h"
#include "l10n_drift/report.h"
#include "pages.h"
#include "plan.h"

namespace l10n_drift {

// Puts the files of a report together: the judged ones and those that nobody has translated, as far
// as the request asks for them, and their numbers. `report` has its languages.
void fill_files(const Plan& plan, const Request& request, const Pages& pages,
                std::vector<Judged> judged, Report& report);

}  // namespace l10n_drift
