#pragma once

#include <string>
#include <vector>

#include "git/repository.h"
#include "l10n_drift/drift.h"
#include "plan/plan.h"

namespace l10n_drift {

// The translations at or below `places`, which are paths from the root of the tree, that the work
// tree has otherwise than the branch; sorted by path. None unless it is the branch that is checked
// out.
std::vector<UncommittedPage> find_uncommitted(const Repository& repository, const Plan& plan,
                                              const std::vector<std::string>& places);

// The same of all languages that are looked at.
std::vector<UncommittedPage> find_uncommitted(const Repository& repository, const Plan& plan);

// The same of pages and folders that the user names.
std::vector<UncommittedPage> find_uncommitted_named(const Repository& repository, const Plan& plan,
                                                    const std::vector<std::string>& named);

// Whether a name is that of translations, of whatever language, that are in the work tree alone.
bool is_uncommitted(const Repository& repository, const Plan& plan, const std::string& named);

// For whoever writes: throws Error unless the translation at `path` is in the work tree what it is
// on the branch. `forced` is what `--force` would do all the same, for the hint: "write into it".
void require_committed(const Repository& repository, const Plan& plan, const std::string& path,
                       const char* forced);

}  // namespace l10n_drift
