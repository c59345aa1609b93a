#pragma once

#include <vector>

#include "analysis/branch_changes.h"
#include "git/objects.h"
#include "l10n_drift/check.h"
#include "plan/plan.h"

namespace l10n_drift {

// The sources that the branch changed, renamed or deleted, with the translations that it left as
// they were; sorted by source. Changes that ask less of translators than `min_severity` are left
// out, where both versions are Markdown.
std::vector<Notice> find_left_behind(const Objects& objects, const Plan& plan,
                                     const BranchChanges& changes, Severity min_severity);

}  // namespace l10n_drift
