#pragma once

#include <vector>

#include "git/repository.h"
#include "l10n_drift/language_list.h"
#include "plan/plan.h"

namespace l10n_drift {

// The languages of a plan, in its order, each with what a list tells of it. Throws Error where the
// base has no sources.
std::vector<LanguageEntry> language_entries(const Repository& repository, const Plan& plan);

}  // namespace l10n_drift
