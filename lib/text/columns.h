#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace l10n_drift {

// Text in the columns of a terminal, which has as many as there is room for: a Latin letter takes
// one, a Chinese or Korean character two, an accent that stands on a letter none. Texts are UTF-8;
// bytes that are none take one column each.

std::size_t count_columns(std::string_view text);

// `text` with blanks behind it, or in front of it, up to `width` columns. What is wider stays.
std::string pad_right(std::string_view text, std::size_t width);
std::string pad_left(std::string_view text, std::size_t width);

// A path in `width` columns: as it is, or with an ellipsis in its middle. The name of the file
// stays whole if there is room, as it tells most. Nothing is narrower than one column.
std::string shorten_path(std::string_view path, std::size_t width);

// The words of `text` in lines of at most `width` columns. A word that is wider than a line is
// shortened as a path is. At least one line.
std::vector<std::string> wrap_words(std::string_view text, std::size_t width);

}  // namespace l10n_drift
