#include "render/changed_words.h"

#include <cstdint>
#include <map>

#include "text/ascii.h"
#include "text/sequence_match.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

// Words end where they do in writing that has blanks. Each Chinese, Japanese or Korean character is
// one, and so is whatever else is no letter.
struct PlacedWord {
  std::size_t line;
  LineStretch place;
  bool is_kept = false;  // The other side has it, too.
};

constexpr char32_t kFirstIdeograph = 0x2E80;

bool is_letter_of_word(std::string_view text, const Utf8Step& step) {
  if (!step.valid) return false;
  if (step.code_point < 0x80) return is_alphanumeric(text.front()) || text.front() == '_';
  return step.code_point < kFirstIdeograph;
}

bool is_blank_between_words(char c) { return c == ' ' || c == '\t' || c == '\r'; }

// One side of the change.
class WordsOfSide {
 public:
  WordsOfSide(const std::vector<std::string_view>& lines,
              std::map<std::string_view, std::uint32_t>& known)
      : lines_(lines) {
    for (std::size_t line = 0; line < lines.size(); ++line) add_words(line, known);
  }

  const Sequence& numbers() const { return numbers_; }
  void keep(std::size_t word) { words_[word].is_kept = true; }

  std::vector<std::vector<LineStretch>> changed() const {
    std::vector<std::vector<LineStretch>> stretches(lines_.size());
    for (std::size_t begin = 0, end = 0; begin < words_.size(); begin = end) {
      while (end < words_.size() && words_[end].line == words_[begin].line) ++end;
      if (has_enough_in_common(begin, end)) {
        stretches[words_[begin].line] = changed_of_line(begin, end);
      }
    }
    return stretches;
  }

 private:
  void add_words(std::size_t line, std::map<std::string_view, std::uint32_t>& known) {
    const std::string_view text = lines_[line];
    std::size_t at = 0;
    while (at < text.size()) {
      const std::size_t begin = at;
      if (is_blank_between_words(text[at])) {
        ++at;
        continue;
      }
      Utf8Step step = decode_utf8(text.substr(at));
      at += step.length;
      while (is_letter_of_word(text.substr(begin), step) && at < text.size()) {
        step = decode_utf8(text.substr(at));
        if (!is_letter_of_word(text.substr(at), step)) break;
        at += step.length;
      }
      const std::string_view word = text.substr(begin, at - begin);
      words_.push_back({line, {begin, at}});
      numbers_.push_back(
          known.try_emplace(word, static_cast<std::uint32_t>(known.size())).first->second);
    }
  }

  // Commas and small words are found anywhere.
  bool has_enough_in_common(std::size_t begin, std::size_t end) const {
    std::size_t kept = 0;
    std::size_t all = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const std::size_t size = words_[i].place.second - words_[i].place.first;
      all += size;
      if (words_[i].is_kept) kept += size;
    }
    constexpr std::size_t kLeastPart = 3;
    return kept * kLeastPart >= all;
  }

  // The blanks between two changed words are changed, too.
  std::vector<LineStretch> changed_of_line(std::size_t begin, std::size_t end) const {
    std::vector<LineStretch> stretches;
    bool goes_on = false;
    for (std::size_t i = begin; i < end; ++i) {
      const PlacedWord& word = words_[i];
      if (!word.is_kept && goes_on) stretches.back().second = word.place.second;
      if (!word.is_kept && !goes_on) stretches.push_back(word.place);
      goes_on = !word.is_kept;
    }
    return stretches;
  }

  const std::vector<std::string_view>& lines_;
  std::vector<PlacedWord> words_;
  Sequence numbers_;
};

}  // namespace

ChangedWords find_changed_words(const ReplacedLines& lines) {
  std::map<std::string_view, std::uint32_t> known;
  WordsOfSide removed(lines.removed, known);
  WordsOfSide added(lines.added, known);
  for (const IndexPair& pair : match_sequences(removed.numbers(), added.numbers())) {
    removed.keep(pair.old_index);
    added.keep(pair.new_index);
  }
  return {removed.changed(), added.changed()};
}

}  // namespace l10n_drift
