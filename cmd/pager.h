#pragma once

#include <optional>
#include <string>

#include "options.h"

namespace l10n_drift {

// The command that shows long texts at a terminal: what git takes, of `GIT_PAGER`, the user's
// `core.pager`, `PAGER` and `less` the first that is set. Nothing if the output goes elsewhere, and
// where that is empty or `cat`.
std::optional<std::string> choose_pager(const Options& options);

// Has the pager show a text, and waits for its end. Whoever leaves it early has seen enough. A
// pager that cannot be found leaves the text to `write_output`: then this is false. Throws Error if
// no program can be started at all.
bool show_in_pager(const std::string& pager, const std::string& text);

}  // namespace l10n_drift
