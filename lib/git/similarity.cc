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

const Similarity::Signature& Similarity::signature(const ObjectId& blob) {
  const auto [place, is_new] = signatures_.try_emplace(blob);
  if (!is_new) return place->second;
  const ObjectStore::Bytes bytes = store_.read_blob(blob);
  place->second.size = bytes.view().size();
  check(git_hashsig_create(out(place->second.hashes), bytes.view().data(), bytes.view().size(),
                           kOptions),
        "cannot compare blob '{}'", blob.hex());
  return place->second;
}

int Similarity::percent(const ObjectId& a, const ObjectId& b) {
  const Signature& from = signature(a);
  const Signature& to = signature(b);
  if (sizes_are_far_apart(from.size, to.size)) return 0;
  const int percent = git_hashsig_compare(from.hashes.get(), to.hashes.get());
  check(percent, "cannot compare blobs '{}' and '{}'", a.hex(), b.hex());
  return percent;
}

}  // namespace l10n_drift
