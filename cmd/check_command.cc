#include <cstdlib>
#include <string>

#include "color.h"
#include "commands.h"
#include "l10n_drift/render_check.h"
#include "messages.h"
#include "output.h"
#include "progress_line.h"
#include "stats.h"

namespace l10n_drift {
namespace {

std::string render(const CheckReport& report, const Options& options, CheckFormat format) {
  switch (format) {
    case CheckFormat::kJson:
      return render_check_json(report);
    case CheckFormat::kGithub:
      return render_check_github(report);
    case CheckFormat::kText:
      break;
  }
  return render_check_text(report, choose_color(options));
}

// GitHub Actions names a file to each step, and shows its Markdown on the page of the run.
void add_to_summary_of_job(const CheckReport& report) {
  const char* const path = std::getenv("GITHUB_STEP_SUMMARY");
  if (path == nullptr || *path == '\0') return;
  append_to_file(path, render_check_summary(report));
}

}  // namespace

Outcome run_command(const Options& options, const CheckCommand& command) {
  ProgressLine line(wanted_progress(options));
  const CheckAnalysis analysis = check_branch(command.request, line.callback());
  line.clear();
  print_messages(analysis);
  print_uncommitted(analysis.uncommitted, analysis.report.branch);
  Outcome outcome{.text = {},
                  .exit_status = count_failures(analysis.report) > 0 ? kDriftFound : kDone,
                  .statistics = analysis.statistics};
  measure_rendering(outcome.statistics, [&] {
    outcome.text = render(analysis.report, options, command.format);
    if (command.format == CheckFormat::kGithub) add_to_summary_of_job(analysis.report);
  });
  return outcome;
}

}  // namespace l10n_drift
