#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/normal_form.h"
#include "markdown/shortcode_closings.h"

namespace l10n_drift {

// Hugo takes its shortcodes out of a page before it reads the Markdown, and so does this: each
// becomes a marker, which Markdown takes for a letter, and is put back when text is made of what
// was parsed. Shortcodes that have lines to themselves become a processing instruction with markers
// in it, `<? ... ?>`. As HTML, that ends a paragraph, so that what `{{% note %}}` wraps is a
// paragraph of its own; and unlike a comment, it ends no comment that it stands in. No line is lost
// or won.
//
// What is inside code is code, but only Markdown knows where that is: so nothing is left out here,
// and `restore` gives code its shortcodes back as they were written.
class Shortcodes {
 public:
  // `page` has lines that end in '\n'. A shortcode that never ends is text, and so is an escaped
  // one, `{{</* x */>}}`.
  explicit Shortcodes(std::string_view page);

  const std::string& masked() const { return masked_; }

  // What was written where now `text` is, with `{{< >}}` for either kind of delimiters.
  std::string restore(std::string_view text) const;

  // Appends words with shortcodes in them.
  void append(std::string_view text, NormalText& to) const;

  // The name of the first shortcode in `text`, with its '/' if it closes one: "/note". Empty if
  // there is no shortcode.
  std::string first_name(std::string_view text) const;

  // Whether the block of HTML stands for shortcodes alone.
  static bool stands_for_shortcodes(std::string_view html);

 private:
  struct Marker {
    std::size_t begin;
    std::size_t end;
    std::size_t index;
  };
  Marker find_marker(std::string_view text, std::size_t from) const;
  std::size_t mask_alone(std::string_view page, std::size_t at, const ShortcodeClosings& closings);
  void mask(std::string_view tag);
  static bool tag_is_within_paragraph(std::string_view page, std::size_t begin, std::size_t end,
                                      const ShortcodeClosings& closings);

  std::vector<std::string> tags_;  // As written.
  std::string masked_;
};

}  // namespace l10n_drift
