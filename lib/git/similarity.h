#pragma once

#include <cstddef>
#include <unordered_map>

#include "git/object_store.h"

namespace l10n_drift {

// How similar two files are.
struct Alike {
  int percent = 0;
  std::size_t common = 0;   // About how many bytes they have in common.
  std::size_t smaller = 0;  // The size of the smaller one.
};

// How similar two blobs are, by the measure of libgit2's rename detection: the hashes of lines that
// they have in common (git2/sys/hashsig.h), without regard to blanks at the end of lines. Each blob
// is read once at most. Where sizes alone tell the answer, only sizes are read.
class Similarity {
 public:
  // `store` must outlive the object.
  explicit Similarity(ObjectStore& store) : store_(store) {}

  // Of all that is in them. It is 0 % if one file is more than eight times as large as the other:
  // libgit2 does not compare such files.
  Alike compare(const ObjectId& a, const ObjectId& b) { return compare(a, b, kWhole); }

  // Of two pages, without their front matter (page_body): it is alike in most pages of a site.
  Alike compare_bodies(const ObjectId& a, const ObjectId& b) { return compare(a, b, kBody); }

 private:
  enum Part { kWhole, kBody, kParts };
  struct Text {
    std::size_t size = 0;
    HashSignatureHandle signature;  // Null until it is needed.
  };
  struct Blob {
    std::size_t size = 0;
    Text texts[kParts];
  };
  Alike compare(const ObjectId& a, const ObjectId& b, Part part);
  Blob& find_blob(const ObjectId& id);
  const Text& sign(const ObjectId& id, Blob& blob, Part part);

  ObjectStore& store_;
  std::unordered_map<ObjectId, Blob> blobs_;
};

}  // namespace l10n_drift
