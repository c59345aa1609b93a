#pragma once

#include <vector>

#include "git/object_store.h"

namespace l10n_drift {

// Where the histories of two commits part. See merge_bases.cc.
struct MergeBases {
  std::vector<ObjectId> commits;  // Sorted by their ids.
  bool is_cut =
      false;  // A shallow clone ended on the way; there may be others behind its boundary.
};

MergeBases find_merge_bases(ObjectStore& store, const ObjectId& one, const ObjectId& other);

}  // namespace l10n_drift
