#include "render/stale_text.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "text/excerpt.h"
#include "text/lines.h"
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

constexpr std::size_t kLongestQuote = 200;

// What the source has in place of what it had, or for the first time.
std::string_view label_of_now(StaleChange change, bool is_known_before) {
  if (is_known_before) return "is now";
  if (change == StaleChange::kAdded) return "is new";
  return change == StaleChange::kLost ? "source still has" : "source has";
}

// On one line. Where lines of prose end means nothing; those of others are part of what they say.
std::string on_one_line(std::string_view text, BlockKind kind) {
  const bool is_prose = kind == BlockKind::kParagraph || kind == BlockKind::kListItem;
  const std::string_view line_end = is_prose ? " " : " \u21B5 ";
  std::string line(take_line(text));
  while (!text.empty()) {
    std::string_view next = take_line(text);
    if (is_prose) next.remove_prefix(skip_all(next, 0, " \t"));
    line += line_end;
    line += next;
  }
  return line;
}

void add_lines(std::string& text, const std::string& more) {
  if (more.empty()) return;
  if (!text.empty()) text += '\n';
  text += more;
}

void add_texts(StaleTexts& texts, const StaleTexts& more) {
  add_lines(texts.before, more.before);
  add_lines(texts.now, more.now);
  add_lines(texts.translation, more.translation);
}

// Whether `next` begins in the line below `run`, or neither is there. A gap, even of one line, may
// hold a block that is up to date.
bool lines_go_on(const std::optional<LineRange>& run, const std::optional<LineRange>& next) {
  return run && next ? next->first == run->last + 1 : !run && !next;
}

// Of two versions one sees what is between them, of two lists of blocks hardly.
bool has_two_versions(const StaleBlock& block) {
  return !block.texts.before.empty() && !block.texts.now.empty();
}

bool block_joins_run(const StaleBlock& run, const StaleBlock& next) {
  return !has_two_versions(run) && !has_two_versions(next) && run.kind == next.kind &&
         run.heading == next.heading && run.change == next.change &&
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
    add_texts(run.texts, block.texts);
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

std::vector<StaleQuote> quotes_of(const StaleRun& run) {
  const StaleTexts& texts = run.block.texts;
  const auto line = [&](const std::string& text) { return on_one_line(text, run.block.kind); };
  auto [before, now] = cut_versions(line(texts.before), line(texts.now), kLongestQuote);
  const bool is_known_before = !before.empty();
  std::vector<StaleQuote> quotes;
  if (is_known_before) quotes.push_back({"was", std::move(before)});
  if (!now.empty()) {
    quotes.push_back({label_of_now(run.block.change, is_known_before), std::move(now)});
  }
  if (!texts.translation.empty()) {
    quotes.push_back({"translation has", cut_text(line(texts.translation), kLongestQuote)});
  }
  return quotes;
}

std::string heading_text(const StaleBlock& block, std::string (*show)(std::string_view text)) {
  return block.heading.empty() ? "(above the first heading)" : show(block.heading);
}

}  // namespace l10n_drift
