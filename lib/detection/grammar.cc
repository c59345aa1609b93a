// Forms of a word
// ===============
//
// Snowball's stemmers know the endings of two dozen languages. They are made for search, where it
// does no harm to find too much: they also join words of which one is made of the other.
//
//     allow, allows, allowed, allowing              one word
//     operate, operator, operation; use, useful     others, with the same stem
//
// So in English what follows the stem is looked at, too. Without what a verb, a plural or an adverb
// ends with, it has to be the same in both: nothing as a rule, "ation" in "operations".
//
//     studi-  y    es   ed   ying     nothing
//     run-    ning                    nothing: the letter is the stem's own, doubled
//     oper-   ate  ates ating         "at"
//     oper-   ator ators              "ator"

#include "detection/grammar.h"

#include <libstemmer.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace l10n_drift {
namespace {

// English words without a meaning of their own: one more or less of them in a sentence is grammar.
// Negations are not among them, nor words such as "may", "if", "or", "before", "from" and "only".
constexpr std::string_view kFunctionWords[] = {
    "a",   "an",   "and",  "are",   "as",    "at",    "be",   "been", "being", "by",
    "for", "had",  "has",  "have",  "in",    "is",    "it",   "its",  "of",    "on",
    "our", "that", "the",  "their", "there", "these", "they", "this", "those", "to",
    "was", "we",   "were", "which", "will",  "with",  "you",  "your"};

// Of these, those that a noun follows, be it with an adjective in front.
constexpr std::string_view kBeforeNouns[] = {
    "a",  "an",  "and", "as",    "at",    "by",   "for",   "in",   "its", "of",
    "on", "our", "the", "their", "these", "this", "those", "with", "your"};

// The forms of a verb that holds sentences together.
constexpr std::string_view kFormsOfBe[] = {"are", "be", "been", "being", "is", "was", "were"};

// Words that lend weight to what is said, and add nothing to it.
constexpr std::string_view kEmphasis[] = {"actually", "also",   "basically", "easily", "please",
                                          "quite",    "really", "simply",    "very"};

// Of these, one may stand for another: they point at the noun behind them, or take a sentence up.
constexpr std::string_view kDeterminers[] = {"a",     "an",    "its",  "our",   "that",  "the",
                                             "their", "these", "this", "those", "which", "your"};

// Pairs of which one is put for the other by mistake ("equal than"), or says the same.
constexpr std::pair<std::string_view, std::string_view> kExchanged[] = {
    {"as", "than"}, {"just", "only"}, {"than", "then"}, {"than", "to"}};

// Words that negate, and prefixes and endings that do so to others.
constexpr std::string_view kNegations[] = {"cannot", "except", "neither", "never", "no",
                                           "non",    "none",   "nor",     "not",   "nothing",
                                           "only",   "unless", "without"};
constexpr std::string_view kNegatingPrefixes[] = {"dis", "non", "un"};
constexpr std::string_view kNegatingEnding = "less";

// What adjectives of Latin or French origin end with, and few other words.
constexpr std::string_view kAdjectiveEndings[] = {"able", "al", "ary", "ful",
                                                  "ible", "ic", "ive", "ous"};
constexpr std::size_t kMinAdjective = 5;

// The endings of English verbs and plurals. The longest come first.
constexpr std::string_view kEndings[] = {"ing", "ed", "es", "e", "s", "d"};

constexpr std::size_t kMinAdverbStem = 6;

template <std::size_t kCount>
bool contains(const std::string_view (&words)[kCount], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "pt" of "pt-br". As a word of its own, as the library wants it.
std::string primary_of(std::string_view code) {
  return std::string(code.substr(0, code.find_first_of("-_")));
}

// "as" and "has".
bool has_letter_more(std::string_view a, std::string_view b) {
  if (a.size() < b.size()) std::swap(a, b);
  if (a.size() != b.size() + 1) return false;
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return std::equal(in_a + 1, a.end(), in_b, b.end());
}

// What follows the stem in an English word, without the endings of verbs, plurals and adverbs.
std::string_view rest_of(std::string_view word, std::string_view stem) {
  const auto parts = std::mismatch(word.begin(), word.end(), stem.begin(), stem.end());
  std::string_view rest = word.substr(static_cast<std::size_t>(parts.first - word.begin()));
  // "similarly" is "similar", but "hardly" is not "hard", nor "lately" "late".
  if (stem.size() >= kMinAdverbStem && rest.ends_with("ly")) {
    rest.remove_suffix(rest.ends_with("ically") ? 4 : 2);
  }
  for (const std::string_view ending : kEndings) {
    if (!rest.ends_with(ending)) continue;
    rest.remove_suffix(ending.size());
    break;
  }
  // "policy" and "policies".
  if (rest.ends_with('y') || rest.ends_with('i')) rest.remove_suffix(1);
  const bool is_doubled = rest.size() == 1 && stem.ends_with(rest);
  return is_doubled ? std::string_view() : rest;
}

}  // namespace

void Grammar::Free::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Grammar::Grammar(std::string_view code)
    : is_english_(primary_of(code) == "en"),
      stemmer_(sb_stemmer_new(primary_of(code).c_str(), nullptr)) {}

std::string Grammar::stem_of(std::string_view word) const {
  const sb_symbol* const stem =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (stem == nullptr) return std::string(word);  // No memory left.
  return {reinterpret_cast<const char*>(stem),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

bool Grammar::are_inflections(std::string_view a, std::string_view b) const {
  if (!stemmer_) return false;
  const std::string stem = stem_of(a);
  if (stem != stem_of(b)) return false;
  return !is_english_ || rest_of(a, stem) == rest_of(b, stem);
}

bool Grammar::is_function_word(std::string_view word) const {
  return is_english_ && contains(kFunctionWords, word);
}

bool Grammar::is_emphasis(std::string_view word) const {
  return is_english_ && contains(kEmphasis, word);
}

bool Grammar::is_form_of_be(std::string_view word) const {
  return is_english_ && contains(kFormsOfBe, word);
}

bool Grammar::are_interchangeable(std::string_view a, std::string_view b) const {
  if (!is_english_ || a == b) return false;
  if (contains(kDeterminers, a) && contains(kDeterminers, b)) return true;
  if (is_function_word(a) && is_function_word(b) && has_letter_more(a, b)) return true;
  const auto pair = std::minmax(a, b);
  return std::any_of(std::begin(kExchanged), std::end(kExchanged), [&](const auto& exchanged) {
    return exchanged.first == pair.first && exchanged.second == pair.second;
  });
}

bool Grammar::may_stand_before_noun(std::string_view word) const {
  return is_english_ && contains(kBeforeNouns, word);
}

bool Grammar::looks_like_adjective(std::string_view word) const {
  return is_english_ && word.size() >= kMinAdjective &&
         std::any_of(std::begin(kAdjectiveEndings), std::end(kAdjectiveEndings),
                     [&](std::string_view ending) { return word.ends_with(ending); });
}

bool Grammar::negates(std::string_view word) const {
  return contains(kNegations, word) || word.ends_with(kNegatingEnding) ||
         std::any_of(std::begin(kNegatingPrefixes), std::end(kNegatingPrefixes),
                     [&](std::string_view prefix) { return word.starts_with(prefix); });
}

}  // namespace l10n_drift
