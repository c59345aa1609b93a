#include <fmt/format.h>

#include "commands.h"
#include "l10n_drift/pins.h"
#include "messages.h"
#include "output.h"
#include "progress_line.h"
#include "text/path_text.h"

namespace l10n_drift {

Outcome run_command(const Options& options, const PinsCommand& command) {
  ProgressLine line(wanted_progress(options));
  const PinAnalysis analysis = find_pins(command.request, command.writing, line.callback());
  line.clear();
  for (const Warning& warning : analysis.warnings) print_warning(warning);
  if (command.writing == PinWriting::kNone) {
    const bool fails = command.check && !analysis.list.pins.empty();
    return {render_pins(analysis.list), fails ? kDriftFound : kDone, analysis.statistics};
  }
  std::string text;
  for (const PinnedPage& page : analysis.written) {
    write_output(page.file, page.text);
    text += fmt::format("{}  {}\n", page.pin.proposed->commit, quote_path(page.pin.translation));
  }
  return {std::move(text), kDone, analysis.statistics};
}

}  // namespace l10n_drift
