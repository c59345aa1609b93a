#include "site/page_name.h"

#include <string>

#include "text/ascii.h"
#include "text/file_kind.h"
#include "text/words.h"

namespace l10n_drift {

bool is_prose(std::string_view path) { return file_kind(path) == FileKind::kPage; }

bool is_index_page(std::string_view path) {
  const std::string_view name = file_name(path);
  if (name.starts_with('_') || name.starts_with('.')) return true;
  const std::string stem = to_lower(name.substr(0, name.find('.')));
  return stem == "index" || stem == "readme";
}

}  // namespace l10n_drift
