#pragma once

#include <cstddef>
#include <unordered_map>

#include "git/object_store.h"

namespace l10n_drift {

// How similar two blobs are, by the measure of libgit2's rename detection: the hashes of lines that
// they have in common (git2/sys/hashsig.h), blanks at the end of lines aside. Reads each blob once.
class Similarity {
 public:
  // `store` must outlive the object.
  explicit Similarity(ObjectStore& store) : store_(store) {}

  // In per cent. 0 for files of which one is more than eight times as large as the other: libgit2
  // does not compare them.
  int percent(const ObjectId& a, const ObjectId& b);

 private:
  struct Signature {
    HashSignatureHandle hashes;
    std::size_t size = 0;
  };
  const Signature& signature(const ObjectId& blob);

  ObjectStore& store_;
  std::unordered_map<ObjectId, Signature> signatures_;
};

}  // namespace l10n_drift
