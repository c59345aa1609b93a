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
// rarely are. Another form of the same word is told by a stemmer (grammar.cc). No word may come or
// go, however short: `no` is no longer than `an`. The exceptions are a single letter, which spells
// an article or nothing, a word said twice ("the the"), words that only hold a sentence together or
// lend weight to it, and an adjective in a title:
//
//     allows to update it        allows updating it
//     need change                need to change
//     equal than the old one     equal to the old one
//     simply because it is       because it is
//     ## Using the simple API    ## Using the API
//
// An adjective is told by its place, between an article or a preposition and the noun, or at the
// head of a title by its ending. Neither tells a title's verbs from its nouns: "Pods" and "Force
// pods" are two titles, and so is what negates ("Using the unsupported API").

#include "detection/copy_edit.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "detection/word_similarity.h"
#include "text/ascii.h"
#include "text/sequence_match.h"

namespace l10n_drift {
namespace {

// In half a dozen places it is a revision, whatever the single ones look like; so it is if more
// than every fifth word is touched. One place is always allowed, or short headings could have no
// typo.
constexpr std::size_t kMaxPlaces = 5;
constexpr std::size_t kWordsPerPlace = 5;

// Below five letters, one other letter is as likely another word: must, most; node, mode.
constexpr std::size_t kMinMisspelled = 5;
// A heading or a cell of so few words hangs on each.
constexpr std::size_t kMinSentence = 8;
// With an adjective. What is left of fewer words has another subject: "Pods", "Dead pods".
constexpr std::size_t kMinTitle = 3;

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

// Whether two neighbours are swapped from `at` on, and all else is the same.
bool are_swapped(std::string_view a, std::string_view b, std::size_t at) {
  return a.size() == b.size() && at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] &&
         a.substr(at + 2) == b.substr(at + 2);
}

// "teh" for "the". "no" is not "on", nor is "now" "own".
bool is_slip_of_function_word(std::string_view a, std::string_view b, const Grammar& grammar) {
  return grammar.is_function_word(a) != grammar.is_function_word(b) && !grammar.negates(a) &&
         !grammar.negates(b) && are_swapped(a, b, common_prefix(a, b));
}

// One letter changed, missing, too many, or two neighbours swapped.
bool is_misspelling(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (b.size() < kMinMisspelled || a.size() - b.size() > 1) return false;
  const std::size_t at = common_prefix(a, b);
  if (at == 0) return false;
  if (a.size() > b.size()) return a.substr(at + 1) == b.substr(at);
  if (a.substr(at + 1) == b.substr(at + 1)) return true;
  return are_swapped(a, b, at);
}

// "a" for "an". Neither is long enough to be told from another word but by its first letter.
bool is_article(std::string_view a, std::string_view b) {
  return a.size() + b.size() == 3 && a[0] == b[0];
}

// Neither digits nor signs, which may be what matters.
bool has_word_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; });
}

bool has_letters_alone(std::string_view word) {
  return std::all_of(word.begin(), word.end(), is_letter);
}

bool is_respelling(std::string_view old_word, std::string_view new_word, const Grammar& grammar) {
  // "can" and "can't": an apostrophe may stand for a negation.
  const auto apostrophes = [](std::string_view word) {
    return std::count(word.begin(), word.end(), '\'');
  };
  if (apostrophes(old_word) != apostrophes(new_word)) return false;
  const std::string a = squeeze({old_word});
  const std::string b = squeeze({new_word});
  if (a.empty() || b.empty() || !has_word_letters(a) || !has_word_letters(b)) return false;
  if (grammar.are_inflections(a, b)) return true;
  // Beyond ASCII a letter may be a word.
  if (!has_letters_alone(a) || !has_letters_alone(b)) return false;
  return is_article(a, b) || is_misspelling(a, b) || is_slip_of_function_word(a, b, grammar);
}

// A place where the versions differ: the words of the old and of the new one, and the word that
// stands in front of them in the new one.
struct WordChange {
  Words removed;
  Words added;
  std::string_view word_before;
};

// Whether both versions have the same words there, be it spelled or inflected otherwise.
bool are_respellings(const Words& removed, const Words& added, const Grammar& grammar) {
  if (removed.size() != added.size()) return false;
  for (std::size_t i = 0; i < removed.size(); ++i) {
    if (squeeze({removed[i]}) != squeeze({added[i]}) &&
        !is_respelling(removed[i], added[i], grammar)) {
      return false;
    }
  }
  return true;
}

