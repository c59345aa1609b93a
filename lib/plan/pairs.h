#pragma once

#include <vector>

#include "git/repository.h"
#include "plan/pages.h"
#include "plan/plan.h"

namespace l10n_drift {

// The pairs of a translation and its source that somebody asks about. All that it names must
// outlive it.
struct Pairs {
  const Plan& plan;
  // The revision whose sources count: the plan's base; in a check, for sources that the branch has
  // changed, the branch itself.
  const ResolvedRevision& base;
  const Pages& pages;                     // All that there are, with the sources of `base`.
  const std::vector<Page>& translations;  // Some of `pages.translations`, sorted likewise.
};

}  // namespace l10n_drift
