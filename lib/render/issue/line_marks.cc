// Whose line is it?
// =================
//
// People write into the list: a name behind an item, a line between two, a word into a heading. The
// list is made anew each time, and what they wrote must not be lost. But what did they write? The
// body as we wrote it is not there any more, and to make it again would need the program and the
// history of then.
//
// So each part remembers a mark of each of its lines: 24 bits of a hash, in four characters. A line
// whose mark is not there was not written by us, or not like this.
//
// Of an item that was edited, only the new words count. They are found by taking words out until
// what is left has one of our marks:
//
//     - [x] @kim M3. `content/en/a.md` 2 insertions(+), by Friday
//           ----                                        ---------
//
// Of n words there are about n^4/24 ways to take out one or two stretches, 16,000 of 25 words. One
// in 16 million of them has the mark of some line by chance, for each line that there is.

#include "render/issue/line_marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "render/issue/digest.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kEmptyBox = "- [ ] ";

// Without what makes text bold or strikes it out, and with an empty box.
std::string plain_line(std::string_view line) {
  std::string plain;
  for (const char c : line) {
    if (std::string_view("*_~\r\n").find(c) == std::string_view::npos) plain += c;
  }
  plain.resize(plain.find_last_not_of(" \t") + 1);
  for (const std::string_view box : {"- [x] ", "- [X] "}) {
    if (plain.starts_with(box)) plain.replace(0, box.size(), kEmptyBox);
  }
  return plain;
}

using Words = std::vector<std::string_view>;

std::string join(const Words& words) {
  std::string text;
  for (const std::string_view word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

// Words `first` to `last`, the latter excluded.
struct Stretch {
  std::size_t first = 0;
  std::size_t last = 0;
};

// Looks for one or two stretches that people have added to an item.
class AddedWords {
 public:
  AddedWords(const LineMarks& marks, Words words) : marks_(marks), words_(std::move(words)) {}

  std::optional<std::string> find_one() const {
    for (std::size_t first = 0; first < words_.size(); ++first) {
      for (std::size_t last = first + 1; last <= words_.size(); ++last) {
        if (is_ours_without({first, last}, {})) return join(within({first, last}));
      }
    }
    return {};
  }

  std::optional<std::string> find_two() const {
    if (words_.size() > kMostWordsForTwo) return {};
    for (std::size_t first = 0; first < words_.size(); ++first) {
      for (std::size_t last = first + 1; last < words_.size(); ++last) {
        if (auto words = find_beside({first, last})) return words;
      }
    }
    return {};
  }

 private:
  static constexpr std::size_t kMostWordsForTwo = 25;

  std::optional<std::string> find_beside(const Stretch& one) const {
    for (std::size_t first = one.last + 1; first < words_.size(); ++first) {
      for (std::size_t last = first + 1; last <= words_.size(); ++last) {
        if (!is_ours_without(one, {first, last})) continue;
        return join(within(one)) + " ... " + join(within({first, last}));
      }
    }
    return {};
  }

  Words within(const Stretch& stretch) const {
    const auto at = [&](std::size_t i) { return words_.begin() + static_cast<std::ptrdiff_t>(i); };
    return {at(stretch.first), at(stretch.last)};
  }

  bool is_ours_without(const Stretch& one, const Stretch& other) const {
    std::string line(kEmptyBox);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const bool is_out = (i >= one.first && i < one.last) || (i >= other.first && i < other.last);
      if (is_out) continue;
      if (line.size() > kEmptyBox.size()) line += ' ';
      line += words_[i];
    }
    return marks_.has(line);
  }

  const LineMarks& marks_;
  Words words_;
};

// Empty for a blank line.
std::string line_mark(std::string_view line) {
  const std::string plain = plain_line(line);
  if (plain.empty()) return "";
  Digest digest;
  digest.add(plain);
  return digest.letters(kLineMarkLength);
}

}  // namespace

std::string line_marks(std::string_view text) {
  std::string marks;
  std::set<std::string> known;
  for (const std::string_view line : split(text, '\n')) {
    std::string mark = line_mark(line);
    if (mark.empty() || known.contains(mark)) continue;
    marks += mark;
    known.insert(std::move(mark));
  }
  return marks;
}

LineMarks::LineMarks(std::string_view marks) {
  for (; !marks.empty(); marks.remove_prefix(std::min(kLineMarkLength, marks.size()))) {
    marks_.emplace(marks.substr(0, kLineMarkLength));
  }
}

bool LineMarks::has(std::string_view line) const { return marks_.contains(line_mark(line)); }

std::string LineMarks::words_of_people(std::string_view text,
                                       const std::set<std::string>& lost_labels) const {
  text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  std::vector<std::string> forms;
  for (const std::string& label : lost_labels) {
    forms.push_back(fmt::format("{}. {}", label, text));
  }
  if (forms.empty()) forms.emplace_back(text);
  for (const std::string& form : forms) {
    if (has(std::string(kEmptyBox) + form)) return "";
  }
  for (const std::string& form : forms) {
    if (auto words = AddedWords(*this, split(form, ' ')).find_one()) return *std::move(words);
  }
  if (!lost_labels.empty()) return std::string(text);
  return AddedWords(*this, split(text, ' ')).find_two().value_or(std::string(text));
}

}  // namespace l10n_drift
