#pragma once

#include "git/objects.h"
#include "l10n_drift/page_status.h"
#include "plan/plan.h"

namespace l10n_drift {

// What a report does not say of a page: who touched it last, and where it belongs.
PageStatus describe_page(const Objects& objects, const Plan& plan, FileReport file);

}  // namespace l10n_drift
