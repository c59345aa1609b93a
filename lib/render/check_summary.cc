#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/render_check.h"
#include "render/finding_text.h"
#include "render/inert_text.h"
#include "render/issue/stale_fold.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

const Wording kMarkdownWording = {.path = path_span, .name = code_span, .text = escape_text};

// GitHub takes 1 MiB, and shows nothing of more.
constexpr std::size_t kMostBytes = 1'000'000;

// A numbered list, as far as there is room for it.
std::string list(const std::vector<std::string>& items, std::size_t room) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = fmt::format("{}. {}", i + 1, items[i]);
    if (text.size() + item.size() > room) {
      return text + fmt::format("\nAnd {} more.\n", items.size() - i);
    }
    text += item;
  }
  return text;
}

std::string item_of(const Finding& finding, std::size_t number, const CheckReport& report) {
  // The text of an item begins behind its number, and so has to what belongs to it.
  const std::size_t indent = fmt::formatted_size("{}. ", number);
  return fmt::format("{}. {}\n{}", headline(finding, kMarkdownWording),
                     explanation(finding, report, kMarkdownWording),
                     folded_stale_blocks(finding.file, indent, IssueDetails::kStaleBlocks));
}

std::string section(const CheckReport& report, bool fails, const char* heading, std::size_t room) {
  std::vector<std::string> items;
  for (const Finding& finding : report.findings) {
    if (finding.fails != fails) continue;
    items.push_back(item_of(finding, items.size() + 1, report));
  }
  return items.empty() ? "" : fmt::format("\n### {}\n\n{}", heading, list(items, room));
}

std::string notices(const CheckReport& report, std::size_t room) {
  std::vector<std::string> items;
  for (const Notice& notice : report.notices) {
    items.push_back(notice_text(notice, report, kMarkdownWording) + ".\n");
  }
  return items.empty() ? "" : fmt::format("\n### To know\n\n{}", list(items, room));
}

// How to see a change, by an example that fails the check, if there is one.
std::string advice(const CheckReport& report) {
  for (const bool fails : {true, false}) {
    for (const Finding& finding : report.findings) {
      const std::string command = show_command(finding, report);
      if (finding.fails != fails || command.empty()) continue;
      return "\nTo see what changed in a source, here for one of them:\n\n" + fenced_shell(command);
    }
  }
  return "";
}

}  // namespace

std::string render_check_summary(const CheckReport& report) {
  constexpr std::size_t kRoom = kMostBytes / 3 - 10'000;  // For each section.
  return fmt::format("## Translations\n\n{}.\n", outcome_text(report, kMarkdownWording)) +
         section(report, true, "To be updated before the merge", kRoom) +
         section(report, false, "To look at", kRoom) + notices(report, kRoom) + advice(report);
}

}  // namespace l10n_drift
