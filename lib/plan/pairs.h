#pragma once

#include <map>
#include <string>
#include <vector>

#include "git/repository.h"
#include "plan/pages.h"
#include "plan/plan.h"

namespace l10n_drift {

// What a check holds the branch against: the pages before it.
struct Before {
  const std::vector<Pages>& commits;  // The pages of each commit that the branch grew from.
  // What these translations are held against: the newest sources that are not the branch's own.
  const std::map<std::string, TreeEntry>& sources;
};

// The pairs of a translation and its source that somebody asks about. All that it names must
// outlive it.
struct Pairs {
  const Plan& plan;
  // The revision whose sources count: the plan's base; in a check, for sources that the branch has
  // changed, the branch itself.
  const ResolvedRevision& base;
  const Pages& pages;                     // All that there are, with the sources of `base`.
  const std::vector<Page>& translations;  // Some of `pages.translations`, sorted likewise.
  const Before* before = nullptr;         // Of a check.
};

}  // namespace l10n_drift
