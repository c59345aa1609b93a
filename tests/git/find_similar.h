#pragma once

#include <vector>

#include "git/objects.h"
#include "support/store.h"

namespace l10n_drift {

// The renames that libgit2's own git_diff_find_similar finds between two trees, from `threshold`
// per cent on, sorted by the old name.
std::vector<Rename> find_similar(StoreOf& store, const ObjectId& from, const ObjectId& to,
                                 int threshold);

}  // namespace l10n_drift
