// What a translation cannot have translated
// =========================================
//
// In a squashed history, and at a page's first touch, there is no earlier version of the source to
// tell what changed in it. But a translation may show by itself that it was made from another one:
//
//     Wait for 60 seconds.                30초 기다린다.
//     Set `--new-flag` first.             먼저 `--old-flag`를 설정한다.
//     kubectl apply -f a.yaml             kubectl create -f a.yaml
//
// Nobody translates 60 as 30. That the 60 is missing says nothing, as a number may be spelled out,
// and neither does a 30 alone. Only both together are a contradiction: one thing of the source that
// the translation lacks, and one of the kind in its place that the source lacks, where all others
// agree. In code the same is asked of the words of a line, comments and quoted text left out.
//
// Teams that write the anchor of the source below their headings, so that links go on to work, show
// by it what the heading was: `{#old-name}` where the source has `new-name`, and no heading of the
// other name on either page.
//
// A paragraph of three sentences that has one of four words in its place was made from another,
// too.
//
// The pages must be aligned there beyond doubt: the neighbours of the block stand beside its
// counterpart, too. And what a translator may have made of code is none: a name in another script,
// or in a language with Latin letters any word that the source page does not have.
//
// Cost: one look at the marks of each pair of blocks. Only for those that differ is more asked.

#include "detection/contradictions.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "markdown/fingerprint.h"
#include "text/ascii.h"
#include "text/lines.h"
#include "text/sequence_match.h"

namespace l10n_drift {
namespace {

// More contradictions than this part of all pairs that can contradict each other are no accident.
constexpr double kMostContradictions = 0.25;
// Paragraphs of so many characters differ by more than this in length if they say other things.
constexpr std::size_t kLongParagraph = 80;
constexpr double kOtherLength = 0.4;
// So many headings of a translation have to have the anchor that the source's have.
constexpr std::size_t kMinKeptAnchors = 3;
constexpr std::ptrdiff_t kSlip = 2;
// The part that two words have to have in common, at both ends together.
constexpr double kSpelledAlike = 0.6;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & '\x80') == 0; });
}

bool is_number(std::string_view text) {
  return !text.empty() && is_digit(text[0]) && text.find_first_not_of("0123456789.,:") == text.npos;
}

// Whether one may be a slip of the other, or the other in short: that is no news from the source.
bool is_spelled_alike(std::string_view a, std::string_view b) {
  if (a.find(b) != a.npos || b.find(a) != b.npos) return true;
  if (std::is_permutation(a.begin(), a.end(), b.begin(), b.end())) return true;
  const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
  const auto back = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
  return static_cast<double>(front + back) >=
         kSpelledAlike * static_cast<double>(std::max(a.size(), b.size()));
}

// Whether two numbers may be the same in another unit: one million is 100 of ten thousand, and
// three in the afternoon is 15.
bool may_be_converted(const std::string& a, const std::string& b) {
  const auto digits = [](std::string_view text) {
    std::string bare;
    for (const char c : text) {
      if (is_digit(c) && c != '0') bare += c;
    }
    return bare;
  };
  const std::string longest =
      std::max(a, b, [](const auto& x, const auto& y) { return x.size() < y.size(); });
  const bool are_hours = longest.size() <= 2 && is_digit(a.back()) && is_digit(b.back());
  return digits(a) == digits(b) || (are_hours && std::abs(std::stoi(a) - std::stoi(b)) == 12);
}

// The name of the language in a path or a command is the translator's own.
bool may_be_language(std::string_view word) {
  return (word.size() == 2 || word.size() == 3) && std::all_of(word.begin(), word.end(), is_letter);
}

// Whether two texts are the same but for such a name.
bool differ_in_language(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto is_end = [](char c) { return !is_letter(c); };
  const auto part = [&](std::string_view text, std::size_t at) {
    while (at > 0 && is_letter(text[at - 1])) --at;
    const std::string_view rest = text.substr(at);
    const auto end = std::find_if(rest.begin(), rest.end(), is_end);
    return std::pair(rest.substr(0, static_cast<std::size_t>(end - rest.begin())),
                     rest.substr(static_cast<std::size_t>(end - rest.begin())));
  };
  const auto [ours, our_rest] = part(a, static_cast<std::size_t>(in_a - a.begin()));
  const auto [theirs, their_rest] = part(b, static_cast<std::size_t>(in_b - b.begin()));
  return may_be_language(ours) && may_be_language(theirs) && our_rest == their_rest;
}

// Code without what is translated in it: comments and quoted text, and placeholders.
std::vector<std::string> words_of_code(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (std::size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    const bool begins = at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t';
    if (begins && (c == '#' || line.substr(at).starts_with("//"))) break;
    if (c == '"' || c == '\'' || c == '<') {
      const std::size_t close = line.find(c == '<' ? '>' : c, at + 1);
      if (close != line.npos) {
        word += c;
        at = close;
        continue;
      }
    }
    const bool is_of_word = is_alphanumeric(c) || c == '_' || (c & '\x80') != 0;
    if (!is_of_word) end_word();
    if (c != ' ' && c != '\t') word += c;
    if (!is_of_word) end_word();
  }
  end_word();
  return words;
}

