#pragma once

#include <cstddef>
#include <optional>
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

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  int level = 0;       // Of a heading, 1 to 6; how many lists deep the block stands, otherwise.
  std::string name;    // The key of front matter, the language of code, the shortcode's name.
  std::string anchor;  // Of a heading: `{#id}`, or what Hugo and GitHub make of it.
  LineRange lines;     // No two blocks of a page share a line.
  std::optional<std::size_t> section;  // The heading above, as an index into the page's blocks.
  std::string source;                  // The lines as they are written, ends unified to '\n'.
  std::string text;                    // What a reader reads: the normal form, see normal_form.h.
  std::vector<Span> spans;             // In the order of their ends.
};

}  // namespace l10n_drift
