#include "detection/word_similarity.h"

#include <algorithm>
#include <functional>
#include <string>

#include "text/ascii.h"

namespace l10n_drift {

std::vector<std::string_view> split_words(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n'; };
  std::vector<std::string_view> words;
  for (auto at = text.begin(); at != text.end();) {
    const auto begin = std::find_if_not(at, text.end(), is_blank);
    at = std::find_if(begin, text.end(), is_blank);
    if (begin != at) words.emplace_back(begin, at);
  }
  return words;
}

WordBag::WordBag(std::string_view text) {
  std::string bare;
  for (const std::string_view word : split_words(text)) {
    bare.clear();
    for (const char c : word) {
      if (is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80) bare += to_lower(c);
    }
    hashes_.push_back(std::hash<std::string_view>()(bare.empty() ? word : bare));
  }
  std::sort(hashes_.begin(), hashes_.end());
}

double WordBag::similarity(const WordBag& other) const {
  const std::size_t total = hashes_.size() + other.hashes_.size();
  if (total == 0) return 1;
  return 2.0 * static_cast<double>(common_words(other)) / static_cast<double>(total);
}

std::size_t WordBag::changed_words(const WordBag& other) const {
  return std::max(hashes_.size(), other.hashes_.size()) - common_words(other);
}

std::size_t WordBag::common_words(const WordBag& other) const {
  std::size_t common = 0;
  for (auto a = hashes_.begin(), b = other.hashes_.begin();
       a != hashes_.end() && b != other.hashes_.end();) {
    if (*a == *b) ++common;
    const bool step_a = *a <= *b;
    const bool step_b = *b <= *a;
    if (step_a) ++a;
    if (step_b) ++b;
  }
  return common;
}

}  // namespace l10n_drift
