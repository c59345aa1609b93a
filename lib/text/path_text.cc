#include "text/path_text.h"

#include <fmt/format.h>

#include <cstddef>

#include "text/utf8.h"

namespace l10n_drift {
namespace {

// GitHub Actions runs what follows these characters as a command, wherever they stand in a line
// that a step of a workflow prints: `##[add-matcher]FILE`.
constexpr std::string_view kLogCommand = "##[";

enum class Escape { kHidden, kHiddenAndQuotes };

// git's choice: a letter where C has one, else three octal digits.
std::string escape_byte(unsigned char byte) {
  constexpr std::string_view kBytes = "\a\b\t\n\v\f\r\"\\";
  constexpr std::string_view kLetters = "abtnvfr\"\\";
  const std::size_t at = kBytes.find(static_cast<char>(byte));
  if (at != std::string_view::npos) return {'\\', kLetters[at]};
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

}  // namespace

std::string quote_path(std::string_view path) {
  std::string escaped = escape(path, Escape::kHiddenAndQuotes);
  return escaped == path ? escaped : '"' + escaped + '"';
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
