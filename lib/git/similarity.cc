#include "git/similarity.h"

#include <algorithm>

namespace l10n_drift {
namespace {

// Sizes of libgit2's diff_tform.c, similarity_measure(): below the first it does not look at sizes.
constexpr std::size_t kSmallSize = 127;
constexpr std::size_t kSizeFactor = 8;

// Those of normalize_find_opts() there.
constexpr auto kOptions =
    static_cast<git_hashsig_option_t>(GIT_HASHSIG_SMART_WHITESPACE | GIT_HASHSIG_ALLOW_SMALL_FILES);

bool sizes_are_far_apart(std::size_t a, std::size_t b) {
  const auto [small, large] = std::minmax(a, b);
  return small > kSmallSize && large > small * kSizeFactor;
}

}  // namespace

Similarity::Blob& Similarity::find_blob(const ObjectId& id) {
  const auto [place, is_new] = blobs_.try_emplace(id);
  if (is_new) place->second.size = store_.read_size(id);
  return place->second;
}

const git_hashsig* Similarity::signature(const ObjectId& id, Blob& blob) {
  if (!blob.signature) {
    const ObjectStore::Bytes bytes = store_.read_blob(id);
    check(
        git_hashsig_create(out(blob.signature), bytes.view().data(), bytes.view().size(), kOptions),
        "cannot compare blob '{}'", id.hex());
  }
  return blob.signature.get();
}

int Similarity::percent(const ObjectId& a, const ObjectId& b) {
  Blob& from = find_blob(a);
  Blob& to = find_blob(b);
  if (sizes_are_far_apart(from.size, to.size)) return 0;
  const int percent = git_hashsig_compare(signature(a, from), signature(b, to));
  check(percent, "cannot compare blobs '{}' and '{}'", a.hex(), b.hex());
  return percent;
}

}  // namespace l10n_drift
