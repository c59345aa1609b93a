#pragma once

#include <string>

#include "git/handles.h"

namespace l10n_drift {

// Opens the repository at `path` or above it; what Repository::open refuses, it refuses.
RepositoryHandle open_repository(const std::string& path);

// Gives a repository that another thread shall use packs of its own. libgit2 keeps one object for
// each pack file of the process, by its path, and whoever reads from it waits for its locks; a path
// that is spelled in another way has another object. Two threads are hardly faster than one without
// this.
void separate_packs(git_repository* repository);

}  // namespace l10n_drift
