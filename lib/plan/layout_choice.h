#pragma once

#include <optional>
#include <string>

#include "git/repository.h"
#include "site/config.h"
#include "site/layout.h"

namespace l10n_drift {

// Where a site keeps its pages: where the configuration says so, else in one of the places that
// documentation sites have in common.

// The layout of the base's sources and of the branch's translations. Of the common ones it is the
// first whose sources exist; one that has translations too is better. Throws Error if none fits.
Layout choose_layout(const Objects& objects, const Config& config,
                     const std::string& source_language, const ResolvedRevision& base,
                     const ResolvedRevision& branch);

// The language that the path of a translation tells; nothing if it is none in any of these places.
std::optional<std::string> language_of_path(const std::string& path, const Config& config,
                                            const std::string& source_language);

}  // namespace l10n_drift
