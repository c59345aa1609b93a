#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "baselines/found_baseline.h"
#include "baselines/source_versions.h"
#include "git/objects.h"
#include "plan/pairs.h"

namespace l10n_drift {

// How a source came to be what it is at the base, and which of its changes do not count. See
// source_steps.cc.
struct SourceSteps {
  std::vector<SourceVersion> versions;  // The oldest first.
  std::vector<bool> counts;             // For each version, whether the commit that made it does.

  // The place of the newest version with this blob, not before `from`; nothing if there is none.
  std::optional<std::size_t> find_newest(const ObjectId& blob) const;
  // The place of the oldest one from there on.
  std::optional<std::size_t> find(const ObjectId& blob, std::size_t from) const;
};

// By the paths of sources; of those alone that were changed by a commit which does not count.
using StepsOfSources = std::map<std::string, SourceSteps>;

// Those of the pages' sources. Empty if all commits count.
StepsOfSources find_source_steps(const Objects& objects, const Pairs& pairs);

// The baseline as far on as nothing but commits that do not count has changed it.
FoundBaseline advance_baseline(const SourceSteps& steps, FoundBaseline baseline);

// The stretches of commits that count, from the version that was there before to the one that they
// made, from `baseline` to the newest version. Empty if there is one alone, or if nobody can tell.
std::vector<std::pair<ObjectId, ObjectId>> counted_stretches(const SourceSteps& steps,
                                                             const ObjectId& baseline);

}  // namespace l10n_drift
