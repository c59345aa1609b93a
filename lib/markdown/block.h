#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "l10n_drift/stale.h"

namespace l10n_drift {

enum class SpanKind { kCode, kLink, kImage, kShortcode };

// A part of `Block::text` that is more than words, with the marks around it. Offsets are in bytes,
// and `end` is not included. A link without a text, which only front matter has, is empty.
struct Span {
  SpanKind kind;
  std::size_t begin = 0;
  std::size_t end = 0;
  // What a link or an image refers to, or where a shortcode leads, as it is written.
  std::string target;
};

// What a block says. Where it stands is its page's affair (page_blocks.h).
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;  // 1 to 6 for a heading; for others, how many lists deep the block stands.
  // The key of front matter; of code, its language and its title; of a shortcode or a component,
  // its name.
  std::string name;
  std::string anchor;  // For a heading: `{#id}`, or what Hugo and GitHub make of its text.
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

// Whether the block is a picture and nothing else.
inline bool is_picture(const Block& block) {
  return block.spans.size() == 1 && block.spans[0].kind == SpanKind::kImage &&
         block.spans[0].begin == 0 && block.spans[0].end == block.text.size();
}

// The kind, but one for all those of which one is easily made of the other: an item and a paragraph
// are of the same class. A picture alone is none of these, as it has no words: it is of the class
// of HTML.
inline BlockKind class_of(const Block& block) {
  if (!is_prose(block)) return block.kind;
  return is_picture(block) ? BlockKind::kHtml : BlockKind::kParagraph;
}

// What acts on what stands below it.
inline bool is_tag(const Block& block) {
  return block.kind == BlockKind::kShortcode || block.kind == BlockKind::kComponent;
}

// Whether two blocks of this kind with the same name are one and the same for a page, whatever they
// say.
inline bool goes_by_name(const Block& block) {
  return block.kind == BlockKind::kFrontMatter || is_tag(block);
}

// The language of code, which a title may follow.
inline std::string_view language_of(const Block& code) {
  return std::string_view(code.name).substr(0, code.name.find(' '));
}

// What a shortcode or a component is given, without its name; empty if nothing.
inline std::string_view arguments_of(const Block& tag) {
  const std::string_view text = tag.text;
  const std::size_t blank = text.find(' ');
  return blank == text.npos ? std::string_view() : text.substr(blank);
}

// Whether the block is shortcodes and components alone, without a title, or a single one of them
// that Markdown takes for text.
inline bool is_shortcode(const Block& block) {
  if (block.kind == BlockKind::kShortcode) return true;
  if (block.spans.size() != 1 && block.kind != BlockKind::kComponent) return false;
  std::size_t end = 0;
  for (const Span& span : block.spans) {
    if (span.kind != SpanKind::kShortcode || span.begin != end) return false;
    end = span.end;
  }
  return end == block.text.size();
}

}  // namespace l10n_drift
