#include <fmt/format.h>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "l10n_drift/render_check.h"
#include "render/check_table.h"
#include "render/finding_places.h"
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

std::string fold(const Finding& finding, std::vector<StaleBlock> places, std::size_t indent) {
  FileReport file = finding.file;
  file.stale = std::move(places);
  return folded_stale_blocks(file, indent, IssueDetails::kStaleBlocks);
}

std::string item_of(const Finding& finding, std::size_t number, const CheckReport& report) {
  // The text of an item begins behind its number, and so has to what belongs to it.
  const std::size_t indent = fmt::formatted_size("{}. ", number);
  const FindingPlaces places = places_of(finding);
  std::string text = explanation(finding, report, kMarkdownWording);
  if (text.back() == ':') text.back() = '.';
  const std::string story = source_story(finding, report, kMarkdownWording);
  if (!story.empty()) text += ' ' + story;
  text = fmt::format("{}. {}\n{}", headline(finding, kMarkdownWording), text,
                     fold(finding, places.here, indent));
  if (places.before.empty()) return text;
  const std::string margin(indent, ' ');
  std::string before = before_text(places);
  before.back() = '.';
  return fmt::format("{}\n{}{}\n{}", text, margin, before, fold(finding, places.before, indent));
}

std::string section(const CheckReport& report, Level level, const char* heading, std::size_t room) {
  std::vector<std::string> items;
  for (const Finding& finding : report.findings) {
    if (finding.level != level) continue;
    items.push_back(level == Level::kNote ? note_text(finding, report, kMarkdownWording) + ".\n"
                                          : item_of(finding, items.size() + 1, report));
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

std::string table(const CheckReport& report) {
  const std::string rows = report.is_bulk ? check_table_markdown(report) : "";
  return rows.empty() ? rows : '\n' + rows;
}

}  // namespace

std::string render_check_summary(const CheckReport& report) {
  constexpr std::size_t kRoom = kMostBytes / 4 - 10'000;  // For each section.
  return fmt::format("## Translations\n\n{}.\n",
                     outcome_text(report, kMarkdownWording, Notes::kHere)) +
         table(report) + section(report, Level::kError, "To be updated before the merge", kRoom) +
         section(report, Level::kWarning, "To look at", kRoom) +
         section(report, Level::kNote, "Not the business of this branch", kRoom) +
         notices(report, kRoom) + advice(report);
}

}  // namespace l10n_drift
