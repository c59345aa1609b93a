#include "site/page_name.h"

#include <functional>
#include <set>
#include <string>

#include "text/ascii.h"
#include "text/words.h"

namespace l10n_drift {

bool is_prose(std::string_view path) {
  static const std::set<std::string, std::less<>> endings = {
      "adoc", "asciidoc", "htm", "html", "markdown", "md", "mdx", "org", "rst", "txt"};
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return dot != name.npos && endings.contains(to_lower(name.substr(dot + 1)));
}

bool is_index_page(std::string_view path) {
  const std::string_view name = file_name(path);
  if (name.starts_with('_') || name.starts_with('.')) return true;
  const std::string stem = to_lower(name.substr(0, name.find('.')));
  return stem == "index" || stem == "readme";
}

}  // namespace l10n_drift
