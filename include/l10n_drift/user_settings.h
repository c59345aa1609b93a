#pragma once

#include <optional>
#include <string>

namespace l10n_drift {

// `core.pager` as the user or the system has set it for git, in the files that git would read;
// nothing if nobody has. What a repository says of it does not count, as it may be a stranger's:
// none shall start programs.
std::optional<std::string> configured_pager();

}  // namespace l10n_drift
