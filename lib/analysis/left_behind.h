#pragma once

#include <set>
#include <string>
#include <vector>

#include "analysis/branch_changes.h"
#include "git/objects.h"
#include "l10n_drift/check.h"
#include "plan/plan.h"

namespace l10n_drift {

// Which of them are worth telling.
struct LeftBehindChoice {
  // Changes that ask less of translators are left out, where both versions are Markdown.
  Severity min_severity = Severity::kMinor;
  // Translations that the branch touched, and left behind all the same.
  std::set<std::string> touched = {};
};

// The sources that the branch changed, renamed or deleted, with the translations that it left as
// they were; sorted by source.
std::vector<Notice> find_left_behind(const Objects& objects, const Plan& plan,
                                     const BranchChanges& changes, const LeftBehindChoice& choice);

}  // namespace l10n_drift
