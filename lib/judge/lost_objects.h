#pragma once

#include <utility>

#include "git/unreadable_blob.h"
#include "judge/pair_judge.h"

namespace l10n_drift {

// Gives up a pair for which a blob has to be read that the repository lacks: it is unknown, and the
// reason names the blob. Nobody else's page is touched by it.
void give_up(JudgedPair& pair, const UnreadableBlob& error);

// Does something for one pair that may read blobs; gives the pair up if one cannot be read.
template <typename Work>
void for_one_pair(JudgedPair& pair, Work work) {
  try {
    work();
  } catch (const UnreadableBlob& error) {
    give_up(pair, error);
  }
}

}  // namespace l10n_drift
