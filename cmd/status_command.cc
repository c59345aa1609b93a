#include "color.h"
#include "commands.h"
#include "l10n_drift/page_status.h"
#include "l10n_drift/status_table.h"
#include "messages.h"
#include "progress_line.h"
#include "stats.h"
#include "terminal.h"

namespace l10n_drift {
namespace {

Outcome tell_of_pages(const Options& options, const StatusCommand& command) {
  ProgressLine line(wanted_progress(options));
  const PageStatusAnalysis analysis = describe_pages(command.request, line.callback());
  line.clear();
  for (const Warning& warning : analysis.warnings) print_warning(warning);
  Outcome outcome{.text = {}, .exit_status = kDone, .statistics = analysis.statistics};
  measure_rendering(outcome.statistics, [&] {
    outcome.text = command.format == StatusFormat::kJson
                       ? render_status_json(analysis.report)
                       : render_status_text(analysis.report, choose_color(options));
  });
  return outcome;
}

Outcome show_table(const Options& options, const StatusCommand& command) {
  ProgressLine line(wanted_progress(options));
  const Analysis analysis = analyze(command.request, line.callback());
  line.clear();
  print_messages(analysis);
  Outcome outcome{.text = {}, .exit_status = kDone, .statistics = analysis.statistics};
  measure_rendering(outcome.statistics, [&] {
    outcome.text = render_status_table(
        analysis.report,
        {.order = command.order, .width = terminal_width(options), .color = choose_color(options)});
  });
  return outcome;
}

}  // namespace

Outcome run_command(const Options& options, const StatusCommand& command) {
  const bool is_table = command.is_table && command.format == StatusFormat::kText;
  return is_table ? show_table(options, command) : tell_of_pages(options, command);
}

}  // namespace l10n_drift
