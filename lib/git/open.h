#pragma once

#include <string>

#include "git/handles.h"

namespace l10n_drift {

// Opens the repository at `path` or above it; what Repository::open refuses, it refuses.
RepositoryHandle open_repository(const std::string& path);

}  // namespace l10n_drift
