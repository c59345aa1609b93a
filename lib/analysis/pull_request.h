#pragma once

#include <optional>

#include "git/repository.h"

namespace l10n_drift {

// The commit of a pull request within the merge that a service makes to try it: the merge's second
// parent, under the name that `branch` has. Nothing if `branch` is no such merge into `base`, and
// in a shallow clone.
std::optional<ResolvedRevision> find_pull_request(const Objects& objects,
                                                  const ResolvedRevision& base,
                                                  const ResolvedRevision& branch);

}  // namespace l10n_drift
