#pragma once

#include <string>
#include <vector>

namespace l10n_drift {

// Runs the real git in `folder` and returns what it prints. Nothing of the developer's reaches it:
// no configuration, no environment but PATH, and the author and the clock are fixed. Throws
// std::runtime_error, with git's own words, unless it exits with 0.
std::string run_git(const std::string& folder, const std::vector<std::string>& arguments,
                    const std::string& input = {});

}  // namespace l10n_drift
