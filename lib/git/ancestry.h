#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "git/object_store.h"
#include "git/objects.h"

namespace l10n_drift {

// Tells which commits reach which. See ancestry.cc.
class Ancestry {
 public:
  // `store` must outlive the object.
  explicit Ancestry(ObjectStore& store) : store_(store) {}

  // Whether `ancestor` is `descendant` or is reached from it. The answer is exact, whatever the
  // dates say. It is unknown if the ancestor may be behind the boundary of a shallow clone.
  Reach find(const ObjectId& ancestor, const ObjectId& descendant);

 private:
  using Index = std::uint32_t;
  class Search;

  Index index_of(const ObjectId& id);
  std::vector<Index> parents_of(Index commit);

  ObjectStore& store_;
  std::vector<RawCommit> commits_;
  std::unordered_map<ObjectId, Index> indexes_;
};

}  // namespace l10n_drift
