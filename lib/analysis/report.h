#pragma once

#include "git/repository.h"
#include "l10n_drift/drift.h"
#include "plan/plan.h"

namespace l10n_drift {

// A report with the plan that it was made by.
struct PlannedReport {
  Analysis analysis;
  Plan plan;
};

// What a report is planned by.
PlanRequest report_plan_request(const ReportRequest& request);

// The repository that a report asks. Throws Error as `analyze` does.
Repository open_for_report(const ReportRequest& request);

// The report on an open repository, for calls that have more to ask of it.
PlannedReport make_report(const Repository& repository, const ReportRequest& request,
                          const Progress& progress);

}  // namespace l10n_drift
