#include "judge/stale_block.h"

#include <cstddef>
#include <string>
#include <utility>

#include "text/excerpt.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

// The text of the heading that a block is or stands under.
std::string heading_of(const ParsedPage& page, std::size_t block) {
  const Block& found = page.blocks[block];
  if (found.kind == BlockKind::kHeading) return found.text;
  const auto section = page.blocks.heading_above(block);
  return section ? page.blocks[*section].text : std::string();
}

// Where an entry is in the translation.
LineRange translation_lines(const OpenChange& open, const ParsedPage& translation) {
  const auto [first, last] = open.among.value_or(std::pair(*open.translation, *open.translation));
  return {translation.blocks.lines(first).first, translation.blocks.lines(last).last};
}

// How far in a block stands is not told, unless it is all that has changed in it.
void set_flush(StaleTexts& texts) {
  std::string before = without_margin(texts.before);
  std::string now = without_margin(texts.now);
  if (before == now) return;
  texts.before = std::move(before);
  texts.now = std::move(now);
}

StaleTexts texts_of(const OpenChange& open, const StaleBlock& stale, const ParsedPage& source,
                    const ParsedPage& translation) {
  StaleTexts texts;
  if (open.old_block) texts.before = open.old_block->source;
  if (open.source) texts.now = source.blocks[*open.source].source;
  set_flush(texts);
  auto [before, now] = cut_versions(texts.before, texts.now, kLongestText);
  texts = {std::move(before), std::move(now), {}};
  // What stands in its place tells what nobody knows of the source.
  if (!open.old_block && stale.translation_lines) {
    const auto [first, last] = *stale.translation_lines;
    texts.translation =
        cut_text(without_margin(find_lines(translation.text, first, last)), kLongestText);
  }
  return texts;
}

}  // namespace

StaleBlock describe(const OpenChange& open, const ParsedPage& source, const ParsedPage& translation,
                    StaleParts parts) {
  StaleBlock stale;
  stale.change = open.change;
  stale.severity = open.severity;
  stale.before_last_touch = open.before_last_touch;
  if (open.lost_in) stale.lost_in = open.lost_in->hex();
  stale.kind = open.source      ? source.blocks[*open.source].kind
               : open.old_block ? open.old_block->kind
                                : translation.blocks[*open.translation].kind;
  if (open.source) {
    stale.source_lines = source.blocks.lines(*open.source);
    stale.heading = heading_of(source, *open.source);
  }
  if (open.translation) {
    stale.translation_lines = translation_lines(open, translation);
    if (!open.source) stale.heading = heading_of(translation, *open.translation);
  }
  if (parts == StaleParts::kTexts) stale.texts = texts_of(open, stale, source, translation);
  return stale;
}

std::string heading_in_source(const OpenChange& open, const ParsedPage& source) {
  const auto block = open.source ? open.source : open.stood_below;
  return block ? heading_of(source, *block) : std::string();
}

}  // namespace l10n_drift
