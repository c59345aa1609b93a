#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/repository.h"
#include "site/config.h"

namespace l10n_drift {

// What of a repository looks most like translations.
struct LayoutGuess {
  LayoutPatterns patterns;
  std::vector<std::string> languages;  // Sorted; at least one.
  bool overlaps = false;               // As in Layout.
};

// Nothing if no file of the branch below a folder with a common code has a file of its name, or of
// the end of its path, among those of the base.
std::optional<LayoutGuess> guess_layout(const Objects& objects, const std::string& source_language,
                                        const ResolvedRevision& base,
                                        const ResolvedRevision& branch);

}  // namespace l10n_drift
