#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace l10n_drift {

// What tells our lines in a body from those of people: of each line that we write, the body
// remembers a mark of a few characters. What is bold or struck out, and whether a box is ticked,
// makes no other line of it.

// How long the mark of a line is, in characters. A blank line has none.
inline constexpr std::size_t kLineMarkLength = 4;

// The marks of all lines of a text, each once, one behind the other.
std::string line_marks(std::string_view text);

// The marks that a body remembers.
class LineMarks {
 public:
  // `marks` is a text of `line_marks`.
  explicit LineMarks(std::string_view marks);

  // Whether there are none, as in bodies that were written before there were marks.
  bool empty() const { return marks_.empty(); }

  // Whether it is a line that we wrote.
  bool has(std::string_view line) const;

  // What people added to an item of ours, in their words: "@kim" of "- [ ] @kim M3. `a.md`". `text`
  // is what stands behind the box, with the id as we write it; if people have lost it on the way,
  // `lost_labels` are those that it may have had. Empty if it is the item as we wrote it; all of it
  // if more has become of it than words that were added in one or two places.
  std::string words_of_people(std::string_view text,
                              const std::set<std::string>& lost_labels) const;

 private:
  std::set<std::string, std::less<>> marks_;
};

}  // namespace l10n_drift