class ContradictionSearch {
 public:
  ContradictionSearch(const ParsedPage& source, const ParsedPage& translation,
                      const PageAlignment& alignment)
      : source_(source.blocks), translation_(translation.blocks), alignment_(alignment) {}

  std::vector<std::size_t> run() {
    std::vector<std::size_t> found;
    if (alignment_.is_weak()) return found;
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < source_.size(); ++i) {
      const auto j = alignment_.translation_of[i];
      if (!j || !pair_is_sure(i, *j)) continue;
      if (lengths_contradict(i, *j)) {
        found.push_back(i);
        continue;
      }
      if (!alignment_.has_marks[i]) continue;
      ++pairs;
      if (blocks_contradict(i, *j)) found.push_back(i);
    }
    const std::vector<std::size_t> headings = renamed_headings();
    if (are_too_many(found.size(), pairs)) found.clear();
    found.insert(found.end(), headings.begin(), headings.end());
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  static bool are_too_many(std::size_t found, std::size_t pairs) {
    return found > 1 &&
           static_cast<double>(found) > kMostContradictions * static_cast<double>(pairs);
  }

  // Headings whose anchor the translation writes out, as teams do who keep those of the source, and
  // which is not the source's any more.
  std::vector<std::size_t> renamed_headings() const {
    std::vector<IndexPair> others;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < source_.size(); ++i) {
      const auto j = alignment_.translation_of[i];
      if (!j || source_[i].kind != BlockKind::kHeading || !translation_[*j].has_written_anchor) {
        continue;
      }
      const bool is_kept = bare_anchor(source_[i]) == bare_anchor(translation_[*j]);
      if (is_kept) ++kept;
      if (!is_kept && source_[i].level == translation_[*j].level && pair_is_sure(i, *j)) {
        others.push_back({i, *j});
      }
    }
    if (others.empty() || kept < kMinKeptAnchors) return {};
    const std::set<std::string> ours = bare_anchors(source_);
    const std::set<std::string> theirs = bare_anchors(translation_);
    std::vector<std::size_t> found;
    for (const auto& [i, j] : others) {
      const std::string a = bare_anchor(source_[i]);
      const std::string b = bare_anchor(translation_[j]);
      if (!theirs.contains(a) && !ours.contains(b) && !is_slip(a, b)) found.push_back(i);
    }
    return are_too_many(found.size(), kept) ? std::vector<std::size_t>() : found;
  }

  static std::set<std::string> bare_anchors(const PageBlocks& page) {
    std::set<std::string> anchors;
    for (std::size_t i = 0; i < page.size(); ++i) anchors.insert(bare_anchor(page[i]));
    return anchors;
  }

  // Without the signs that sites make in different ways; empty for what is no heading.
  static std::string bare_anchor(const Block& block) {
    std::string bare;
    if (block.kind != BlockKind::kHeading) return bare;
    for (const char c : block.anchor) {
      if (is_alphanumeric(c) || !is_ascii({&c, 1})) bare += c;
    }
    return to_lower(bare);
  }

  // Whether a letter or two make the difference.
  static bool is_slip(const std::string& a, const std::string& b) {
    const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
    const auto back = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
    const auto longest = static_cast<std::ptrdiff_t>(std::max(a.size(), b.size()));
    return longest - front - back <= kSlip;
  }

  // Whether the neighbours of both blocks belong together, too.
  bool pair_is_sure(std::size_t i, std::size_t j) const {
    const bool is_sure_above =
        i == 0 || j == 0 ? i == j : alignment_.translation_of[i - 1] == j - 1;
    const bool is_last = i + 1 == source_.size() || j + 1 == translation_.size();
    const bool is_sure_below = is_last ? source_.size() - i == translation_.size() - j
                                       : alignment_.translation_of[i + 1] == j + 1;
    return is_sure_above && is_sure_below;
  }

  // Whether one of two paragraphs says so much more that they cannot be the same. An item may be a
  // word and a gloss, and is not asked.
  bool lengths_contradict(std::size_t i, std::size_t j) const {
    if (source_[i].kind != BlockKind::kParagraph) return false;
    if (translation_[j].kind != BlockKind::kParagraph) return false;
    const std::size_t ours = source_.fingerprint(i).length;
    const std::size_t theirs = translation_.fingerprint(j).length;
    return std::max(ours, theirs) >= kLongParagraph &&
           alignment_.length_likeness(ours, theirs) < kOtherLength;
  }

  bool blocks_contradict(std::size_t i, std::size_t j) {
    const Block& a = source_[i];
    const Block& b = translation_[j];
    if (class_of(a) != class_of(b)) return false;
    if (a.kind == BlockKind::kCode) return code_contradicts(a, b);
    if (!is_prose(a) && a.kind != BlockKind::kTableRow) return false;
    if (source_.fingerprint(i).marks == translation_.fingerprint(j).marks) return false;
    return marks_contradict(a, b);
  }

  // The firm marks of one block that another does not have, be it as a word.
  static std::vector<std::string> firm_marks_beyond(const Block& block, const Block& other) {
    std::map<std::string, int> counts;
    for (const Mark& mark : marks_of(block)) {
      if (mark.kind == MarkKind::kFirm) ++counts[mark.text];
    }
    for (const Mark& mark : marks_of(other)) {
      if (mark.kind == MarkKind::kFirm) --counts[mark.text];
    }
    std::vector<std::string> beyond;
    for (const auto& [text, count] : counts) {
      if (count > 0) beyond.insert(beyond.end(), static_cast<std::size_t>(count), text);
    }
    return beyond;
  }

  // Whether a word is one that readers put their own in the place of: `<name>`.
  static bool is_placeholder(const Block& block, const std::string& word) {
    return word.find_first_of("<>") != word.npos ||
           to_lower(block.text).find('<' + word + '>') != std::string::npos;
  }

  bool marks_contradict(const Block& a, const Block& b) {
    const std::vector<std::string> lacking = firm_marks_beyond(a, b);
    const std::vector<std::string> foreign = firm_marks_beyond(b, a);
    if (lacking.size() != 1 || foreign.size() != 1) return false;
    const std::string& wanted = lacking.front();
    const std::string& got = foreign.front();
    if (is_number(wanted) != is_number(got) || !is_ascii(got)) return false;
    if (count_mentions(b, wanted) >= count_mentions(a, wanted)) return false;
    if (count_mentions(a, got) >= count_mentions(b, got)) return false;
    if (is_number(got)) return !may_be_converted(wanted, got);
    if (is_placeholder(a, wanted) || is_placeholder(b, got)) return false;
    return !is_spelled_alike(wanted, got) && !differ_in_language(wanted, got) && is_of_source(got);
  }

  bool code_contradicts(const Block& a, const Block& b) {
    if (a.text == b.text || language_of(a) != language_of(b)) return false;
    std::string_view ours = a.text;
    std::string_view theirs = b.text;
    bool contradicts = false;
    while (!ours.empty() || !theirs.empty()) {
      if (ours.empty() || theirs.empty()) return false;
      const auto words = words_of_code(take_line(ours));
      const auto other = words_of_code(take_line(theirs));
      if (words == other) continue;
      if (words.size() != other.size()) return false;
      std::size_t differ = 0;
      for (std::size_t k = 0; k < words.size(); ++k) {
        if (words[k] == other[k]) continue;
        if (!is_ascii(other[k]) || !is_of_source(other[k])) return false;
        if (may_be_language(words[k]) && may_be_language(other[k])) return false;
        ++differ;
      }
      if (differ > 1) return false;
      contradicts = true;
    }
    return contradicts;
  }

  // Whether a word is one of the source's language, or of none, and no translator's.
  bool is_of_source(const std::string& word) {
    if (!is_latin_) is_latin_ = is_written_in_latin_letters();
    if (!*is_latin_) return true;
    if (word.find_first_of("0123456789_-/=.") != word.npos) return true;
    if (source_words_.empty()) list_source_words();
    return source_words_.contains(to_lower(word));
  }

  bool is_written_in_latin_letters() const {
    std::size_t ascii = 0;
    std::size_t other = 0;
    for (std::size_t j = 0; j < translation_.size(); ++j) {
      if (!is_prose(translation_[j])) continue;
      for (const char c : translation_[j].text) {
        ascii += is_letter(c) ? 1 : 0;
        other += (c & '\xC0') == '\xC0' ? 1 : 0;  // The first byte of a character.
      }
    }
    return ascii > other;
  }

  void list_source_words() {
    source_words_.insert("");
    for (std::size_t i = 0; i < source_.size(); ++i) {
      std::string word;
      for (const char c : source_[i].text + " ") {
        if (is_alphanumeric(c)) {
          word += c;
        } else if (!word.empty()) {
          source_words_.insert(to_lower(word));
          word.clear();
        }
      }
    }
  }

  const PageBlocks& source_;
  const PageBlocks& translation_;
  const PageAlignment& alignment_;
  std::optional<bool> is_latin_;
  std::set<std::string> source_words_;
};

}  // namespace

std::vector<std::size_t> find_contradictions(const ParsedPage& source,
                                             const ParsedPage& translation,
                                             const PageAlignment& alignment) {
  return ContradictionSearch(source, translation, alignment).run();
}

}  // namespace l10n_drift
