#include "text/path_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "text/utf8.h"

namespace l10n_drift {
namespace {

// GitHub Actions runs what follows these characters as a command, wherever they stand in a line
// that a step of a workflow prints: `##[add-matcher]FILE`.
constexpr std::string_view kLogCommand = "##[";

// The bytes whose escapes are a letter, and the letters.
constexpr std::string_view kEscapedBytes = "\a\b\t\n\v\f\r\"\\";
constexpr std::string_view kEscapeLetters = "abtnvfr\"\\";

enum class Escape { kHidden, kHiddenAndQuotes };

// git's choice: a letter where C has one, else three octal digits.
std::string escape_byte(unsigned char byte) {
  const std::size_t at = kEscapedBytes.find(static_cast<char>(byte));
  if (at != kEscapedBytes.npos) return {'\\', kEscapeLetters[at]};
  return fmt::format("\\{:03o}", byte);
}

std::string escape(std::string_view text, Escape what) {
  std::string result;
  while (!text.empty()) {
    const Utf8Step step = decode_utf8(text);
    const std::string_view bytes = text.substr(0, step.length);
    const bool is_quote = bytes == "\"" || bytes == "\\";
    if (!step.valid || is_hidden(step.code_point) || text.starts_with(kLogCommand) ||
        (is_quote && what == Escape::kHiddenAndQuotes)) {
      for (const char byte : bytes) result += escape_byte(static_cast<unsigned char>(byte));
    } else {
      result += bytes;
    }
    text.remove_prefix(step.length);
  }
  return result;
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }

// Takes what stands behind the backslash of an escape off `text`; the byte that it means.
std::optional<char> take_escape(std::string_view& text) {
  if (text.empty()) return {};
  if (const std::size_t at = kEscapeLetters.find(text[0]); at != kEscapeLetters.npos) {
    text.remove_prefix(1);
    return kEscapedBytes[at];
  }
  if (text.size() < 3 || text[0] > '3' || !std::all_of(text.begin(), text.begin() + 3, is_octal)) {
    return {};
  }
  const int value = (text[0] - '0') * 64 + (text[1] - '0') * 8 + (text[2] - '0');
  text.remove_prefix(3);
  return static_cast<char>(value);
}

}  // namespace

std::string quote_path(std::string_view path) {
  std::string escaped = escape(path, Escape::kHiddenAndQuotes);
  return escaped == path ? escaped : '"' + escaped + '"';
}

std::optional<std::string> take_quoted(std::string_view& text) {
  if (!text.starts_with('"')) return {};
  std::string result;
  for (std::string_view rest = text.substr(1); !rest.empty();) {
    const char c = rest[0];
    rest.remove_prefix(1);
    if (c == '"') {
      text = rest;
      return result;
    }
    const std::optional<char> meant = c == '\\' ? take_escape(rest) : c;
    if (!meant) return {};
    result += *meant;
  }
  return {};
}

std::string printable(std::string_view text) { return escape(text, Escape::kHidden); }

std::string in_quotes(std::string_view text) { return '\'' + printable(text) + '\''; }

std::string base64(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::string_view group = bytes.substr(at, 3);
    unsigned bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = bits << 8 | (i < group.size() ? static_cast<unsigned char>(group[i]) : 0u);
    }
    for (std::size_t i = 0; i < 4; ++i) {
      result += i <= group.size() ? kDigits[bits >> (18 - 6 * i) & 0x3F] : '=';
    }
  }
  return result;
}

}  // namespace l10n_drift
