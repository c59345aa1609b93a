#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace l10n_drift {

// A page is a list of blocks: the pieces that an author writes and a translator translates one at
// a time. Blocks do not nest: an item of a list is its first paragraph, and whatever else stands in
// it is a block beside it.
enum class BlockKind {
  kFrontMatter,  // One top-level key and its value.
  kHeading,
  kParagraph,  // Those of quotes, footnotes and list items, too.
  kListItem,   // The first paragraph of an item.
  kCode,
  kTableRow,
  kHtml,
  kShortcode,  // Hugo's `{{< x >}}`, alone in its lines.
};

// The words of the JSON output: "front_matter", "heading", ...
const char* to_string(BlockKind kind);

// Both ends included, 1-based in the file.
struct LineRange {
  std::size_t first = 1;
  std::size_t last = 1;
  bool operator==(const LineRange&) const = default;
};

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
