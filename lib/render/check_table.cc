#include "render/check_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string_view>
#include <utility>

#include "render/inert_text.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

// Deeper folders are one with those above them.
constexpr std::size_t kMostFolders = 4;

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
};

using Rows = std::map<std::pair<std::string, std::string>, Counts>;

std::string folder_of(std::string_view path) {
  std::size_t end = 0;
  for (std::size_t depth = 0; depth < kMostFolders; ++depth) {
    const std::size_t next = path.find('/', end == 0 ? 0 : end + 1);
    if (next == path.npos) break;
    end = next;
  }
  return end == 0 ? "." : std::string(path.substr(0, end));
}

std::size_t& count_of(Level level, Counts& counts) {
  switch (level) {
    case Level::kError:
      return counts.errors;
    case Level::kWarning:
      return counts.warnings;
    case Level::kNote:
      break;
  }
  return counts.notes;
}

// By language, then by folder.
Rows rows_of(const CheckReport& report) {
  Rows rows;
  for (const Finding& finding : report.findings) {
    const FileReport& file = finding.file;
    ++count_of(finding.level, rows[{file.language, folder_of(file.translation)}]);
  }
  return rows;
}

// A code span in a table, where a bar ends the cell even within the span unless it is escaped.
std::string cell(std::string span) {
  for (std::size_t bar = 0; (bar = span.find('|', bar)) != span.npos; bar += 2) {
    span.insert(bar, 1, '\\');
  }
  return span;
}

}  // namespace

std::string check_table(const CheckReport& report) {
  const Rows rows = rows_of(report);
  std::size_t language_width = std::string_view("LANGUAGE").size();
  for (const auto& [place, counts] : rows) {
    language_width = std::max(language_width, place.first.size());
  }
  std::string text = fmt::format("{:<{}}  {:>6}  {:>7}  {:>13}  FOLDER\n", "LANGUAGE",
                                 language_width, "ERRORS", "TO LOOK", "BEHIND BEFORE");
  for (const auto& [place, counts] : rows) {
    text += fmt::format("{:<{}}  {:>6}  {:>7}  {:>13}  {}\n", place.first, language_width,
                        counts.errors, counts.warnings, counts.notes, quote_path(place.second));
  }
  return rows.empty() ? "" : text;
}

std::string check_table_markdown(const CheckReport& report) {
  std::string text;
  for (const auto& [place, counts] : rows_of(report)) {
    text +=
        fmt::format("| {} | {} | {} | {} | {} |\n", code_span(place.first),
                    cell(path_span(place.second)), counts.errors, counts.warnings, counts.notes);
  }
  if (text.empty()) return text;
  return "| Language | Folder | To be updated | To look at | Behind before |\n"
         "| --- | --- | ---: | ---: | ---: |\n" +
         text;
}

}  // namespace l10n_drift
