#include "render/inert_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "text/ascii.h"
#include "text/path_text.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

// cmark, and with it GitHub, takes a longer run of backticks for plain text.
constexpr std::size_t kLongestFence = 80;

bool is_hex_digit(char c) { return is_digit(c) || (to_lower(c) >= 'a' && to_lower(c) <= 'f'); }

bool is_punctuation(char c) { return c > ' ' && c < '\x7F' && !is_alphanumeric(c); }

std::size_t longest_backtick_run(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// cmark's task lists look for the tick anywhere in the line, in code spans too.
bool ticks_checkbox(std::string_view text) {
  return text.find("[x]") != std::string_view::npos || text.find("[X]") != std::string_view::npos;
}

// The way out where a code span would not do. Every character that means something is an entity.
std::string html_code(std::string_view text) {
  std::string result = "<code>";
  for (const char c : text) {
    result += is_punctuation(c) ? fmt::format("&#{};", static_cast<int>(c)) : std::string(1, c);
  }
  return result + "</code>";
}

// A word that may be a commit's id: 7 hexadecimal digits or more.
bool has_commit_id(std::string_view text) {
  std::size_t length = 0;
  bool all_hex = true;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_alphanumeric(text[i])) {
      ++length;
      all_hex = all_hex && is_hex_digit(text[i]);
      continue;
    }
    if (length >= 7 && all_hex) return true;
    length = 0;
    all_hex = true;
  }
  return false;
}

bool has_issue_id(std::string_view lower_text) {
  for (std::size_t at = lower_text.find("gh-"); at != std::string_view::npos;
       at = lower_text.find("gh-", at + 1)) {
    if (at + 3 < lower_text.size() && is_digit(lower_text[at + 3])) return true;
  }
  return false;
}

// Whether GitHub would make something of the text after Markdown is rendered, when escapes are
// gone.
bool has_trigger(std::string_view text) {
  const std::string lower = to_lower(text);
  return lower.find_first_of("@#$") != std::string::npos ||
         lower.find("://") != std::string::npos || lower.find("www.") != std::string::npos ||
         lower.find("ghsa-") != std::string::npos || lower.find("cve-") != std::string::npos ||
         std::count(lower.begin(), lower.end(), ':') > 1 || has_issue_id(lower) ||
         has_commit_id(lower);
}

// Whether the character at `at` would begin a list or underline a heading, at the start of a line.
bool begins_block(std::string_view text, std::size_t at) {
  if (at == 0) return std::string_view("-+=:").find(text[0]) != std::string_view::npos;
  return (text[at] == '.' || text[at] == ')') &&
         std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), is_digit);
}

std::string json_escape(char32_t code_point) {
  return fmt::format("\\u{:04x}", static_cast<unsigned>(code_point));
}

}  // namespace

std::string code_span(std::string_view text) {
  const std::string shown = printable(text);
  if (shown.empty()) return "` `";
  const std::size_t fence_length = longest_backtick_run(shown) + 1;
  if (fence_length > kLongestFence || ticks_checkbox(shown)) return html_code(shown);
  // Markdown takes one blank from either end if both have one, so that a backtick can stand there.
  // Of blanks alone it takes none.
  const bool has_backtick = shown.front() == '`' || shown.back() == '`';
  const bool would_be_stripped = shown.front() == ' ' && shown.back() == ' ' &&
                                 shown.find_first_not_of(' ') != std::string::npos;
  const std::string pad = has_backtick || would_be_stripped ? " " : "";
  const std::string fence(fence_length, '`');
  return fence + pad + shown + pad + fence;
}

std::string path_span(std::string_view path) { return code_span(quote_path(path)); }

std::string escape_text(std::string_view text) {
  std::string shown = printable(text);
  if (shown.empty()) return shown;
  if (shown.front() == ' ' || shown.back() == ' ' || has_trigger(shown)) return code_span(shown);
  std::string result;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    switch (shown[i]) {
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '&':
        result += "&amp;";
        break;
      default:
        if (std::string_view("\\`*_~[]()!|{}").find(shown[i]) != std::string_view::npos ||
            begins_block(shown, i)) {
          result += '\\';
        }
        result += shown[i];
    }
  }
  return result;
}

std::string fenced_shell(std::string_view code) {
  const std::string fence(std::max<std::size_t>(3, longest_backtick_run(code) + 1), '`');
  return fmt::format("{0}sh\n{1}\n{0}\n", fence, code);
}

std::string comment_json_string(std::string_view text) {
  const std::string valid = replace_invalid_utf8(text);
  std::string result = "\"";
  for (std::string_view rest = valid; !rest.empty();) {
    const Utf8Step step = decode_utf8(rest);
    const std::string_view bytes = rest.substr(0, step.length);
    const bool is_special = std::string_view("\"\\<>&@#").find(bytes) != std::string_view::npos;
    const bool is_second_dash = bytes == "-" && result.back() == '-';
    const bool escaped = is_special || is_second_dash || is_hidden(step.code_point);
    result += escaped ? json_escape(step.code_point) : std::string(bytes);
    rest.remove_prefix(step.length);
  }
  return result + '"';
}

}  // namespace l10n_drift
