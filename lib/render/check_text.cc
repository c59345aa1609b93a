#include <fmt/format.h>

#include <string>

#include "l10n_drift/render_check.h"
#include "render/check_table.h"
#include "render/finding_places.h"
#include "render/finding_text.h"
#include "render/paint.h"
#include "render/stale_lines.h"
#include "render/stale_text.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kMostOfFinding = 8;

std::string level_text(const Finding& finding, Color color) {
  switch (finding.level) {
    case Level::kError:
      return paint("error:", kBoldRed, color);
    case Level::kWarning:
      return paint("warning:", kBoldYellow, color);
    case Level::kNote:
      break;
  }
  return paint("note:", kBoldCyan, color);
}

std::string indented(const std::string& line) {
  return line.empty() ? line : fmt::format("  {}\n", line);
}

std::string finding_text(const Finding& finding, const CheckReport& report, Color color) {
  const FindingPlaces places = places_of(finding);
  std::string text = fmt::format("{} {}\n", level_text(finding, color),
                                 paint(headline(finding, kPlainWording), kBold, color));
  text += indented(explanation(finding, report, kPlainWording));
  text += stale_lines(places.here, kMostOfFinding, color);
  text += indented(before_text(places));
  text += stale_lines(places.before, kMostOfFinding, color);
  text += indented(source_story(finding, report, kPlainWording));
  const std::string command = show_command(finding, report);
  return (command.empty() ? text : fmt::format("{}  See {}\n", text, command)) + '\n';
}

// One line each.
std::string notes_text_of(const CheckReport& report, Color color) {
  std::string text;
  for (const Finding& finding : report.findings) {
    if (finding.level != Level::kNote) continue;
    text += fmt::format("{} {}\n", level_text(finding, color),
                        note_text(finding, report, kPlainWording));
  }
  return text.empty() ? text : text + '\n';
}

// What fails, by its name alone.
std::string headlines(const CheckReport& report, Color color) {
  std::string text;
  for (const Finding& finding : report.findings) {
    if (finding.level != Level::kError) continue;
    text += fmt::format("{} {}\n", level_text(finding, color), headline(finding, kPlainWording));
  }
  return text.empty() ? text : text + '\n';
}

}  // namespace

std::string render_check_text(const CheckReport& report, Color color) {
  std::string text;
  if (report.is_bulk && !report.findings.empty()) text += check_table(report) + '\n';
  // Of a milestone that is no more than a few pages people want to see the places, too.
  if (report.pages <= kMostPages || !report.is_bulk) {
    for (const Finding& finding : report.findings) {
      if (finding.level != Level::kNote) text += finding_text(finding, report, color);
    }
    text += notes_text_of(report, color);
  } else {
    text += headlines(report, color);
  }
  for (const Notice& notice : report.notices) {
    text += fmt::format("{} {}\n", paint("notice:", kBoldCyan, color),
                        notice_text(notice, report, kPlainWording));
  }
  if (!report.notices.empty()) text += '\n';
  return fmt::format("{}{}\n", text, outcome_text(report, kPlainWording, Notes::kHere));
}

}  // namespace l10n_drift
