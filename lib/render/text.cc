#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>

#include "l10n_drift/render.h"
#include "render/paint.h"
#include "render/revision_text.h"
#include "render/text_table.h"
#include "render/totals.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

std::string total_line(const std::string& language, std::size_t width, const Summary& summary,
                       Color color) {
  return fmt::format("{}  {}\n", paint(fmt::format("{:<{}}", language, width), kBold, color),
                     totals_text(summary));
}

std::string totals(const Report& report, Color color) {
  std::size_t width = 0;
  for (const std::string& language : report.languages) width = std::max(width, language.size());
  std::string text;
  for (const std::string& language : report.languages) {
    text += total_line(language, width, report.summaries.at(language), color);
  }
  return text;
}

// The pages that the table may not even name, since their history says that they are in sync.
std::string not_compared_text(const Report& report) {
  constexpr std::size_t kMost = 10;
  std::string pages;
  std::size_t count = 0;
  for (const FileReport& file : report.files) {
    if (file.alignment != Alignment::kWeak) continue;
    if (++count <= kMost) pages += fmt::format("    {}\n", quote_path(file.translation));
  }
  if (count == 0) return "";
  if (count > kMost) pages += fmt::format("    ... and {} more\n", grouped(count - kMost));
  return fmt::format("\n{} could not be compared block by block; only their history counts:\n{}",
                     plural(count, "page"), pages);
}

// What is compared: the first thing to check when a result looks wrong.
std::string heading(const Report& report, Color color) {
  std::string text = fmt::format("Translations of {}, sources of {}", revision_text(report.branch),
                                 revision_text(report.base));
  if (report.since) text += ", changes since " + revision_text(*report.since);
  return paint(text, kDim, color) + "\n\n";
}

}  // namespace

std::string render_text(const Report& report, Color color) {
  return heading(report, color) + text_table(report, color) + totals(report, color) +
         not_compared_text(report);
}

}  // namespace l10n_drift
