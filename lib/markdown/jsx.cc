#include "markdown/jsx.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kBlanks = " \t\n";

bool begins_name(char c) { return is_letter(c) || c == '_' || c == '$'; }

bool continues_name(char c) {
  return is_alphanumeric(c) || std::string_view("_$-.:").find(c) != std::string_view::npos;
}

std::string_view name_at(std::string_view text, std::size_t at) {
  if (at >= text.size() || !begins_name(text[at])) return {};
  std::size_t end = at;
  while (end < text.size() && continues_name(text[end])) ++end;
  return text.substr(at, end - at);
}

std::string_view inside_of(std::string_view expression) {
  std::string_view inside = expression.substr(1, expression.size() - 2);
  inside.remove_prefix(skip_all(inside, 0, kBlanks));
  return inside.substr(0, inside.find_last_not_of(kBlanks) + 1);
}

}  // namespace

bool JsxReader::spend(std::size_t bytes) {
  const bool is_left = budget_ > bytes;
  budget_ -= std::min(budget_, bytes);
  return is_left;
}

// Behind the string of JavaScript that stands at `at`. A quote that nothing closes in its line is
// an apostrophe in text.
std::size_t JsxReader::skip_string(std::size_t at, std::size_t end) const {
  const char quote = text_[at];
  for (std::size_t i = at + 1; i < end; ++i) {
    if (text_[i] == '\\') {
      ++i;
    } else if (text_[i] == quote) {
      return i + 1;
    } else if (text_[i] == '\n' && quote != '`') {
      break;
    }
  }
  return at + 1;
}

// Behind what stands at `at` in an expression: a string, a comment, or one character.
std::size_t JsxReader::skip_token(std::size_t at, std::size_t end) const {
  const char c = text_[at];
  if (c == '"' || c == '\'' || c == '`') return skip_string(at, end);
  const std::string_view rest = text_.substr(at, end - at);
  const bool is_block = rest.starts_with("/*");
  if (!is_block && !rest.starts_with("//")) return at + 1;
  // "https://" outside of strings, as the text of an element may have it, is no comment.
  if (!is_block && at > 0 && text_[at - 1] == ':') return at + 2;
  const std::size_t close = rest.find(is_block ? "*/" : "\n", 2);
  return close == rest.npos ? end : at + close + (is_block ? 2 : 1);
}

std::size_t JsxReader::expression_at(std::size_t at, std::size_t end) {
  if (at >= end || text_[at] != '{') return 0;
  std::size_t depth = 0;
  std::size_t next = at;
  while (next < end) {
    const char c = text_[next];
    const std::size_t token = c == '{' || c == '}' ? next + 1 : skip_token(next, end);
    if (!spend(token - next)) return 0;
    next = token;
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) return next - at;
  }
  return 0;
}

std::size_t JsxReader::module_at(std::size_t at) {
  std::size_t depth = 0;
  std::size_t next = at;
  while (next < text_.size()) {
    const char c = text_[next];
    if (c == '\n' && depth == 0) {
      const std::size_t text = skip_all(text_, next + 1, " \t");
      if (text == text_.size() || text_[text] == '\n') return next - at;
    }
    if (c == '{' || c == '(' || c == '[') ++depth;
    if (c == '}' || c == ')' || c == ']') depth -= depth > 0 ? 1 : 0;
    const std::size_t token = skip_token(next, text_.size());
    if (!spend(token - next)) return 0;
    // A comment to the end of its line leaves that end.
    next = text_[token - 1] == '\n' && token > next + 1 ? token - 1 : token;
  }
  return depth == 0 ? next - at : 0;
}

bool JsxReader::read_value(std::size_t& at, std::size_t end, JsxAttribute& attribute) {
  at = skip_all(text_, at, kBlanks);
  if (at >= end) return false;
  const char first = text_[at];
  if (first == '{') {
    const std::size_t size = expression_at(at, end);
    attribute.value = text_.substr(at, size);
    at += size;
    return size > 0;
  }
  if (first != '"' && first != '\'') return false;
  const std::size_t close = text_.find(first, at + 1);
  if (close >= end || !spend(close - at)) return false;
  attribute.value = text_.substr(at + 1, close - at - 1);
  at = close + 1;
  return true;
}

bool JsxReader::read_attribute(std::size_t& at, std::size_t end, JsxTag& tag) {
  JsxAttribute attribute;
  if (text_[at] == '{') {
    const std::size_t size = expression_at(at, end);
    attribute.value = text_.substr(at, size);
    at += size;
    tag.attributes.push_back(attribute);
    return size > 0;
  }
  attribute.name = name_at(text_, at);
  if (attribute.name.empty()) return false;
  at += attribute.name.size();
  const std::size_t sign = skip_all(text_, at, kBlanks);
  if (sign < end && text_[sign] == '=') {
    at = sign + 1;
    if (!read_value(at, end, attribute)) return false;
  }
  tag.attributes.push_back(attribute);
  return true;
}

JsxTag JsxReader::tag_at(std::size_t at, std::size_t end) {
  const std::size_t begin = at;
  if (at >= end || text_[at] != '<') return {};
  JsxTag tag;
  at = skip_all(text_, at + 1, kBlanks);
  if (at < end && text_[at] == '/') {
    tag.is_closing = true;
    at = skip_all(text_, at + 1, kBlanks);
  }
  tag.name = name_at(text_, at);
  at += tag.name.size();
  while (spend(1)) {
    at = skip_all(text_, at, kBlanks);
    if (at >= end) return {};
    const bool closes_itself = text_.substr(at).starts_with("/>");
    if (text_[at] == '>' || closes_itself) {
      tag.size = at + (closes_itself ? 2 : 1) - begin;
      return at < end ? tag : JsxTag();
    }
    if (tag.name.empty() || !read_attribute(at, end, tag)) return {};
  }
  return {};
}

bool is_jsx_comment(std::string_view expression) {
  std::string_view inside = inside_of(expression);
  if (inside.empty()) return true;
  while (inside.starts_with("/*")) {
    const std::size_t end = inside.find("*/", 2);
    if (end == inside.npos) return false;
    inside.remove_prefix(end + 2);
    inside.remove_prefix(skip_all(inside, 0, kBlanks));
  }
  return inside.empty();
}

std::string_view string_of_expression(std::string_view expression) {
  const std::string_view inside = inside_of(expression);
  if (inside.size() < 3) return {};
  const char quote = inside[0];
  if (quote != '"' && quote != '\'' && quote != '`') return {};
  const std::string_view text = inside.substr(1, inside.size() - 2);
  const bool is_whole = inside.back() == quote && text.find(quote) == text.npos &&
                        (quote != '`' || text.find("${") == text.npos);
  return is_whole ? text : std::string_view();
}

}  // namespace l10n_drift
