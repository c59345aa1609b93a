#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace l10n_drift {

// A text as a bag of words, made to be compared with many others.
class WordBag {
 public:
  explicit WordBag(std::string_view text);

  // The part of their words that both texts have, from 0 to 1 (Dice's coefficient). Two texts
  // without words are equal.
  double similarity(const WordBag& other) const;

  // How many words have to be replaced, added or removed to make one of the other.
  std::size_t changed_words(const WordBag& other) const;

 private:
  std::size_t common_words(const WordBag& other) const;

  std::vector<std::size_t> hashes_;  // Sorted.
};

// The words of a text: what stands between blanks.
std::vector<std::string_view> split_words(std::string_view text);

}  // namespace l10n_drift
