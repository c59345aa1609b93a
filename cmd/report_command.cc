#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "color.h"
#include "commands.h"
#include "l10n_drift/error.h"
#include "messages.h"
#include "progress_line.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kIssueLimit = 65'536;  // Characters that GitHub takes in one issue.

// Options that only an issue has ask for one.
bool is_issue_asked_for(const ReportCommand& command) {
  return command.style || command.details != IssueDetails::kNone || command.links_asked;
}

Format choose_format(const Report& report, const ReportCommand& command) {
  const bool one_language = report.languages.size() == 1;
  const Format format = command.format.value_or(
      one_language || is_issue_asked_for(command) ? Format::kIssue : Format::kText);
  if (format == Format::kIssue && !one_language) {
    throw Error(
        fmt::format("--format issue takes one language, and there are {}", report.languages.size()),
        fmt::format("choose one: --lang {}", report.languages.front()));
  }
  return format;
}

// GitHub counts characters, not bytes.
std::size_t count_characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

std::string hint_for_long_body(const Report& report, const ReportCommand& command) {
  if (command.links_asked && report.web) return "it is shorter with --links none";
  if (command.details != IssueDetails::kNone) return "it is shorter without --details";
  return command.style == IssueStyle::kCompact ? "" : "--style compact is shorter";
}

// The body of an issue; without links that nobody has asked for, if it would be too long with them.
std::string render_body(const Report& report, const ReportCommand& command) {
  IssueOptions issue{.style = command.style.value_or(IssueStyle::kShortstat),
                     .details = command.details,
                     .web = report.web};
  std::string body = render_issue(report, issue);
  const std::size_t size = count_characters(body);
  if (size <= kIssueLimit || !report.web || command.links_asked) return body;
  print_warning({fmt::format("there are no links, as the body would have {} characters with them, "
                             "and GitHub takes {}",
                             size, kIssueLimit),
                 fmt::format("--links {} puts them in", report.web->repository)});
  issue.web.reset();
  return render_issue(report, issue);
}

std::string render(const Report& report, const Options& options, const ReportCommand& command) {
  switch (choose_format(report, command)) {
    case Format::kText:
      return render_text(report, choose_color(options));
    case Format::kJson:
      return render_json(report);
    case Format::kCsv:
      return render_csv(report);
    case Format::kIssue:
      break;
  }
  std::string body = render_body(report, command);
  const std::size_t size = count_characters(body);
  if (size > kIssueLimit) {
    print_warning(
        {fmt::format("the body has {} characters, and GitHub takes {}", size, kIssueLimit),
         hint_for_long_body(report, command)});
  }
  return body;
}

}  // namespace

Outcome run_report(const Options& options, const ReportCommand& command) {
  ProgressLine line(wanted_progress(options));
  const Analysis analysis = analyze(options.request, line.callback());
  line.clear();
  for (const Warning& warning : analysis.warnings) print_warning(warning);
  print_skipped(analysis.report.skipped);
  const bool drifts = std::any_of(analysis.report.files.begin(), analysis.report.files.end(),
                                  [](const FileReport& file) { return is_drift(file.status); });
  Outcome outcome{.text = {},
                  .exit_status = command.exit_code && drifts ? kDriftFound : kDone,
                  .statistics = analysis.statistics};
  const auto start = std::chrono::steady_clock::now();
  outcome.text = render(analysis.report, options, command);
  const auto end = std::chrono::steady_clock::now();
  outcome.statistics[Phase::kRender].seconds = std::chrono::duration<double>(end - start).count();
  return outcome;
}

}  // namespace l10n_drift
