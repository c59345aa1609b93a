#pragma once

#include <optional>
#include <string>

#include "git/repository.h"
#include "l10n_drift/report.h"

namespace l10n_drift {

// Where the pages of the repository are on the web: at `address`, or, without one, on GitHub if
// that is where the remote is that the base's name begins with ("upstream/main"), else `origin`.
// Nothing if neither is known.
std::optional<WebPages> find_web_pages(const Repository& repository, const ResolvedRevision& base,
                                       const ResolvedRevision& branch,
                                       const std::optional<std::string>& address);

}  // namespace l10n_drift
