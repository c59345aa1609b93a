#include "markdown/link_value.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "text/ascii.h"
#include "text/file_kind.h"

namespace l10n_drift {

bool is_page_address(std::string_view value) {
  const bool is_absolute =
      value.starts_with("https://") || value.starts_with("http://") || value.starts_with('/');
  if (!is_absolute || value.find_first_of(" \t\n") != value.npos) return false;
  return file_kind(value.substr(0, value.find_first_of("?#"))) != FileKind::kBinary;
}

bool is_link_argument(std::string_view name) {
  constexpr std::string_view kNames[] = {"link", "href", "url"};
  const std::string last = to_lower(name.substr(name.find_last_of("_-") + 1));  // npos + 1 is 0.
  return std::find(std::begin(kNames), std::end(kNames), last) != std::end(kNames);
}

}  // namespace l10n_drift
