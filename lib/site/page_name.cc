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

std::vector<std::string> index_forms(std::string_view path) {
  std::vector<std::string> forms;
  const std::string_view name = file_name(path);
  const std::string_view folder = path.substr(0, path.size() - name.size());
  const std::string_view stem = name.substr(0, name.find('.'));
  if (stem == "index" || stem == "_index") {
    const std::string other = stem == "index" ? "_index" : "index";
    forms.push_back(std::string(folder) + other + std::string(name.substr(stem.size())));
    if (folder.empty()) return forms;
    forms.push_back(std::string(folder.substr(0, folder.size() - 1)) +
                    std::string(name.substr(stem.size())));
    return forms;
  }
  // An ending may have a language: `a.ko.md`.
  for (std::size_t dot = name.find('.', 1); dot < name.size(); dot = name.find('.', dot + 1)) {
    for (const char* const index : {"/index", "/_index"}) {
      forms.push_back(std::string(folder) + std::string(name.substr(0, dot)) + index +
                      std::string(name.substr(dot)));
    }
  }
  return forms;
}

}  // namespace l10n_drift
