#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/normal_form.h"

namespace l10n_drift {

enum class MaskKind {
  kShortcode,  // Hugo's `{{< x >}}`.
  kContainer,  // The line that opens or closes a container: `:::note`.
  kComment,    // `{/* x */}` of MDX, and Hugo's `{{< comment >}} x {{< /comment >}}`.
  // Of MDX:
  kModule,      // Imports and exports.
  kComponent,   // A component's tag: `<Tabs>`.
  kTag,         // A tag of HTML: `<br />`.
  kExpression,  // `{x}`.
};

// What was in the page where now a marker is.
struct Masked {
  MaskKind kind;
  std::string written;
  std::string normal;  // Name and arguments, one blank between them; of a tag of HTML, the HTML.
  std::string words = {};   // What people read of it: a container's title is Markdown.
  std::string target = {};  // Where a shortcode leads.
};

// A page in which what is not Markdown is hidden from a parser of Markdown: each piece becomes a
// marker, which the parser takes for a letter, and is put back when text is made of what was
// parsed. Pieces that have lines to themselves become a processing instruction with markers in it,
// `<? ... ?>`. As HTML, that ends a paragraph, so that what `{{% note %}}` wraps is a paragraph of
// its own; and unlike a comment, it ends no comment that it stands in. No line is lost or won.
//
// What is inside code is code, but only the parser knows where that is: so pieces are hidden there,
// too, and `restore` gives code back what was written.
class Masks {
 public:
  // Each adds to the end of the masked page: a part of it as it is, or a piece that is hidden. What
  // is added between `begin_alone` and `end_alone` has its lines to itself.
  void add_text(std::string_view text);
  void add(Masked piece);
  void begin_alone();
  void end_alone();

  const std::string& page() const { return page_; }

  // What was written where now `text` is, with `{{< >}}` for either kind of a shortcode's
  // delimiters.
  std::string restore(std::string_view text) const;

  // Appends words with hidden pieces in them.
  void append(std::string_view text, NormalText& to) const;

  // Appends a piece without its words.
  void append_mark(const Masked& piece, NormalText& to) const;

  // The pieces in `text`, in their order.
  std::vector<const Masked*> pieces(std::string_view text) const;

  // Whether the block of HTML stands for hidden pieces alone.
  static bool stand_alone(std::string_view html);

 private:
  struct Marker {
    std::size_t begin;
    std::size_t end;
    std::size_t index;
  };
  Marker find_marker(std::string_view text, std::size_t from) const;

  std::vector<Masked> pieces_;
  std::string page_;
};

// `page` with U+FFFD for the characters that markers consist of; empty if it has none, as good as
// always.
std::string without_markers(std::string_view page);

}  // namespace l10n_drift
