#pragma once

#include <vector>

#include "git/objects.h"
#include "judge/pair_judge.h"
#include "l10n_drift/drift.h"
#include "plan/pairs.h"

namespace l10n_drift {

// Finds the baselines of all pairs, judges each, counts the lines of what is outdated, and looks
// into pages if the plan says so, on up to `threads` threads (0: one for each core). The answer is
// in the order of `pairs.translations`, and the same for any number of threads.
std::vector<JudgedPair> judge_pairs(const Objects& objects, const Pairs& pairs, unsigned threads,
                                    const Progress& progress);

}  // namespace l10n_drift
