// A text is compared word by word. Each place where the versions differ has to be harmless by its
// form, for there is no telling what words mean:
//
//     Kubernetes recieves        Kubernetes receives,       spelling, and a comma
//     a API                      an API                     a letter at the end
//     re-create the Pods         recreate the pods          a hyphen, a capital
//
// Words are long enough here to tell a misspelling from another word: `now` and `not` differ by one
// letter as much as `recieve` and `recive` do. The first letter counts as another word, too, since
// negations and opposites go in front (typical, atypical; import, export), where misspellings
// rarely are. No word may come or go, however short: `no` is no longer than `an`. The exceptions
// are a single letter, which spells an article or nothing, a word said twice ("the the"), and
// English words that only hold a sentence together (kFunctionWords):
//
//     allows to update it        allows updating it
//     need change                need to change
//
// That list, and the endings of English verbs and plurals, are all that is known of a language
// here. Negations are in neither, nor is what says when, where or how many.

#include "detection/copy_edit.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "detection/sequence_match.h"
#include "detection/word_similarity.h"
#include "text/ascii.h"

namespace l10n_drift {
namespace {

// In half a dozen places it is a revision, whatever the single ones look like; so it is if more
// than every fifth word is touched. One place is always allowed, or short headings could have no
// typo.
constexpr std::size_t kMaxPlaces = 5;
constexpr std::size_t kWordsPerPlace = 5;

// Below five letters, one other letter is as likely another word: must, most; node, mode.
constexpr std::size_t kMinMisspelled = 5;
// A letter at the end is an inflection for words of three: pod, pods. "no" has none.
constexpr std::size_t kMinInflected = 3;
// Longer endings take a stem of four letters that is most of the word: deploy, deployed.
constexpr std::size_t kMinStem = 4;
constexpr std::size_t kMaxEnding = 2;
constexpr double kMinStemPart = 0.7;

// English words without a meaning of their own: one more or less of them in a sentence is grammar.
constexpr std::string_view kFunctionWords[] = {"a",  "an",  "are",  "be", "been", "is",  "it",
                                               "of", "the", "that", "to", "was",  "were"};
// A heading or a cell of so few words hangs on each.
constexpr std::size_t kMinSentence = 8;
// The endings of an English word that is the same without them. The longest come first.
constexpr std::string_view kEndings[] = {"ing", "ed", "es", "e", "s", "d"};
constexpr std::size_t kMinEnglishStem = 3;

using Words = std::vector<std::string_view>;

// Marks that carry no meaning of their own, unlike '<', '+' or '%'.
bool is_punctuation(char c) {
  return std::string_view(".,;:!?'\"()-`[]").find(c) != std::string_view::npos;
}

// The words run together, without punctuation, in lower case.
std::string squeeze(const Words& words) {
  std::string squeezed;
  for (const std::string_view word : words) {
    for (const char c : word) {
      if (!is_punctuation(c)) squeezed += to_lower(c);
    }
  }
  return squeezed;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(in_a - a.begin());
}

// One letter changed, missing, too many, or two neighbours swapped.
bool is_misspelling(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.size() < kMinMisspelled || a.size() - b.size() > 1) return false;
  const std::size_t at = common_prefix(a, b);
  if (at == 0) return false;
  if (a.size() > b.size()) return a.substr(at + 1) == b.substr(at);
  if (a.substr(at + 1) == b.substr(at + 1)) return true;
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

std::string_view stem_of(std::string_view word) {
  for (const std::string_view ending : kEndings) {
    if (word.size() < ending.size() + kMinEnglishStem || !word.ends_with(ending)) continue;
    word.remove_suffix(ending.size());
    break;
  }
  // "running" is "run".
  const bool is_doubled = word.size() > kMinEnglishStem && word.back() == word[word.size() - 2];
  if (is_doubled) word.remove_suffix(1);
  return word;
}

bool is_inflection(std::string_view a, std::string_view b) {
  if (stem_of(a) == stem_of(b)) return true;
  if (a.size() < b.size()) std::swap(a, b);
  const std::size_t stem = common_prefix(a, b);
  if (stem == b.size() && a.size() == b.size() + 1) return stem >= kMinInflected;
  return stem >= kMinStem && a.size() - stem <= kMaxEnding && b.size() - stem <= kMaxEnding &&
         static_cast<double>(stem) >= kMinStemPart * static_cast<double>(a.size());
}

// "a" for "an". Neither is long enough to be told from another word but by its first letter.
bool is_article(std::string_view a, std::string_view b) {
  return a.size() + b.size() == 3 && a[0] == b[0];
}

bool is_respelling(std::string_view old_word, std::string_view new_word) {
  // "can" and "can't": an apostrophe may stand for a negation.
  const auto apostrophes = [](std::string_view word) {
    return std::count(word.begin(), word.end(), '\'');
  };
  if (apostrophes(old_word) != apostrophes(new_word)) return false;
  const std::string a = squeeze({old_word});
  const std::string b = squeeze({new_word});
  if (a.empty() || b.empty()) return false;
  // Beyond ASCII a letter may be a word.
  if (!std::all_of(a.begin(), a.end(), is_letter) || !std::all_of(b.begin(), b.end(), is_letter)) {
    return false;
  }
  return is_article(a, b) || is_misspelling(a, b) || is_inflection(a, b);
}

// A place where the versions differ: the words of the old and of the new one, and the word that
// stands in front of them in the new one.
struct WordChange {
  Words removed;
  Words added;
  std::string_view word_before;
};

bool is_function_word(std::string_view word) {
  const std::string plain = squeeze({word});
  return std::find(std::begin(kFunctionWords), std::end(kFunctionWords), plain) !=
         std::end(kFunctionWords);
}

// Whether both versions have the same words there, be it spelled or inflected otherwise.
bool are_respellings(const Words& removed, const Words& added) {
  if (removed.size() != added.size()) return false;
  for (std::size_t i = 0; i < removed.size(); ++i) {
    if (squeeze({removed[i]}) != squeeze({added[i]}) && !is_respelling(removed[i], added[i])) {
      return false;
    }
  }
  return true;
}

bool is_harmless(const WordChange& place) {
  if (squeeze(place.removed) == squeeze(place.added)) return true;
  if (place.removed.size() == place.added.size()) {
    return are_respellings(place.removed, place.added);
  }
  if (place.removed.size() + place.added.size() != 1) return false;
  // A word came or went. A single letter may, and so may a word that is said twice.
  const std::string_view word = place.removed.empty() ? place.added[0] : place.removed[0];
  return (word.size() == 1 && is_letter(word[0])) || word == place.word_before;
}

// The same where a sentence may have one function word more or less.
bool is_harmless_in_sentence(WordChange place) {
  const std::size_t words = place.removed.size() + place.added.size();
  std::erase_if(place.removed, is_function_word);
  std::erase_if(place.added, is_function_word);
  const bool is_one = words == place.removed.size() + place.added.size() + 1;
  return is_one && are_respellings(place.removed, place.added);
}

// Numbers words, equal ones alike.
class Vocabulary {
 public:
  Sequence number(const Words& words) {
    Sequence sequence;
    for (const std::string_view word : words) {
      sequence.push_back(numbers_.try_emplace(word, numbers_.size()).first->second);
    }
    return sequence;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

std::vector<WordChange> find_places(const Words& old_words, const Words& new_words) {
  Vocabulary vocabulary;
  const Sequence old_sequence = vocabulary.number(old_words);
  std::vector<IndexPair> matches = match_sequences(old_sequence, vocabulary.number(new_words));
  matches.push_back({old_words.size(), new_words.size()});
  std::vector<WordChange> places;
  IndexPair next{0, 0};
  for (const IndexPair& match : matches) {
    if (match.old_index > next.old_index || match.new_index > next.new_index) {
      const auto part = [](const Words& words, std::size_t begin, std::size_t end) {
        return Words(words.begin() + static_cast<std::ptrdiff_t>(begin),
                     words.begin() + static_cast<std::ptrdiff_t>(end));
      };
      places.push_back({part(old_words, next.old_index, match.old_index),
                        part(new_words, next.new_index, match.new_index),
                        next.new_index > 0 ? new_words[next.new_index - 1] : std::string_view()});
    }
    next = {match.old_index + 1, match.new_index + 1};
  }
  return places;
}

}  // namespace

bool is_copy_edit(std::string_view old_text, std::string_view new_text) {
  const Words old_words = split_words(old_text);
  const Words new_words = split_words(new_text);
  // A heading in other capitals touches every word.
  if (squeeze(old_words) == squeeze(new_words)) return true;
  const std::vector<WordChange> places = find_places(old_words, new_words);
  const std::size_t allowed =
      std::clamp<std::size_t>(new_words.size() / kWordsPerPlace, 1, kMaxPlaces);
  std::size_t touched = 0;
  const bool is_sentence = std::min(old_words.size(), new_words.size()) >= kMinSentence;
  for (const WordChange& place : places) {
    const bool is_of_form = is_harmless(place) || (is_sentence && is_harmless_in_sentence(place));
    if (!is_of_form) return false;
    touched += std::max(place.removed.size(), place.added.size());
  }
  return touched <= allowed;
}

}  // namespace l10n_drift
