#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace l10n_drift {

// A comment: where its "<!--" begins, and the offset behind its "-->"; or its "{/*" and its "*/}",
// in MDX. One that is never closed ends with the text, as Markdown has it.
struct Comment {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool begins_line =
      false;  // Nothing stands before it in its line but what begins quotes and items.

  // What is in it, of the text that it was found in.
  std::string_view content(std::string_view text) const;
};

// Those of a page, whose lines end in '\n', in their order. What stands in fenced code is none, and
// neither is what begins within a paragraph and does not end with it.
std::vector<Comment> find_comments(std::string_view page);

}  // namespace l10n_drift
