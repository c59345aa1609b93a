#include "markdown/front_matter_values.h"

#include <algorithm>

#include "text/lines.h"

namespace l10n_drift {

std::string front_matter_size_error(std::string_view text) {
  constexpr std::size_t kLargest = std::size_t{128} << 10;
  return text.size() > kLargest ? "is longer than 128 KiB, and was not read" : "";
}

std::size_t offset_in_line(std::string_view text, std::size_t line, std::size_t column) {
  std::string_view rest = text;
  for (; line > 0; --line) take_line(rest);
  return std::min(text.size() - rest.size() + column, text.size());
}

std::optional<std::string_view> inner_key(std::string_view key, std::string_view outer) {
  if (outer.empty() || !key.starts_with(outer)) return {};
  if (key.size() == outer.size()) return std::string_view();
  if (key[outer.size()] != '.') return {};
  return key.substr(outer.size() + 1);
}

}  // namespace l10n_drift
