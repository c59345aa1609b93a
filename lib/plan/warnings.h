#pragma once

#include "git/repository.h"
#include "plan/plan.h"

namespace l10n_drift {

// What users should know of the repository before they believe an answer. Each adds to
// `plan.warnings`, and needs the revisions of the plan.

// Grafts and replace refs are private to a clone. With them, two people would get two answers.
void warn_of_rewritten_history(const Repository& repository, Plan& plan);

// The commonest mistake in a fork is a local base that nobody has updated for months.
void warn_of_stale_base(const Repository& repository, Purpose purpose, Plan& plan);

}  // namespace l10n_drift
