#pragma once

#include <string>
#include <vector>

#include "l10n_drift/drift.h"
#include "l10n_drift/statistics.h"

namespace l10n_drift {

// A configuration made from what a repository shows.
struct ConfigurationDraft {
  // A whole file, with what was seen as comments. The program reads it as it was found: it changes
  // no answer today.
  std::string text;
  // Which layout was found, and which others fit, too: one line each.
  std::vector<std::string> layout_notes;
  Statistics statistics;
};

// Drafts one for a comparison. A configuration that is there already is not looked at, but for the
// file that the comparison names. Throws Error as `list_languages` does.
ConfigurationDraft draft_configuration(const Comparison& comparison);

}  // namespace l10n_drift
