#pragma once

#include <string>
#include <vector>

#include "support/history.h"
#include "support/random_text.h"

namespace l10n_drift {

enum class Clocks { kRight, kWrong };

// A history with branches, merges of any number of sides and several roots. Every text is unique
// but where a merge takes it from a side, so that nothing ever looks like a move.
struct RandomHistory {
  History history;
  std::vector<std::string> commits;  // Their names, parents first.
};

RandomHistory random_history(RandomText& random, const std::vector<std::string>& paths,
                             std::size_t commits, Clocks clocks);

}  // namespace l10n_drift
