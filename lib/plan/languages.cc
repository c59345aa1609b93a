#include "plan/languages.h"

#include "plan/language_places.h"

namespace l10n_drift {

std::vector<std::string> find_languages(const Objects& objects, const ObjectId& tree,
                                        const Layout& layout) {
  std::vector<std::string> languages;
  for (const std::string& name : LanguagePlaces(objects, tree, layout).names()) {
    if (layout.is_language(name)) languages.push_back(name);
  }
  return languages;
}

}  // namespace l10n_drift
