#include "site/sibling.h"

#include <algorithm>
#include <cstddef>

#include "text/words.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kSeparators = ".-_";

// The path with the other mark of a language, as two names have it: ".ko." and "." of "a.ko.md" and
// "a.md". Nothing if the path does not have it exactly once.
std::optional<std::string> with_other_mark(std::string_view path, std::string_view own,
                                           std::string_view other) {
  const auto same = std::mismatch(own.begin(), own.end(), other.begin(), other.end());
  const auto common = static_cast<std::size_t>(same.first - own.begin());
  const bool begins_there = common > 0 && kSeparators.find(own[common]) != kSeparators.npos;
  const std::size_t head = begins_there ? common : own.substr(0, common).find_last_of(kSeparators);
  if (head == own.npos) return {};
  own.remove_prefix(head);
  other.remove_prefix(head);
  while (own.size() > 1 && other.size() > 1 && own.back() == other.back()) {
    own.remove_suffix(1);
    other.remove_suffix(1);
  }
  const std::size_t place = path.find(own);
  if (place == path.npos || path.find(own, place + 1) != path.npos) return {};
  std::string sibling(path.substr(0, place));
  sibling += other;
  return sibling += path.substr(place + own.size());
}

}  // namespace

std::optional<std::string> sibling_path(std::string_view path, std::string_view translation,
                                        std::string_view source) {
  const auto ours = split(translation, '/');
  const auto theirs = split(source, '/');
  if (ours.size() != theirs.size()) return {};
  const auto [own, other] = std::mismatch(ours.begin(), ours.end(), theirs.begin());
  if (own == ours.end() || !std::equal(own + 1, ours.end(), other + 1)) return {};
  auto names = split(path, '/');
  if (std::count(names.begin(), names.end(), *own) == 0) {
    return with_other_mark(path, *own, *other);
  }
  if (std::count(names.begin(), names.end(), *own) != 1) return {};
  std::replace(names.begin(), names.end(), *own, *other);
  std::string sibling;
  for (const std::string_view name : names) {
    if (!sibling.empty()) sibling += '/';
    sibling += name;
  }
  return sibling;
}

}  // namespace l10n_drift
