#include "analysis/lost_objects_warning.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/words.h"

namespace l10n_drift {

std::optional<Warning> warn_of_lost_objects(const std::vector<JudgedPair>& judged) {
  const auto lost = static_cast<std::size_t>(std::count_if(
      judged.begin(), judged.end(), [](const JudgedPair& pair) { return pair.lacks_objects; }));
  if (lost == 0) return {};
  return Warning{
      fmt::format("the repository is corrupt: {} {} unknown, as what they need cannot be "
                  "read",
                  plural(lost, "translation"), lost == 1 ? "is" : "are"),
      "git fsck --full"};
}

}  // namespace l10n_drift
