#pragma once

#include <optional>
#include <vector>

#include "git/repository.h"
#include "l10n_drift/drift.h"
#include "plan/plan.h"

namespace l10n_drift {

// What users should know of the repository before they believe an answer.

// Grafts and replace refs are private to a clone. With them, two people would get two answers.
std::vector<Warning> warn_of_rewritten_history(const Repository& repository);

// The commonest mistake in a fork is a base that nobody has updated for months: the local one, or
// the fork's own, while another remote has the newer one. Nothing if base and branch look well.
std::optional<Warning> warn_of_stale_base(const Repository& repository,
                                          const ResolvedRevision& base,
                                          const ResolvedRevision& branch, Purpose purpose);

// Commits that a site's list of those that do not count names, and that are not there. Nothing in a
// shallow clone, which has not all of them.
std::optional<Warning> warn_of_unknown_commits(const Objects& objects,
                                               const IgnoredCommits& ignored);

// Reviews of pages that the branch does not have.
std::vector<Warning> warn_of_unknown_reviews(const Objects& objects, const Plan& plan);

}  // namespace l10n_drift
