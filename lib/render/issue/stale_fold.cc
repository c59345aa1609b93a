#include "render/issue/stale_fold.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "render/drift_text.h"
#include "render/inert_text.h"
#include "render/stale_text.h"
#include "text/words.h"

// GitHub shows this as one line with a triangle, which unfolds to the rest:
//
//     1. [ ] M1. `content/en/a.md` 1 file changed, 3 insertions(+)
//        <details><summary>2 places to look at</summary>
//
//        - Install the agent
//          - list item added: line 12 of the source
//            - is new: `- Wait for the server.`
//          - paragraph changed: lines 20-22 of the source, lines 17-19 of the translation
//            - was: `Wait for 30 seconds.`
//            - is now: `Wait for 60 seconds.`
//
//        </details>
//
// Both tags have to stand at the column of the item's text, or they would not belong to it, and an
// HTML block goes on up to a blank line, so that the list needs one on either side.

namespace l10n_drift {
namespace {

std::string places_text(const StaleBlock& block) {
  std::vector<std::string> places;
  if (block.source_lines) places.push_back(source_lines_text(*block.source_lines));
  if (block.translation_lines) places.push_back(translation_lines_text(*block.translation_lines));
  return places.empty() ? "" : fmt::format(": {}", fmt::join(places, ", "));
}

// Each heading once, with what is stale under it.
std::string list(std::vector<StaleBlock> blocks, const std::string& margin, IssueDetails details) {
  if (details == IssueDetails::kStalePlaces) {
    for (StaleBlock& block : blocks) block.texts = {};
  }
  std::string lines;
  std::optional<std::string> heading;
  for (const StaleRun& run : stale_runs(blocks)) {
    if (heading != run.block.heading) {
      heading = run.block.heading;
      lines += fmt::format("{}- {}\n", margin, heading_text(run.block, escape_text));
    }
    lines += fmt::format("{}  - {}{}{}\n", margin, run_text(run), places_text(run.block),
                         severity_note(run.block.severity));
    for (const auto& [label, text] : quotes_of(run)) {
      lines += fmt::format("{}    - {}: {}\n", margin, label, code_span(text));
    }
  }
  return lines + '\n';
}

}  // namespace

std::string folded_stale_blocks(const FileReport& file, std::size_t indent, IssueDetails details) {
  if (file.stale.empty() || details == IssueDetails::kNone) return "";
  const std::string margin(indent, ' ');
  const auto newer = std::find_if(file.stale.begin(), file.stale.end(),
                                  [](const StaleBlock& block) { return !block.before_last_touch; });
  const std::vector<StaleBlock> left_open(file.stale.begin(), newer);
  const std::vector<StaleBlock> changed_since(newer, file.stale.end());
  // Where there is but one kind, the line of the file says which.
  const bool has_both = !left_open.empty() && !changed_since.empty();
  std::string text = fmt::format("{}<details><summary>{} to look at</summary>\n\n", margin,
                                 plural(file.stale.size(), "place"));
  if (has_both) text += margin + "Left open when the translation was last updated:\n\n";
  if (!left_open.empty()) text += list(left_open, margin, details);
  if (has_both) text += margin + "Changed in the source since then:\n\n";
  if (!changed_since.empty()) text += list(changed_since, margin, details);
  return text + margin + "</details>\n";
}

}  // namespace l10n_drift
