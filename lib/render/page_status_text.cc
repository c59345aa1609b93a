#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <limits>

#include "l10n_drift/page_status.h"
#include "render/page_sentences.h"
#include "render/paint.h"
#include "render/report_color.h"
#include "render/revision_text.h"
#include "render/stale_lines.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kMostSourceCommits = 10;

std::string touch_text(const PageStatus& page) {
  if (!page.last_touch) return "";
  const auto& [commit, date, author, subject] = *page.last_touch;
  return fmt::format("  Last changed on {} by {}, in {} ({}).\n", day_of(date), printable(author),
                     short_id(commit), in_quotes(subject));
}

// How a page says what it was made from.
std::string record_words(const RecordedCommit& record) {
  if (record.where == "message") return "was said to be made from it when it was last changed";
  if (record.where == "comment") return "says in a comment at its head";
  return fmt::format("says by its {}", printable(record.where));
}

std::string baseline_text(const PageStatus& page, const PageStatusReport& report) {
  const auto& baseline = page.file.baseline;
  if (!baseline) return "";
  switch (baseline->method) {
    case BaselineMethod::kContent:
      return "";
    case BaselineMethod::kSince:
      return fmt::format("  Compared with the source at {}, as --since says.\n",
                         revision_text(report.since.value_or(report.base)));
    case BaselineMethod::kFirstVersion:
      return fmt::format(
          "  Compared with the first version of the source, of {} ({}): there was none when the "
          "page was last changed.\n",
          day_of(baseline->date), short_id(baseline->commit));
    case BaselineMethod::kRecorded:
      return fmt::format("  Compared with the source of {} ({}), as the page {}.\n",
                         day_of(baseline->date), short_id(baseline->commit),
                         record_words(*page.file.recorded));
    case BaselineMethod::kReviewed:
      return fmt::format("  Compared with the source of {} ({}), up to which it was reviewed.\n",
                         day_of(baseline->date), short_id(baseline->commit));
    case BaselineMethod::kHistory:
      break;
  }
  if (page.last_touch && page.last_touch->commit == baseline->commit) {
    return "  Compared with the source that was beside it then.\n";
  }
  return fmt::format("  Compared with the source that was beside it on {}, in {}.\n",
                     day_of(baseline->date), short_id(baseline->commit));
}

std::string behind_text(const FileReport& file, Color color) {
  const auto& commits = file.commits;
  if (commits.empty()) return "";
  std::string text = fmt::format("  Behind since {}, by {} of the source:\n",
                                 day_of(commits.back().date), plural(commits.size(), "commit"));
  for (std::size_t i = 0; i < std::min(commits.size(), kMostSourceCommits); ++i) {
    text += fmt::format("    {}  {}  {}\n", day_of(commits[i].date),
                        paint(short_id(commits[i].commit), kYellow, color),
                        printable(commits[i].subject));
  }
  if (commits.size() > kMostSourceCommits) {
    text += fmt::format("    ... and {} more\n", commits.size() - kMostSourceCommits);
  }
  return text;
}

std::string places_text(const FileReport& file, Color color) {
  if (file.stale.empty()) return "";
  const auto left_open = open_changes(file);
  std::string text = "  What to look at";
  if (left_open == file.stale.size()) text += ", left open when the page was last changed";
  return text + ":\n" + stale_lines(file.stale, std::numeric_limits<std::size_t>::max(), color);
}

// Of a page among others that asks nothing of anybody, it is enough to know that.
bool is_quiet(const PageStatus& page, const PageStatusReport& report) {
  const Status status = page.file.status;
  const bool is_well = status == Status::kInSync || status == Status::kUnpaired ||
                       status == Status::kIgnored || status == Status::kUntranslated;
  return is_well && report.pages.size() > 1;
}

std::string page_text(const PageStatus& page, const PageStatusReport& report, Color color) {
  const FileReport& file = page.file;
  std::string text =
      paint(status_headline(page, report), headline_color(file.status), color) + '\n';
  if (is_quiet(page, report)) return text;
  text += "  " + status_reason(page, report) + '\n';
  text += touch_text(page) + baseline_text(page, report) + behind_text(file, color) +
          places_text(file, color);
  const char* label = "Next:";
  for (const std::string& command : next_commands(page, report)) {
    text += fmt::format("  {:5} {}\n", label, paint(command, kBold, color));
    label = "";
  }
  return text;
}

}  // namespace

std::string render_status_text(const PageStatusReport& report, Color color) {
  std::string text = fmt::format("Translations of {}, sources of {}", revision_text(report.branch),
                                 revision_text(report.base));
  if (report.since) text += ", changes since " + revision_text(*report.since);
  text = paint(text, kDim, color) + '\n';
  bool is_among_quiet = false;
  for (const PageStatus& page : report.pages) {
    if (!is_among_quiet || !is_quiet(page, report)) text += '\n';
    is_among_quiet = is_quiet(page, report);
    text += page_text(page, report, color);
  }
  return text;
}

}  // namespace l10n_drift
