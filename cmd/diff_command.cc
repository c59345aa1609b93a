#include <fmt/format.h>

#include <iterator>

#include "color.h"
#include "commands.h"
#include "messages.h"
#include "pager.h"
#include "progress_line.h"
#include "stats.h"
#include "text/path_text.h"
#include "text/words.h"

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
    case Status::kInvalidBaseline:
      return "has no baseline to compare with: " + file.reason.value_or("");
    default:
      return "has no known baseline: " + file.reason.value_or("");
  }
}

// "12 in sync, 1 unknown".
std::string counts_text(const Summary& pages) {
  std::string text;
  for (std::size_t i = 0; i < std::size(kStatuses); ++i) {
    if (pages.pairs.at(i) == 0) continue;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", pages.pairs.at(i),
                        in_words(kStatuses[i].word));
  }
  return text;
}

void tell_of_folder(const DiffedFolder& folder) {
  const std::string name = in_quotes(folder.name);
  if (folder.shown == 0) {
    print_warning({fmt::format("nothing to show in {}: {}", name, counts_text(folder.pages)), {}});
    return;
  }
  const std::size_t unknown = folder.pages[Status::kUnknown];
  if (unknown == 0) return;
  print_warning(
      {fmt::format("nobody can tell of {} in {}: {} no known baseline",
                   plural(unknown, "translation"), name, unknown == 1 ? "it has" : "they have"),
       {}});
}

// What is not in the diff.
void tell_of_the_rest(const DiffReport& report) {
  for (const TranslationDiff& diff : report.pages) {
    const FileReport& file = diff.page.file;
    if (has_news(diff)) continue;
    print_warning(
        {fmt::format("nothing to show: '{}' {}", file.translation, reason_for_nothing(file)), {}});
  }
  for (const DiffedFolder& folder : report.folders) tell_of_folder(folder);
}

}  // namespace

Outcome run_command(const Options& options, const DiffCommand& command) {
  ProgressLine line(wanted_progress(options));
  const DiffAnalysis analysis = diff_translations(command.request, line.callback());
  line.clear();
  for (const Warning& warning : analysis.warnings) print_warning(warning);
  print_uncommitted(analysis.uncommitted, analysis.report.branch);
  tell_of_the_rest(analysis.report);
  Outcome outcome{.text = {}, .exit_status = kDone, .statistics = analysis.statistics};
  measure_rendering(outcome.statistics, [&] {
    outcome.text = command.stat ? render_diff_stat(analysis.report)
                                : render_diff(analysis.report, choose_color(options));
  });
  if (command.paged) outcome.pager = choose_pager(options);
  return outcome;
}

}  // namespace l10n_drift
