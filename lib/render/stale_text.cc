#include "render/stale_text.h"

#include <fmt/format.h>

#include <optional>

#include "text/words.h"

namespace l10n_drift {
namespace {

std::string_view noun(BlockKind kind) {
  switch (kind) {
    case BlockKind::kFrontMatter:
      return "front matter key";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kListItem:
      return "list item";
    case BlockKind::kCode:
      return "code block";
    case BlockKind::kTableRow:
      return "table row";
    case BlockKind::kHtml:
      return "HTML block";
    case BlockKind::kShortcode:
      return "shortcode";
    case BlockKind::kComponent:
      return "component";
  }
  return "block";
}

std::string change_text(StaleChange change) {
  if (change == StaleChange::kOnlyInTranslation) return "only in the translation";
  return in_words(to_string(change));
}

// Whether `next` begins in the line below `run`, or neither is there. A gap, even of one line, may
// hold a block that is up to date.
bool lines_go_on(const std::optional<LineRange>& run, const std::optional<LineRange>& next) {
  return run && next ? next->first == run->last + 1 : !run && !next;
}

bool block_joins_run(const StaleBlock& run, const StaleBlock& next) {
  return run.kind == next.kind && run.heading == next.heading && run.change == next.change &&
         run.severity == next.severity && run.before_last_touch == next.before_last_touch &&
         run.lost_in == next.lost_in && (run.source_lines || run.translation_lines) &&
         lines_go_on(run.source_lines, next.source_lines) &&
         lines_go_on(run.translation_lines, next.translation_lines);
}

}  // namespace

std::string open_changes_text(const FileReport& file) {
  const std::size_t count = open_changes(file);
  if (count == 0) return "";
  if (file.status == Status::kPartiallyUpdated) return plural(count, "open change");
  return plural(count, "older change") + " still open";
}

std::vector<StaleRun> stale_runs(const std::vector<StaleBlock>& blocks) {
  std::vector<StaleRun> runs;
  for (const StaleBlock& block : blocks) {
    if (runs.empty() || !block_joins_run(runs.back().block, block)) {
      runs.push_back({block, 1});
      continue;
    }
    StaleBlock& run = runs.back().block;
    if (run.source_lines) run.source_lines->last = block.source_lines->last;
    if (run.translation_lines) run.translation_lines->last = block.translation_lines->last;
    ++runs.back().count;
  }
  return runs;
}

std::string run_text(const StaleRun& run) {
  const std::string_view kind = noun(run.block.kind);
  std::string text =
      fmt::format("{} {}", run.count == 1 ? std::string(kind) : plural(run.count, kind),
                  change_text(run.block.change));
  if (!run.block.lost_in.empty()) text += " in " + std::string(short_id(run.block.lost_in));
  return text;
}

std::string lines_text(const LineRange& lines) {
  if (lines.first == lines.last) return fmt::format("line {}", lines.first);
  return fmt::format("lines {}-{}", lines.first, lines.last);
}

std::string source_lines_text(const LineRange& lines) {
  return lines_text(lines) + " of the source";
}

std::string translation_lines_text(const LineRange& lines) {
  return lines_text(lines) + " of the translation";
}

std::string place_text(const StaleBlock& block) {
  std::string text;
  const auto append = [&](std::string_view page, const std::optional<LineRange>& lines) {
    if (!lines) return;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", page, lines->first);
    if (lines->last != lines->first) text += fmt::format("-{}", lines->last);
  };
  append("source", block.source_lines);
  append("translation", block.translation_lines);
  return text.empty() ? "-" : text;
}

std::string heading_text(const StaleBlock& block, std::string (*show)(std::string_view text)) {
  return block.heading.empty() ? "(above the first heading)" : show(block.heading);
}

}  // namespace l10n_drift
