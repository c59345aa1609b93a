#pragma once

#include "git/repository.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// Fills `FileReport::commits` of what is outdated, renamed or deleted: exactly what
// `git log BASELINE..BASE -- SOURCE` lists, in its order, for all files in one walk.
void add_source_commits(const Repository& repository, const ObjectId& base, Report& report);

}  // namespace l10n_drift
