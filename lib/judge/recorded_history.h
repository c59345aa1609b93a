#pragma once

#include <string>
#include <vector>

#include "git/objects.h"
#include "judge/replay_history.h"

namespace l10n_drift {

// The history of a page with the sources that versions of the translation name as theirs, by the
// keys of the configuration, in place of those that lay beside them. `source` is the page's source.
// Reads the versions of the translation, and none of the sources.
ReplayHistory with_recorded_sources(const Objects& objects, const ReplayHistory& history,
                                    const std::string& source,
                                    const std::vector<std::string>& keys);

}  // namespace l10n_drift
