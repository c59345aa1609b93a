#pragma once

#include <vector>

#include "git/objects.h"
#include "judge/pair_judge.h"
#include "l10n_drift/drift.h"
#include "plan/pages.h"
#include "plan/plan.h"

namespace l10n_drift {

// Finds the baselines of `chosen`, which are some of `pages.translations`, judges each pair, and
// counts the lines of what is outdated, on up to `threads` threads (0: one for each core). The
// answer is in the order of `chosen`, and the same for any number of threads.
std::vector<Judged> judge_pages(const Objects& objects, const Plan& plan, const Pages& pages,
                                const std::vector<Page>& chosen, unsigned threads,
                                const Progress& progress);

}  // namespace l10n_drift
