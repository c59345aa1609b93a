#include "plan/languages.h"

#include <algorithm>

namespace l10n_drift {

std::vector<std::string> find_languages(const Objects& objects, const ObjectId& tree,
                                        const Layout& layout) {
  std::vector<std::string> languages;
  for (const std::string& name : objects.list_folders(tree, layout.translations_root())) {
    const std::string root = layout.language_root(name);
    if (!layout.match_translation(root + "/page")) continue;
    // A tree of git's is never empty, so a folder that exists holds something.
    if (objects.find_folder(tree, root)) languages.push_back(name);
  }
  std::sort(languages.begin(), languages.end());
  return languages;
}

}  // namespace l10n_drift
