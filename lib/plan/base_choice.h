#pragma once

#include "git/repository.h"
#include "l10n_drift/drift.h"
#include "plan/plan.h"
#include "site/config.h"

namespace l10n_drift {

// The base and the configuration lean on each other: the configuration may name the base, and the
// base of a check is where the configuration is read from.

// What a trunk is usually called.
inline constexpr const char* kTrunkNames[] = {"main", "master"};

// The revision of the newest sources: the one asked for, else the configured one, else the first of
// the usual names that there is. Throws Error if there is none.
ResolvedRevision choose_base(const Repository& repository, const Comparison& comparison,
                             const Config& config);

// The configuration: that of the file asked for, else none for a draft, the base's for a check,
// else the work tree's, else the branch's. Where there is none, an empty one. Throws Error for one
// that cannot be read.
Config choose_config(const Repository& repository, const Comparison& comparison, Purpose purpose);

}  // namespace l10n_drift
