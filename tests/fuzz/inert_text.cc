// Foreign text in Markdown. Inputs are any bytes.

#include "render/inert_text.h"

#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

#include "fuzz/one_line.h"
#include "fuzz/target.h"
#include "text/path_text.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::size_t count_backticks(std::string_view text) {
  return std::min(text.find_first_not_of('`'), text.size());
}

// What `span` shows between its fences, by the rules of CommonMark.
std::string read_code_span(std::string_view span) {
  const std::size_t fence = count_backticks(span);
  require(fence <= 80, "cmark takes no longer run of backticks for a fence");
  std::string_view rest = span.substr(fence);
  std::string shown;
  while (!rest.empty()) {
    const std::size_t run = count_backticks(rest);
    if (run == fence) break;
    shown += rest.substr(0, std::max<std::size_t>(run, 1));
    rest.remove_prefix(std::max<std::size_t>(run, 1));
  }
  require(rest.size() == fence, "a code span ends where it is meant to end, and not before");
  if (shown.starts_with(' ') && shown.ends_with(' ') &&
      shown.find_first_not_of(' ') != shown.npos) {
    shown = shown.substr(1, shown.size() - 2);
  }
  return shown;
}

// Takes an entity, which begins with its '&', off `rest`.
char take_entity(std::string_view& rest) {
  const std::size_t end = rest.find(';');
  require(end != rest.npos, "an entity has an end");
  const std::string name(rest.substr(1, end - 1));
  rest.remove_prefix(end + 1);
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "amp") return '&';
  require(name.starts_with('#') && name.size() > 1 &&
              name.find_first_not_of("0123456789", 1) == name.npos,
          "entities are those that HTML knows");
  return static_cast<char>(std::stoi(name.substr(1)));
}

// What <code>...</code> shows. Not one character between the tags may mean anything to Markdown.
std::string read_html_code(std::string_view html) {
  constexpr std::string_view kOpen = "<code>";
  constexpr std::string_view kClose = "</code>";
  require(html.size() >= kOpen.size() + kClose.size() && html.ends_with(kClose), "tags are closed");
  html = html.substr(kOpen.size(), html.size() - kOpen.size() - kClose.size());
  std::string shown;
  while (!html.empty()) {
    require(!contains("!\"#$%'()*+,-./:;<=>?@[\\]^_`{|}~", html.substr(0, 1)),
            "punctuation is written as entities");
    if (html[0] == '&') {
      shown += take_entity(html);
    } else {
      shown += html[0];
      html.remove_prefix(1);
    }
  }
  return shown;
}

std::string read_code(std::string_view text) {
  require(!contains(text, "[x]") && !contains(text, "[X]"), "no text ticks a checkbox");
  return text.starts_with("<code>") ? read_html_code(text) : read_code_span(text);
}

// What escaped text shows, where nothing is left that Markdown or GitHub would act on.
std::string read_escaped(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    if (text[0] == '&') {
      shown += take_entity(text);
      continue;
    }
    if (text[0] == '\\') {
      text.remove_prefix(1);
      require(!text.empty(), "a backslash escapes something");
    } else {
      require(!contains("`*_~[]!|{}<>@#$", text.substr(0, 1)), "what means something is escaped");
    }
    shown += text[0];
    text.remove_prefix(1);
  }
  return shown;
}

void check_code(const std::string& code, std::string expected) {
  require_one_line(code);
  if (expected.empty()) expected = " ";
  require(read_code(code) == expected, "code shows the text");
}

void check_escaped(std::string_view input) {
  const std::string text = escape_text(input);
  require_one_line(text);
  const bool is_code = text.starts_with('`') || text.starts_with("<code>");
  require((is_code ? read_code(text) : read_escaped(text)) == printable(input),
          "escaped text shows the text");
}

void check_comment(std::string_view input) {
  const std::string text = comment_json_string(input);
  require_one_line(text);
  require(!contains(text, "--") && text.find_first_of("<>&@#") == text.npos,
          "nothing in a comment can end it");
  require(nlohmann::json::parse(text) == replace_invalid_utf8(input),
          "a string in a comment is JSON for the text");
}

void check_shell(std::string_view input) {
  const std::string block = fenced_shell(input);
  const std::string fence(count_backticks(block), '`');
  const std::string code(input);
  require(fence.size() >= 3 && !contains(code, fence), "code cannot end its block");
  require(block == fence + "sh\n" + code + '\n' + fence + '\n', "a block holds the code");
}

}  // namespace

void run_target(std::string_view input) {
  check_code(code_span(input), printable(input));
  check_code(path_span(input), printable(quote_path(input)));
  check_escaped(input);
  check_comment(input);
  check_shell(input);
}

}  // namespace l10n_drift
