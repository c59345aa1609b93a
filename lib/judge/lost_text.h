#pragma once

#include "judge/page_cache.h"
#include "judge/pair_judge.h"

namespace l10n_drift {

// Tells where the text of a source is now that is gone or has another name, if the pair is such a
// one. Once: the candidates are used up.
void find_lost_text(PageCache& pages, JudgedPair& pair);

}  // namespace l10n_drift
