#include "git/similarity.h"

#include <algorithm>
#include <string_view>

#include "text/page_body.h"

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

const Similarity::Text& Similarity::sign(const ObjectId& id, Blob& blob, Part part) {
  Text& text = blob.texts[part];
  if (!text.signature) {
    const ObjectStore::Bytes bytes = store_.read_blob(id);
    const std::string_view read = part == kBody ? page_body(bytes.view()) : bytes.view();
    text.size = read.size();
    check(git_hashsig_create(out(text.signature), read.data(), read.size(), kOptions),
          "cannot compare blob '{}'", id.hex());
  }
  return text;
}

Alike Similarity::compare(const ObjectId& a, const ObjectId& b, Part part) {
  Blob& from = find_blob(a);
  Blob& to = find_blob(b);
  if (sizes_are_far_apart(from.size, to.size)) return {};
  const Text& one = sign(a, from, part);
  const Text& other = sign(b, to, part);
  const int percent = git_hashsig_compare(one.signature.get(), other.signature.get());
  check(percent, "cannot compare blobs '{}' and '{}'", a.hex(), b.hex());
  const auto share = static_cast<std::size_t>(percent);
  return {percent, (one.size + other.size) * share / 200, std::min(one.size, other.size)};
}

}  // namespace l10n_drift
