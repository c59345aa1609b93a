#pragma once

#include <string>
#include <vector>

#include "values/object_id.h"

namespace l10n_drift {

enum class FetchEnd { kDone, kFailed };

// Has the user's own git fetch objects from a remote into the repository whose git folder is
// `git_dir`, all in one batch. Git reads its configuration and asks for passwords as it always
// does; what it says goes to standard error. Throws Error if it cannot be started.
FetchEnd fetch_objects(const std::string& git_dir, const std::string& remote,
                       const std::vector<ObjectId>& objects);

}  // namespace l10n_drift
