#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace l10n_drift {

// What is known of the language of the sources. For one thread.
class Grammar {
 public:
  // `code` as in a configuration: "en", "pt-br". Of most languages nothing is known; then no word
  // is another one's form.
  explicit Grammar(std::string_view code);

  // Whether both are forms of one word, such as "allow", "allows" and "allowing". Both are in lower
  // case, and differ.
  bool are_inflections(std::string_view a, std::string_view b) const;

  // All words below are in lower case.

  // Whether the word only holds a sentence together.
  bool is_function_word(std::string_view word) const;

  // Whether the word only lends weight to what is said.
  bool is_emphasis(std::string_view word) const;

  bool is_form_of_be(std::string_view word) const;

  // Whether one of the words may be put for the other without a change of what a sentence says, as
  // another article or by a slip.
  bool are_interchangeable(std::string_view a, std::string_view b) const;

  // Whether a noun may follow the word, with or without an adjective.
  bool may_stand_before_noun(std::string_view word) const;

  // Whether the word ends as adjectives do. Most of the short ones are not known.
  bool looks_like_adjective(std::string_view word) const;

  // Whether the word negates, or may be another one with a prefix or an ending that does. In doubt
  // it does.
  bool negates(std::string_view word) const;

 private:
  struct Free {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::string stem_of(std::string_view word) const;

  bool is_english_;
  std::unique_ptr<sb_stemmer, Free> stemmer_;  // Null for most languages.
};

}  // namespace l10n_drift
