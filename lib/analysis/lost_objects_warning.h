#pragma once

#include <optional>
#include <vector>

#include "judge/pair_judge.h"
#include "l10n_drift/drift.h"

namespace l10n_drift {

// Counts the pairs that are unknown as blobs cannot be read. Nothing if there are none.
std::optional<Warning> warn_of_lost_objects(const std::vector<JudgedPair>& judged);

}  // namespace l10n_drift
