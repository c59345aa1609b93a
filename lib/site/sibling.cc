#include "site/sibling.h"

#include <algorithm>

#include "text/words.h"

namespace l10n_drift {

std::optional<std::string> sibling_path(std::string_view path, std::string_view translation,
                                        std::string_view source) {
  const auto ours = split(translation, '/');
  const auto theirs = split(source, '/');
  if (ours.size() != theirs.size()) return {};
  const auto [own, other] = std::mismatch(ours.begin(), ours.end(), theirs.begin());
  if (own == ours.end() || !std::equal(own + 1, ours.end(), other + 1)) return {};
  auto names = split(path, '/');
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
