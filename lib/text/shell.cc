#include "text/shell.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

// Whether no shell takes the character for more than it is.
bool is_plain(char c) {
  return is_alphanumeric(c) || std::string_view("-_./:@%+=,").find(c) != std::string_view::npos;
}

std::string escape_single_quotes(std::string_view word, std::string_view replacement) {
  std::string result;
  for (const char c : word) result += c == '\'' ? replacement : std::string_view(&c, 1);
  return result;
}

}  // namespace

std::string shell_quote(std::string_view word) {
  if (printable(word) != word) {
    // git's quoted form has the escapes that $'...' reads; it begins and ends with a double quote.
    const std::string quoted = quote_path(word);
    return "$'" + escape_single_quotes(quoted.substr(1, quoted.size() - 2), "\\'") + '\'';
  }
  if (!word.empty() && std::all_of(word.begin(), word.end(), is_plain)) return std::string(word);
  return '\'' + escape_single_quotes(word, "'\\''") + '\'';
}

}  // namespace l10n_drift
