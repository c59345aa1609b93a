// Raw bytes as text for people and for shells, and base64. Inputs are any bytes.

#include "text/path_text.h"

#include <cctype>
#include <cstddef>
#include <string>

#include "fuzz/one_line.h"
#include "fuzz/target.h"
#include "text/shell.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

bool is_octal_digit(char c) { return c >= '0' && c <= '7'; }

// Takes one escape of C, which begins with its backslash, off `rest`.
char take_escape(std::string_view& rest) {
  constexpr std::string_view kLetters = "abtnvfr\"\\'";
  constexpr std::string_view kBytes = "\a\b\t\n\v\f\r\"\\'";
  require(rest.size() > 1, "no text ends inside an escape");
  if (const std::size_t at = kLetters.find(rest[1]); at != kLetters.npos) {
    rest.remove_prefix(2);
    return kBytes[at];
  }
  require(rest.size() > 3 && is_octal_digit(rest[1]) && is_octal_digit(rest[2]) &&
              is_octal_digit(rest[3]),
          "an escape is a letter or three octal digits");
  const int value = (rest[1] - '0') * 64 + (rest[2] - '0') * 8 + (rest[3] - '0');
  rest.remove_prefix(4);
  return static_cast<char>(value);
}

// Reads up to the first `quote` that is not escaped, and takes it off, too.
std::string take_escaped(std::string_view& rest, char quote) {
  std::string result;
  while (!rest.empty() && rest[0] != quote) {
    if (rest[0] == '\\') {
      result += take_escape(rest);
    } else {
      result += rest[0];
      rest.remove_prefix(1);
    }
  }
  require(!rest.empty(), "quotes are closed");
  rest.remove_prefix(1);
  return result;
}

std::string read_path(std::string_view text) {
  if (!text.starts_with('"')) return std::string(text);
  text.remove_prefix(1);
  std::string path = take_escaped(text, '"');
  require(text.empty(), "a quoted path ends with its quote");
  return path;
}

std::string take_single_quoted(std::string_view& rest) {
  const std::size_t end = rest.find('\'');
  require(end != rest.npos, "quotes are closed");
  std::string result(rest.substr(0, end));
  rest.remove_prefix(end + 1);
  return result;
}

char take_plain(std::string_view& rest) {
  const char c = rest[0];
  require(std::isalnum(static_cast<unsigned char>(c)) != 0 ||
              std::string_view("-_./:@%+=,").find(c) != std::string_view::npos,
          "only what means nothing to a shell goes without quotes");
  rest.remove_prefix(1);
  return c;
}

// What bash makes of one word: plain characters, '...', $'...' and \'.
std::string read_shell_word(std::string_view text) {
  require(!text.empty(), "an empty word is quoted");
  std::string word;
  while (!text.empty()) {
    if (text.starts_with('\'')) {
      text.remove_prefix(1);
      word += take_single_quoted(text);
    } else if (text.starts_with("$'")) {
      text.remove_prefix(2);
      word += take_escaped(text, '\'');
    } else if (text.starts_with("\\'")) {
      text.remove_prefix(2);
      word += '\'';
    } else {
      word += take_plain(text);
    }
  }
  return word;
}

std::string read_base64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  require(text.size() % 4 == 0, "base64 is padded");
  const std::size_t padding = text.size() - (text.find_last_not_of('=') + 1);
  require(padding <= 2, "base64 has at most two bytes of padding");
  std::string result;
  unsigned bits = 0;
  for (std::size_t i = 0; i < text.size() - padding; ++i) {
    const std::size_t value = kDigits.find(text[i]);
    require(value != kDigits.npos, "base64 has 64 digits");
    bits = (bits << 6 | static_cast<unsigned>(value)) & 0xFFFF;
    if (i % 4 != 0) result += static_cast<char>(bits >> (6 - 2 * (i % 4)));
  }
  return result;
}

}  // namespace

void run_target(std::string_view input) {
  for (const std::string& text :
       {quote_path(input), printable(input), in_quotes(input), shell_quote(input), base64(input)}) {
    require_one_line(text);
    require(text.find("##[") == text.npos, "no text is a command in the log of a workflow");
  }
  require(read_path(quote_path(input)) == input, "a quoted path says what the path is");
  const std::string path = quote_path(input);
  std::string_view rest = path;
  if (path.starts_with('"')) {
    require(take_quoted(rest) == input && rest.empty(), "a quoted path is read as it is written");
  }
  take_quoted(rest = input);
  require(read_shell_word(shell_quote(input)) == input, "a quoted word is the word to a shell");
  require(read_base64(base64(input)) == input, "base64 says what the bytes are");
  const std::string replaced = replace_invalid_utf8(input);
  require(is_utf8(replaced), "nothing invalid is left");
  require((replaced == input) == is_utf8(input), "nothing valid is replaced");
}

}  // namespace l10n_drift
