#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/render_check.h"
#include "report/finding_text.h"
#include "report/paint.h"
#include "report/stale_text.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kMostPlaces = 8;  // Lines about stale blocks in a paragraph.

// Where to look: in the translation if it is known, else in the source.
std::string place_text(const StaleBlock& block) {
  if (block.translation_lines) return lines_text(*block.translation_lines);
  if (block.source_lines) return lines_text(*block.source_lines) + " of the source";
  return "somewhere";
}

struct Place {
  std::string where;
  std::string what;
  std::string heading;
};

std::string places_text(const std::vector<StaleBlock>& stale) {
  const std::vector<StaleRun> runs = stale_runs(stale);
  std::vector<Place> places;
  std::size_t left = stale.size();
  std::size_t where_width = 0;
  std::size_t what_width = 0;
  for (std::size_t i = 0; i < std::min(runs.size(), kMostPlaces); ++i) {
    const StaleRun& run = runs[i];
    places.push_back(
        {place_text(run.block), kind_text(run) + ' ' + change_text(run.block.change),
         run.block.heading.empty() ? "(above the first heading)" : printable(run.block.heading)});
    where_width = std::max(where_width, places.back().where.size());
    what_width = std::max(what_width, places.back().what.size());
    left -= run.count;
  }
  std::string text;
  for (const Place& place : places) {
    text += fmt::format("    {:<{}}  {:<{}}  {}\n", place.where, where_width, place.what,
                        what_width, place.heading);
  }
  return left == 0 ? text : text + fmt::format("    ... and {} more\n", left);
}

std::string finding_text(const Finding& finding, const CheckReport& report, Color color) {
  const std::string level =
      finding.fails ? paint("error:", kBoldRed, color) : paint("warning:", kBoldYellow, color);
  std::string text =
      fmt::format("{} {}\n  {}\n", level, paint(headline(finding, kPlainWording), kBold, color),
                  explanation(finding, report, kPlainWording));
  text += places_text(finding.file.stale);
  const std::string command = show_command(finding, report);
  return command.empty() ? text + '\n' : fmt::format("{}  See {}\n\n", text, command);
}

}  // namespace

std::string render_check_text(const CheckReport& report, Color color) {
  std::string text;
  for (const Finding& finding : report.findings) text += finding_text(finding, report, color);
  for (const Notice& notice : report.notices) {
    text += fmt::format("{} {}\n", paint("notice:", kBoldCyan, color),
                        notice_text(notice, report, kPlainWording));
  }
  if (!report.notices.empty()) text += '\n';
  return fmt::format("{}{}\n", text, outcome_text(report, kPlainWording));
}

}  // namespace l10n_drift
