#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/repository.h"
#include "l10n_drift/drift.h"
#include "plan/ignored_commits.h"
#include "plan/plan.h"
#include "site/reviews.h"

namespace l10n_drift {

// What a site keeps beside its configuration, at the root of its tree.

// A file of that kind, with what messages call it.
struct SiteFile {
  std::string text;
  std::string place;
};

// The file of this name: of the work tree where there is one, else of `revision`; of a check always
// of `revision`. Nothing if there is none. Throws Error for one that cannot be read.
std::optional<SiteFile> read_site_file(const Repository& repository, Purpose purpose,
                                       const ResolvedRevision& revision, std::string_view name);

// The commits that `.l10n-drift-ignore-revs`, the configuration and that of Lunaria name, for a
// check as the base has them. Throws Error for a file that is none.
IgnoredCommits choose_ignored_commits(const Repository& repository, Purpose purpose,
                                      const Config& config, const ResolvedRevision& base,
                                      const ResolvedRevision& branch);

// What `.l10n-drift-reviewed` says, for a check as the branch has it: who reviews a page in a
// branch says so in front of all who look at it. Throws Error for a file that is none.
std::vector<Review> choose_reviews(const Repository& repository, Purpose purpose,
                                   const ResolvedRevision& branch);

}  // namespace l10n_drift
