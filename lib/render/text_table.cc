#include "render/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <vector>

#include "render/drift_text.h"
#include "render/file_note.h"
#include "render/paint.h"
#include "render/report_color.h"
#include "render/stale_lines.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// Every cell is plain text: colours are added last, so that they do not count for widths.
struct Row {
  std::string language;
  std::string_view color;
  std::string status;
  std::string severity;
  std::string insertions;
  std::string deletions;
  std::string date;
  std::string path;
  std::string note;
  std::vector<SourceCommit> commits;
  std::vector<StaleBlock> stale;
};

struct Widths {
  std::size_t status = 0;
  std::size_t severity = 0;
  std::size_t insertions = 0;
  std::size_t deletions = 0;
  std::size_t date = 0;
};

std::string note(const FileReport& file) {
  const std::string text = file_note(file);
  return text.empty() ? "" : '(' + text + ')';
}

std::string severity_cell(const FileReport& file) {
  const std::string word = severity_word(file);
  return word.empty() ? "-" : in_words(word);
}

Row make_row(const FileReport& file) {
  return {file.language,
          status_color(file.status),
          in_words(to_string(file.status)),
          severity_cell(file),
          file.counts ? fmt::format("+{}", file.counts->insertions) : "-",
          file.counts ? fmt::format("-{}", file.counts->deletions) : "-",
          file.last_touch ? std::string(day_of(file.last_touch->date)) : "-",
          quote_path(file.translation),
          note(file),
          file.commits,
          file.stale};
}

Row header_row() {
  return {"",        kBold,         "STATUS", "SEVERITY", "+LINES", "-LINES",
          "TOUCHED", "TRANSLATION", "",       {},         {}};
}

Widths measure(const std::vector<Row>& rows) {
  Widths widths;
  for (const Row& row : rows) {
    widths.status = std::max(widths.status, row.status.size());
    widths.severity = std::max(widths.severity, row.severity.size());
    widths.insertions = std::max(widths.insertions, row.insertions.size());
    widths.deletions = std::max(widths.deletions, row.deletions.size());
    widths.date = std::max(widths.date, row.date.size());
  }
  return widths;
}

std::string row_text(const Row& row, const Widths& widths, Color color) {
  const std::string status = fmt::format("{:<{}}", row.status, widths.status);
  const std::string severity = fmt::format("{:<{}}", row.severity, widths.severity);
  const std::string insertions = fmt::format("{:>{}}", row.insertions, widths.insertions);
  const std::string deletions = fmt::format("{:>{}}", row.deletions, widths.deletions);
  const bool is_header = row.language.empty();
  return fmt::format("{}  {}  {}  {}  {:<{}}  {}{}{}\n", paint(status, row.color, color),
                     paint(severity, is_header ? kBold : "", color),
                     paint(insertions, is_header ? kBold : kGreen, color),
                     paint(deletions, is_header ? kBold : kRed, color), row.date, widths.date,
                     row.path, row.note.empty() ? "" : "  ", paint(row.note, kDim, color));
}

// A commit of the source, below the row of its translation.
std::string commit_text(const SourceCommit& commit, Color color) {
  return fmt::format("    {}  {}  {}\n", day_of(commit.date),
                     paint(short_id(commit.commit), kYellow, color), printable(commit.subject));
}

constexpr std::size_t kMostOfPage = 5;

// What the last touch left open, below the row of its translation: enough to see what it is about.
std::string stale_text(const std::vector<StaleBlock>& stale, Color color) {
  std::vector<StaleBlock> open;
  std::copy_if(stale.begin(), stale.end(), std::back_inserter(open),
               [](const StaleBlock& block) { return block.before_last_touch; });
  return stale_lines(open, kMostOfPage, color);
}

// The rows of one language, under its name if there are several.
std::string group_text(const Report& report, const std::string& language,
                       const std::vector<Row>& rows, const Widths& widths, Color color) {
  std::string text;
  for (const Row& row : rows) {
    if (row.language != language) continue;
    text += row_text(row, widths, color);
    text += stale_text(row.stale, color);
    for (const SourceCommit& commit : row.commits) text += commit_text(commit, color);
  }
  if (text.empty()) return text;
  if (report.languages.size() > 1) text = paint(language, kBold, color) + '\n' + text;
  return text + '\n';
}

}  // namespace

bool needs_attention(Status status) {
  return is_drift(status) || status == Status::kUnknown || status == Status::kInvalidBaseline ||
         status == Status::kUntranslated;
}

std::string text_table(const Report& report, Color color) {
  std::vector<Row> rows = {header_row()};
  for (const FileReport& file : report.files) {
    if (needs_attention(file.status)) rows.push_back(make_row(file));
  }
  if (rows.size() == 1) return "";
  const Widths widths = measure(rows);
  std::string text = row_text(rows.front(), widths, color);
  if (report.languages.size() > 1) text += '\n';
  for (const std::string& language : report.languages) {
    text += group_text(report, language, rows, widths, color);
  }
  return text;
}

}  // namespace l10n_drift
