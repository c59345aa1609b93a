#pragma once

#include <optional>
#include <string>

#include "git/repository.h"
#include "l10n_drift/layout_finding.h"
#include "site/config.h"
#include "site/layout.h"

namespace l10n_drift {

// Where a site keeps its pages: where the configuration says so, else as one of the presets has it
// (site/presets.h).

struct LayoutChoice {
  Layout layout;
  LayoutFinding finding;
};

// The layout of the base's sources and of the branch's translations. Of the presets it is the one
// with the most translations that have their source; if there are none, the first whose sources
// exist. Throws Error if none fits, and if two fit as well as each other.
LayoutChoice choose_layout(const Objects& objects, const Config& config,
                           const std::string& source_language, const ResolvedRevision& base,
                           const ResolvedRevision& branch);

// The language that the path of a translation tells; nothing if it is none in any of these places.
std::optional<std::string> language_of_path(const std::string& path, const Config& config,
                                            const std::string& source_language);

}  // namespace l10n_drift
