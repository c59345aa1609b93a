#pragma once

#include <string>

#include "git/handles.h"

namespace l10n_drift {

// Opens the repository at `path` or above it; what Repository::open refuses, it refuses, but for
// shallow clones.
RepositoryHandle open_repository(const std::string& path);

// The folder of the repository's objects.
std::string objects_folder(git_repository* repository);

// Sets how much of the packs below the folder libgit2 maps at a time, for the whole process.
void choose_mapping(const std::string& objects_folder);

// A handle that knows objects and nothing else. For comparing blobs that is better than the
// repository, where libgit2 would look for attributes in the index and in files each time, and
// fail on an index of a kind that it does not know.
RepositoryHandle wrap_objects(git_odb* objects);

// The same for another thread, with packs of its own unless those are huge. libgit2 keeps one
// object for each pack file of the process, by its path, and whoever reads from it waits for its
// locks: two threads would be hardly faster than one. A path that is spelled in another way has
// another object, which maps the pack's index into memory once more.
RepositoryHandle open_objects_apart(const std::string& folder);

}  // namespace l10n_drift
