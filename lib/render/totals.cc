#include "render/totals.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "render/text_table.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

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

}  // namespace

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, 1, ',');
  return digits;
}

std::string totals_text(const Summary& summary) {
  std::string text = fmt::format("{} {}", grouped(summary.translations),
                                 summary.translations == 1 ? "translation" : "translations");
  const std::vector<std::string> totals = totals_by_status(summary);
  if (!totals.empty()) text += fmt::format(": {}", fmt::join(totals, ", "));
  const std::string untranslated = total_of(Status::kUntranslated, summary);
  return untranslated.empty() ? text : text + "; " + untranslated;
}

std::optional<std::size_t> per_cent_in_sync(const Summary& summary) {
  const std::size_t kept =
      summary.translations - summary[Status::kIgnored] - summary[Status::kUnpaired];
  if (kept == 0) return {};
  return 100 * summary[Status::kInSync] / kept;
}

}  // namespace l10n_drift
