#pragma once

#include <string_view>

#include "markdown/masks.h"
#include "markdown/normal_form.h"

namespace l10n_drift {

// Appends what a reader reads of raw HTML, be it a whole block or one tag: the text between the
// tags, and attributes that are shown (`alt`, `title`, ...). Tags that dress words up (`<b>`) leave
// no trace, others are blanks. Pictures are those of Markdown. Comments, scripts and style sheets
// are left out. `html` is a part of the page of `masks`.
void append_html(std::string_view html, const Masks& masks, NormalText& to);

// Whether a tag only dresses words up, by its name in small letters.
bool is_tag_of_words(std::string_view name);

// Whether people read the value of an attribute, by its name in small letters.
bool is_shown_attribute(std::string_view name);

// Whether a block of HTML is what Markdown has paragraphs for: words between `<p>` and `</p>`, or a
// single picture.
bool is_html_paragraph(std::string_view html);

// The last component of a path or URL, without query and fragment: what tells one picture from
// another, wherever it is kept.
std::string_view file_of_url(std::string_view url);

}  // namespace l10n_drift
