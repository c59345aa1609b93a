// A target with a bug on purpose, to see that a bug is found. Chance would need four billion
// inputs to come across it; a fuzzer that watches which branches run needs some thousands.

#include "fuzz/target.h"

namespace l10n_drift {

void run_target(std::string_view input) {
  int right = 0;
  for (const char expected : std::string_view("tree")) {
    if (input.empty() || input.front() != expected) break;
    input.remove_prefix(1);
    ++right;
  }
  require(right < 4, "this is the planted bug");
}

}  // namespace l10n_drift
