#include "commands.h"
#include "l10n_drift/reviewing.h"
#include "messages.h"
#include "output.h"

namespace l10n_drift {

Outcome run_command(const Options&, const ReviewedCommand& command) {
  const ReviewWriting writing = review_pages(command.request);
  for (const Warning& warning : writing.warnings) print_warning(warning);
  if (writing.is_changed) write_output(writing.file, writing.text);
  return {render_reviews(writing), kDone, {}};
}

}  // namespace l10n_drift
