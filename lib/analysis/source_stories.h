#pragma once

#include <vector>

#include "analysis/branch_changes.h"
#include "git/objects.h"
#include "l10n_drift/check.h"
#include "plan/plan.h"

namespace l10n_drift {

// Tells of each finding that fails which version of its source the branch has, and which commits
// have changed it since; and of each whose source is gone, which one removed it.
void add_source_stories(const Objects& objects, const Plan& plan, const BranchChanges& changes,
                        std::vector<Finding>& findings);

}  // namespace l10n_drift
