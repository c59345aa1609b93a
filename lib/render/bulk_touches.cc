#include "l10n_drift/bulk_touches.h"

#include <fmt/format.h>

#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {

std::string render_bulk_touches(const BulkTouches& touches) {
  if (touches.commits.empty()) return {};
  std::string text = fmt::format(
      "# Commits that touch more than {} by a line or two each. Read them before you list them.\n",
      plural(touches.more_than, "translation"));
  for (const auto& [commit, translations] : touches.commits) {
    text += fmt::format("\n# {} {} ({})\n{}\n", day_of(commit.date), printable(commit.subject),
                        plural(translations, "translation"), commit.commit);
  }
  return text;
}

}  // namespace l10n_drift
