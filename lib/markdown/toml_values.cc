// Two precautions with the headers of toml++ 3.3. They assert of some texts what their authors did
// not expect: `[[[` ends the program, or, in a release, is left to the compiler's assumptions; here
// it is an error as any other. And with letters such as U+00E9 their search for blanks is undefined
// behaviour; so they see an 'x' for each byte beyond ASCII. What is looked for here has none.
#include <stdexcept>

namespace l10n_drift {
[[noreturn]] inline void fail_in_toml() { throw std::logic_error("unexpected"); }
}  // namespace l10n_drift

#undef NDEBUG
#define TOML_ASSERT(condition) ((condition) ? void() : ::l10n_drift::fail_in_toml())
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <exception>

#include "markdown/front_matter_values.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

std::string ascii_of(std::string_view text) {
  std::string ascii(text);
  std::replace_if(
      ascii.begin(), ascii.end(), [](char c) { return (c & 0x80) != 0; }, 'x');
  return ascii;
}

class TomlSearch {
 public:
  explicit TomlSearch(std::string_view text) : text_(text) {}

  void find(const toml::table& table, std::string_view key, std::size_t number) {
    for (const auto& [name, value] : table) {
      const std::optional<std::string_view> inner = inner_key(key, name.str());
      if (!inner) continue;
      if (inner->empty()) {
        found_.push_back(describe(name, value, number));
      } else if (const toml::table* const below = value.as_table()) {
        find(*below, *inner, number);
      }
    }
  }

  std::vector<FrontMatterValue> take_found() { return std::move(found_); }

 private:
  std::size_t offset_of(const toml::source_position& place) const {
    return offset_in_line(text_, place.line > 0 ? place.line - 1 : 0,
                          place.column > 0 ? place.column - 1 : 0);
  }

  // The text of a string, with what it has beyond ASCII where it has no escapes.
  std::string text_of(const std::string& ascii, std::size_t at) const {
    const std::string_view written = text_.substr(std::min(at + 1, text_.size()), ascii.size());
    return ascii_of(written) == ascii ? std::string(written) : ascii;
  }

  FrontMatterValue describe(const toml::key& key, const toml::node& value,
                            std::size_t number) const {
    FrontMatterValue result;
    result.key = number;
    result.key_at = offset_of(key.source().begin);
    result.value_at = offset_of(value.source().begin);
    if (value.is_table()) result.kind = FrontMatterKind::kMap;
    if (const auto* const text = value.as_string()) {
      result.kind = FrontMatterKind::kText;
      result.text = text_of(text->get(), result.value_at);
    }
    return result;
  }

  std::string_view text_;
  std::vector<FrontMatterValue> found_;
};

}  // namespace

FrontMatterValues find_toml_values(std::string_view toml, const std::vector<std::string>& keys) {
  FrontMatterValues values;
  values.error = front_matter_size_error(toml);
  if (!values.error.empty()) return values;
  try {
    const toml::table root = toml::parse(ascii_of(toml));
    TomlSearch search(toml);
    for (std::size_t i = 0; i < keys.size(); ++i) search.find(root, ascii_of(keys[i]), i);
    values.found = search.take_found();
  } catch (const toml::parse_error& error) {
    // The fence is a line, too.
    values.error = fmt::format("is no valid TOML: line {}: {}", error.source().begin.line + 1,
                               printable(error.description()));
  } catch (const std::exception&) {
    values.error = "is no valid TOML";
  }
  std::stable_sort(values.found.begin(), values.found.end(),
                   [](const auto& a, const auto& b) { return a.key_at < b.key_at; });
  return values;
}

}  // namespace l10n_drift
