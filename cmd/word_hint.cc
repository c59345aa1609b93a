#include "word_hint.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/ascii.h"
#include "text/nearest.h"
#include "text/shell.h"

namespace l10n_drift {
namespace {

// "ko", "KO", "pt-br", "zh_Hans".
bool looks_like_language(const std::string& word) {
  const auto head_end = std::find_if_not(word.begin(), word.end(), is_letter);
  const auto head = head_end - word.begin();
  if (head < 2 || head > 3) return false;
  if (head_end == word.end()) return true;
  return (*head_end == '-' || *head_end == '_') && head_end + 1 != word.end() &&
         std::all_of(head_end + 1, word.end(),
                     [](char c) { return is_alphanumeric(c) || c == '-' || c == '_'; });
}

bool looks_like_path(const std::string& word) {
  return word.find_first_of("/\\.") != std::string::npos;
}

}  // namespace

std::string word_hint(const std::string& word, const std::vector<std::string>& commands) {
  if (looks_like_path(word)) {
    const std::string path = shell_quote(word);
    return fmt::format(
        "l10n-drift status {0} tells what the state of a page is, l10n-drift diff {0} what has "
        "changed in its source",
        path);
  }
  if (const auto command = nearest_name(word, commands)) {
    return fmt::format("did you mean 'l10n-drift {}'?", *command);
  }
  if (looks_like_language(word)) return fmt::format("for a language: --lang {}", word);
  return {};
}

}  // namespace l10n_drift
