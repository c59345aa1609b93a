#pragma once

#include <string>
#include <utility>
#include <vector>

#include "git/objects.h"

namespace l10n_drift {

// All renames between two trees of the files below `folder`, sorted by the old name. A report asks
// for few of them, one by one.
inline std::vector<Rename> all_renames(const Objects& objects, const ObjectId& from,
                                       const ObjectId& to, const std::string& folder) {
  std::vector<Rename> found;
  const auto renames = objects.renames(from, to, folder);
  for (const TreeFile& file : objects.list_files(from, folder)) {
    auto rename = renames->find_new_name(file.path);
    if (rename) found.push_back(*std::move(rename));
  }
  return found;
}

}  // namespace l10n_drift
