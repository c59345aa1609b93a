#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "l10n_drift/render.h"
#include "render/paint.h"
#include "render/revision_text.h"
#include "render/text_table.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// 1234567 as 1,234,567, whatever the locale.
std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

// "265 outdated (+12,345 -6,789)"; empty if there are none.
std::string total_of(Status status, const Summary& summary) {
  if (summary[status] == 0) return "";
  std::string text = fmt::format("{} {}", grouped(summary[status]), in_words(to_string(status)));
  if (status == Status::kOutdated) {
    text += fmt::format(" (+{} -{})", grouped(summary.insertions), grouped(summary.deletions));
  }
  return text;
}

// Of all translations, those that need attention first.
std::vector<std::string> totals_by_status(const Summary& summary) {
  std::vector<std::string> attention;
  std::vector<std::string> others;
  for (const StatusFacts& facts : kStatuses) {
    if (facts.status == Status::kUntranslated) continue;
    std::string total = total_of(facts.status, summary);
    if (total.empty()) continue;
    (needs_attention(facts.status) ? attention : others).push_back(std::move(total));
  }
  attention.insert(attention.end(), others.begin(), others.end());
  return attention;
}

std::string total_line(const std::string& language, std::size_t width, const Summary& summary,
                       Color color) {
  std::string text = fmt::format(
      "{}  {} {}", paint(fmt::format("{:<{}}", language, width), kBold, color),
      grouped(summary.translations), summary.translations == 1 ? "translation" : "translations");
  const std::vector<std::string> totals = totals_by_status(summary);
  if (!totals.empty()) text += fmt::format(": {}", fmt::join(totals, ", "));
  const std::string untranslated = total_of(Status::kUntranslated, summary);
  if (!untranslated.empty()) text += "; " + untranslated;
  return text + '\n';
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
