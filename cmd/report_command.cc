#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "color.h"
#include "commands.h"
#include "input.h"
#include "l10n_drift/error.h"
#include "l10n_drift/issue.h"
#include "messages.h"
#include "progress_line.h"
#include "stats.h"
#include "terminal.h"
#include "text/characters.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kIssueLimit = 65'536;  // Characters that GitHub takes in one issue.

// Options that only an issue has ask for one.
bool is_issue_asked_for(const Options& options, const ReportCommand& command) {
  return command.style || command.details != IssueDetails::kNone || command.links_asked ||
         command.quick || command.max_chars || !command.previous.empty() || options.output_dir;
}

Format choose_format(const Report& report, const Options& options, const ReportCommand& command,
                     const PreviousIssue& previous) {
  const bool one_language = report.languages.size() == 1;
  const Format format = command.format.value_or(
      one_language || is_issue_asked_for(options, command) ? Format::kIssue : Format::kText);
  if (format == Format::kIssue && !one_language) {
    throw Error(
        fmt::format("--format issue takes one language, and there are {}", report.languages.size()),
        fmt::format("choose one: --lang {}",
                    previous.language.empty() ? report.languages.front() : previous.language));
  }
  return format;
}

PreviousIssue read_previous(const ReportCommand& command) {
  std::vector<IssueText> texts;
  for (const std::string& path : command.previous) texts.push_back({path, read_input(path)});
  return read_issue(texts);
}

// What a message calls the limit: "GitHub takes 65536".
std::string limit_text(std::size_t limit) {
  return fmt::format("{} {}", limit == kIssueLimit ? "GitHub takes" : "--max-chars allows", limit);
}

// The body as a whole; without the texts of stale places, and without links that nobody has asked
// for, if it would be too long with them.
std::string render_whole(const Report& report, IssueOptions issue, const ReportCommand& command,
                         const PreviousIssue& previous) {
  const std::size_t limit = command.max_chars.value_or(kIssueLimit);
  const auto render = [&] { return render_issue_parts(report, issue, previous, 0).front(); };
  std::string body = render();
  if (count_characters(body) > limit && issue.details == IssueDetails::kStaleBlocks) {
    print_warning({fmt::format("there are no texts of stale places, as the body would have {} "
                               "characters with them, and {}",
                               count_characters(body), limit_text(limit)),
                   "--output-dir DIR cuts it into parts"});
    issue.details = IssueDetails::kStalePlaces;
    body = render();
  }
  if (count_characters(body) > limit && issue.web && !command.links_asked) {
    print_warning({fmt::format("there are no links, as the body would have {} characters with "
                               "them, and {}",
                               count_characters(body), limit_text(limit)),
                   fmt::format("--links {} puts them in", issue.web->repository)});
    issue.web.reset();
    body = render();
  }
  if (count_characters(body) > limit) {
    print_warning({fmt::format("the body has {} characters, and {}", count_characters(body),
                               limit_text(limit)),
                   "--output-dir DIR cuts it into parts"});
  }
  return body;
}

void render_issue_to(Outcome& outcome, const Report& report, const Options& options,
                     const ReportCommand& command, const PreviousIssue& previous) {
  const IssueOptions issue{.style = command.style.value_or(IssueStyle::kShortstat),
                           .details = command.details,
                           .web = report.web,
                           .with_quick = command.quick};
  if (options.output_dir) {
    outcome.parts =
        render_issue_parts(report, issue, previous, command.max_chars.value_or(kIssueLimit));
  } else {
    outcome.text = render_whole(report, issue, command, previous);
  }
}

// The lines of a body that GitHub does not show: they mean nothing to people at a terminal, and the
// last of them fills many screens.
std::string without_markers(std::string_view body) {
  std::string text;
  bool is_after_blank = true;  // What stood around a marker leaves one blank line behind.
  for (const std::string_view line : split(body, '\n')) {
    if (line.starts_with("<!-- l10n-drift") && line.ends_with("-->")) continue;
    if (line.empty() && is_after_blank) continue;
    is_after_blank = line.empty();
    text += line;
    text += '\n';
  }
  while (text.ends_with("\n\n")) text.pop_back();
  return text;
}

// What is to be seen at a terminal, and where the rest is.
void show_at_terminal(Outcome& outcome, const Report& report) {
  outcome.text = without_markers(outcome.text);
  const auto open = static_cast<std::size_t>(
      std::count_if(report.files.begin(), report.files.end(),
                    [](const FileReport& file) { return is_drift(file.status); }));
  const Summary& summary = report.summaries.at(report.languages.front());
  print_remark(fmt::format(
      "{} of {} to be updated; 'l10n-drift status' shows a table, '-o issue.md' writes the body "
      "with the hidden comments that keep it alive",
      open, plural(summary.translations, "translation")));
}

std::string render(Format format, const Report& report, const Options& options) {
  if (format == Format::kJson) return render_json(report);
  if (format == Format::kCsv) return render_csv(report);
  return render_text(report, choose_color(options));
}

}  // namespace

Outcome run_command(const Options& options, const ReportCommand& command) {
  const PreviousIssue previous = read_previous(command);
  ProgressLine line(wanted_progress(options));
  const Analysis analysis = analyze(command.request, line.callback());
  line.clear();
  print_messages(analysis);
  const bool drifts = std::any_of(analysis.report.files.begin(), analysis.report.files.end(),
                                  [](const FileReport& file) { return is_drift(file.status); });
  Outcome outcome{.text = {},
                  .exit_status = command.exit_code && drifts ? kDriftFound : kDone,
                  .statistics = analysis.statistics};
  measure_rendering(outcome.statistics, [&] {
    const Format format = choose_format(analysis.report, options, command, previous);
    if (format == Format::kIssue) {
      render_issue_to(outcome, analysis.report, options, command, previous);
      const bool is_shown = !options.output_dir && terminal_width(options).has_value();
      if (is_shown) show_at_terminal(outcome, analysis.report);
    } else {
      outcome.text = render(format, analysis.report, options);
    }
  });
  return outcome;
}

}  // namespace l10n_drift
