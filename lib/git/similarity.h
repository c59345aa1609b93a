#pragma once

#include <cstddef>
#include <unordered_map>

#include "git/object_store.h"

namespace l10n_drift {

// How similar two blobs are, by the measure of libgit2's rename detection: the hashes of lines that
// they have in common (git2/sys/hashsig.h), without regard to blanks at the end of lines. Each blob
// is read once at most. Where sizes alone tell the answer, only sizes are read.
class Similarity {
 public:
  // `store` must outlive the object.
  explicit Similarity(ObjectStore& store) : store_(store) {}

  // In per cent. It is 0 if one file is more than eight times as large as the other: libgit2 does
  // not compare such files.
  int percent(const ObjectId& a, const ObjectId& b);

 private:
  struct Blob {
    std::size_t size = 0;
    HashSignatureHandle signature;  // Null until it is needed.
  };
  Blob& find_blob(const ObjectId& id);
  const git_hashsig* signature(const ObjectId& id, Blob& blob);

  ObjectStore& store_;
  std::unordered_map<ObjectId, Blob> blobs_;
};

}  // namespace l10n_drift
