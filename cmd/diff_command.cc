#include <fmt/format.h>

#include "commands.h"
#include "messages.h"
#include "progress_line.h"

namespace l10n_drift {
namespace {

// Why there is nothing to see.
std::string reason_for_nothing(const FileReport& file) {
  switch (file.status) {
    case Status::kInSync:
      if (!file.is_of_other_kind) return "is in sync with its source";
      return "is in sync with its source by its history; it is of a kind that is not looked into";
    case Status::kUnpaired:
      return "never had a source";
    case Status::kIgnored:
      return "is ignored: " + file.reason.value_or("");
    case Status::kDeleted:
      return "lost its source, which the base has deleted";
    default:
      return "has no known baseline: " + file.reason.value_or("");
  }
}

}  // namespace

Outcome run_diff(const Options& options, const DiffCommand& command) {
  ProgressLine line(wanted_progress(options));
  const TranslationDiff diff = diff_translation(command.request, line.callback());
  line.clear();
  for (const Warning& warning : diff.warnings) print_warning(warning);
  if (diff.old_blob.empty() && diff.file.stale.empty()) {
    print_warning({fmt::format("nothing to show: '{}' {}", diff.file.translation,
                               reason_for_nothing(diff.file)),
                   {}});
    return {.text = {}, .exit_status = 0, .statistics = diff.statistics};
  }
  return {command.stat ? render_diff_stat(diff) : render_diff(diff), 0, diff.statistics};
}

}  // namespace l10n_drift
