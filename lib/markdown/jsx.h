#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace l10n_drift {

// The syntax that MDX adds to Markdown: tags, and expressions of JavaScript in braces. It is read
// as far as it takes to find where they end.

struct JsxAttribute {
  std::string_view name;   // Empty for `{...rest}`.
  std::string_view value;  // Without the quotes; an expression has its braces. Empty if none.
};

struct JsxTag {
  std::string_view name;  // Empty for `<>`.
  bool is_closing = false;
  std::vector<JsxAttribute> attributes;
  std::size_t size = 0;  // In bytes; 0 where no tag stands.
};

// Reads from one text. As any brace may be one that nobody closes, a reader gives up after several
// times the length of its text, and finds nothing from then on.
class JsxReader {
 public:
  // The text must outlive the object and what it returns.
  explicit JsxReader(std::string_view text) : text_(text), budget_(kEffort * text.size()) {}

  // The tag that stands at `at` and ends before `end`.
  JsxTag tag_at(std::size_t at, std::size_t end);

  // The size of the expression that stands at `at` and ends before `end`, braces included; 0 if
  // there is none.
  std::size_t expression_at(std::size_t at, std::size_t end);

  // The size of the imports or exports that begin at `at`: up to a blank line outside of brackets,
  // or the end of the text. 0 if a bracket is never closed.
  std::size_t module_at(std::size_t at);

 private:
  static constexpr std::size_t kEffort = 20;

  bool spend(std::size_t bytes);
  std::size_t skip_string(std::size_t at, std::size_t end) const;
  std::size_t skip_token(std::size_t at, std::size_t end) const;
  bool read_attribute(std::size_t& at, std::size_t end, JsxTag& tag);
  bool read_value(std::size_t& at, std::size_t end, JsxAttribute& attribute);

  std::string_view text_;
  std::size_t budget_;
};

// Whether an expression, given with its braces, is a comment and nothing else.
bool is_jsx_comment(std::string_view expression);

// What an expression says that is nothing but a string, `{' '}`, given with its braces: the string
// without its quotes, one character at least. Empty for others.
std::string_view string_of_expression(std::string_view expression);

}  // namespace l10n_drift
