#include <fmt/format.h>

#include "commands.h"
#include "l10n_drift/bulk_touches.h"
#include "messages.h"
#include "progress_line.h"

namespace l10n_drift {

Outcome run_command(const Options& options, const TouchesCommand& command) {
  ProgressLine line(wanted_progress(options));
  const BulkTouches touches =
      find_bulk_touches(command.request, command.more_than, line.callback());
  line.clear();
  for (const Warning& warning : touches.warnings) print_warning(warning);
  if (touches.commits.empty()) {
    print_warning({fmt::format("no commit touches more than {} translations by a line or two each",
                               command.more_than),
                   {}});
  }
  return {render_bulk_touches(touches), kDone, touches.statistics};
}

}  // namespace l10n_drift
