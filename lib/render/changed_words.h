#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace l10n_drift {

// A stretch of bytes within a line, its end not included.
using LineStretch = std::pair<std::size_t, std::size_t>;

// Lines that were removed and those that came in their place, without the marks of a diff.
struct ReplacedLines {
  std::vector<std::string_view> removed;
  std::vector<std::string_view> added;
};

// Which words of each line the other side does not have there: for each line, in order, stretches
// that do not touch. Where lines are broken does not matter. None for a line that has little in
// common with the other side, as all of it is new.
struct ChangedWords {
  std::vector<std::vector<LineStretch>> removed;
  std::vector<std::vector<LineStretch>> added;
};
ChangedWords find_changed_words(const ReplacedLines& lines);

}  // namespace l10n_drift
