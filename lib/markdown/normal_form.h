#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/block.h"

namespace l10n_drift {

// The normal form of a block is what a reader of the rendered page reads. Two spellings of the same
// have the same normal form:
//
//     *Run* &quot;it&quot;,      _Run_ “it”,
//     see [here](/a)             see [here](https://example.com/a#b)
//
// What goes: emphasis, line wraps, runs of blanks, escapes, entities, comments, tags, where links
// lead, the shape of quotes, dashes and dots, the delimiters of shortcodes. What stays, besides
// words: "`code`", "[link text]", "![alt](file.png)", "{{shortcode argument}}".

// Puts the normal form of a block together, piece by piece, and that of one block after the other.
class NormalText {
 public:
  // Appends words, in which a run of blanks counts as one, and a typographic sign as what a
  // keyboard has for it.
  void append(std::string_view text);
  // The same for code, where signs are what they are.
  void append_code(std::string_view text);
  void append_blank() { blank_pending_ = true; }

  // A span covers what is appended between `open` and `close`. Spans may nest.
  void open(SpanKind kind, std::string_view mark);
  void close(std::string_view mark, std::string_view target = {});

  // Gives all that was appended to `block`, and begins anew.
  void finish(Block& block);

 private:
  void put(std::string_view text);
  // Appends what stands for the sign that may begin `text`. Returns how many bytes it was written
  // in.
  std::size_t put_sign(std::string_view text);

  std::string text_;
  std::vector<Span> spans_;
  std::vector<Span> open_;
  bool blank_pending_ = false;
};

// The content of a code block without the margin that all its lines share, which tells where the
// block stands and not what is in it, and without blanks at the ends of lines.
std::string normal_code(std::string_view code);

// Whether a reader would find no difference between the blocks. Where they stand does not matter.
bool same_normal_form(const Block& a, const Block& b);

// The text without the marks of code and links, which a reader sees but does not read, and without
// the names of shortcodes that are given something.
std::string unmarked(const Block& block);

}  // namespace l10n_drift