bool is_harmless(const WordChange& place, const Grammar& grammar) {
  if (squeeze(place.removed) == squeeze(place.added)) return true;
  if (place.removed.size() == place.added.size()) {
    return are_respellings(place.removed, place.added, grammar);
  }
  if (place.removed.size() + place.added.size() != 1) return false;
  // A word came or went. A single letter may, and so may a word that is said twice.
  const std::string_view word = place.removed.empty() ? place.added[0] : place.removed[0];
  return (word.size() == 1 && is_letter(word[0])) || word == place.word_before;
}

// Whether both have the same words, but for some that may stand for one another.
bool are_exchanged(const Words& removed, const Words& added, const Grammar& grammar) {
  if (removed.size() != added.size()) return false;
  for (std::size_t i = 0; i < removed.size(); ++i) {
    if (!are_respellings({removed[i]}, {added[i]}, grammar) &&
        !grammar.are_interchangeable(squeeze({removed[i]}), squeeze({added[i]}))) {
      return false;
    }
  }
  return true;
}

// Takes the words off that a sentence can do without, and returns them.
std::vector<std::string> take_fillers(Words& words, const Grammar& grammar) {
  std::vector<std::string> fillers;
  std::erase_if(words, [&](std::string_view written) {
    const std::string word = squeeze({written});
    if (!grammar.is_function_word(word) && !grammar.is_emphasis(word)) return false;
    fillers.push_back(word);
    return true;
  });
  return fillers;
}

// The same where a sentence may have a function word or one of emphasis more or less, or two that
// end with a form of "be": "need taken", "need to be taken".
bool is_harmless_in_sentence(WordChange place, const Grammar& grammar) {
  if (are_exchanged(place.removed, place.added, grammar)) return true;
  const std::vector<std::string> went = take_fillers(place.removed, grammar);
  const std::vector<std::string> came = take_fillers(place.added, grammar);
  if (!went.empty() && !came.empty()) return false;
  const std::vector<std::string>& fillers = went.empty() ? came : went;
  const bool are_few =
      fillers.size() == 1 || (fillers.size() == 2 && grammar.is_form_of_be(fillers.back()));
  return are_few && are_respellings(place.removed, place.added, grammar);
}

bool is_capitalized(std::string_view word) {
  return word.size() > 1 && is_upper(word[0]) && is_lower(word[1]);
}

// Whether a title has the word at `at` more than another, and that is an adjective.
bool is_adjective_of_title(const Words& title, std::size_t at, const Grammar& grammar) {
  if (title.size() < kMinTitle || at + 1 >= title.size()) return false;
  const std::string word = squeeze({title[at]});
  const bool is_word = has_letters_alone(title[at]) && has_letters_alone(title[at + 1]);
  if (!is_word || grammar.is_function_word(word) || grammar.negates(word)) return false;
  if (grammar.is_function_word(squeeze({title[at + 1]}))) return false;
  if (at > 0 && is_upper(title[at][0]) && !is_capitalized(title[at + 1])) return false;
  return at == 0 ? grammar.looks_like_adjective(word)
                 : grammar.may_stand_before_noun(squeeze({title[at - 1]}));
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

bool is_copy_edit(std::string_view old_text, std::string_view new_text, const Grammar& grammar) {
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
    const bool is_of_form =
        is_harmless(place, grammar) || (is_sentence && is_harmless_in_sentence(place, grammar));
    if (!is_of_form) return false;
    touched += std::max(place.removed.size(), place.added.size());
  }
  return touched <= allowed;
}

bool only_adjective_differs(std::string_view old_title, std::string_view new_title,
                            const Grammar& grammar) {
  Words longer = split_words(old_title);
  Words shorter = split_words(new_title);
  if (longer.size() < shorter.size()) std::swap(longer, shorter);
  if (longer.size() != shorter.size() + 1) return false;
  const auto are_equal = [](std::string_view a, std::string_view b) {
    return squeeze({a}) == squeeze({b});
  };
  const auto [in_longer, in_shorter] =
      std::mismatch(longer.begin(), longer.end(), shorter.begin(), shorter.end(), are_equal);
  if (!std::equal(in_longer + 1, longer.end(), in_shorter, shorter.end(), are_equal)) return false;
  return is_adjective_of_title(longer, static_cast<std::size_t>(in_longer - longer.begin()),
                               grammar);
}

}  // namespace l10n_drift
