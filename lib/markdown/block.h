#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "l10n_drift/stale.h"

namespace l10n_drift {

enum class SpanKind { kCode, kLink, kImage, kShortcode };

// A part of `Block::text` that is more than words, its marks included: offsets in bytes, `end` not
// included.
struct Span {
  SpanKind kind;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string target;  // Where a link or an image leads, as it is written.
};

// What a block says. Where it stands is its page's affair (page_blocks.h).
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;       // Of a heading, 1 to 6; how many lists deep the block stands, otherwise.
  std::string name;    // The key of front matter, the language of code, the shortcode's name.
  std::string anchor;  // Of a heading: `{#id}`, or what Hugo and GitHub make of it.
  bool has_written_anchor = false;
  std::string source;       // The lines as they are written, ends unified to '\n'.
  std::string text;         // What a reader reads: the normal form, see normal_form.h.
  std::vector<Span> spans;  // In the order of their ends.
};

// A block where it was found.
struct PlacedBlock {
  Block block;
  LineRange lines;
};

// Paragraphs and items of lists: one is easily made of the other.
inline bool is_prose(const Block& block) {
  return block.kind == BlockKind::kParagraph || block.kind == BlockKind::kListItem;
}

// Those of which one is easily made of the other are one class: an item, say, and a paragraph.
inline BlockKind class_of(const Block& block) {
  return is_prose(block) ? BlockKind::kParagraph : block.kind;
}

// Whether blocks of this kind are the same to a page if they have the same name.
inline bool goes_by_name(const Block& block) {
  return block.kind == BlockKind::kFrontMatter || block.kind == BlockKind::kShortcode;
}

// Whether the block is a single shortcode, whatever Markdown takes it for.
inline bool is_shortcode(const Block& block) {
  return block.kind == BlockKind::kShortcode ||
         (block.spans.size() == 1 && block.spans[0].kind == SpanKind::kShortcode &&
          block.spans[0].begin == 0 && block.spans[0].end == block.text.size());
}

}  // namespace l10n_drift
