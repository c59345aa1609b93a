#include "site/glob.h"

#include <algorithm>
#include <cstddef>

#include "text/wildmatch.h"

namespace l10n_drift {

GlobSet::GlobSet(const std::vector<std::string>& patterns) {
  for (std::string_view text : patterns) {
    Glob glob;
    if (text.starts_with('!')) {
      glob.negated = true;
      text.remove_prefix(1);
    }
    if (text.ends_with('/')) {
      glob.folders_only = true;
      text.remove_suffix(1);
    }
    glob.anchored = text.find('/') != text.npos;
    if (text.starts_with('/')) text.remove_prefix(1);
    glob.pattern = text;
    globs_.push_back(glob);
  }
}

bool GlobSet::matches(std::string_view path) const {
  // From the top down, as git descends: nothing below a folder that matches is looked at.
  for (std::size_t slash = path.find('/'); slash != path.npos; slash = path.find('/', slash + 1)) {
    if (matches_entry(path.substr(0, slash), EntryKind::kFolder)) return true;
  }
  return matches_entry(path, EntryKind::kFile);
}

bool GlobSet::matches_entry(std::string_view path, EntryKind kind) const {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const auto applies = [&](const Glob& glob) {
    if (glob.folders_only && kind == EntryKind::kFile) return false;
    return wildmatch(glob.pattern, glob.anchored ? path : name);
  };
  const auto last = std::find_if(globs_.rbegin(), globs_.rend(), applies);
  return last != globs_.rend() && !last->negated;
}

}  // namespace l10n_drift
