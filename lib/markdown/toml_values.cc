#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <exception>

#include "markdown/front_matter_values.h"
#include "text/path_text.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

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
  // Its columns count characters.
  std::size_t offset_of(const toml::source_position& place) const {
    std::size_t at = offset_in_line(text_, place.line > 0 ? place.line - 1 : 0, 0);
    for (auto column = place.column; column > 1 && at < text_.size(); --column) {
      at += decode_utf8(text_.substr(at)).length;
    }
    return at;
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
      result.text = text->get();
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
    const toml::table root = toml::parse(toml);
    TomlSearch search(toml);
    for (std::size_t i = 0; i < keys.size(); ++i) search.find(root, keys[i], i);
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
