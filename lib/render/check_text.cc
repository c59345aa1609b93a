#include <fmt/format.h>

#include <string>

#include "l10n_drift/render_check.h"
#include "render/finding_text.h"
#include "render/paint.h"
#include "render/stale_lines.h"
#include "render/stale_text.h"

namespace l10n_drift {
namespace {

constexpr std::size_t kMostOfFinding = 8;

std::string finding_text(const Finding& finding, const CheckReport& report, Color color) {
  const std::string level =
      finding.fails ? paint("error:", kBoldRed, color) : paint("warning:", kBoldYellow, color);
  std::string text =
      fmt::format("{} {}\n  {}\n", level, paint(headline(finding, kPlainWording), kBold, color),
                  explanation(finding, report, kPlainWording));
  text += stale_lines(finding.file.stale, kMostOfFinding, color);
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
