#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/repository.h"
#include "plan/pages.h"
#include "plan/plan.h"

namespace l10n_drift {

// Pages that the user names by their paths, out of `pages`, which the globs let in.

// The paths in the tree that may be meant by `named`: from the folder that the program runs in,
// then from the root.
std::vector<std::string> possible_paths(const Repository& repository, const std::string& named);

// The path that was meant by one that is not there: a file of nearly that name in the same folder,
// else the file of that very name in the folder that is nearest. Long paths have so much in common
// that their distance says little.
std::optional<std::string> nearest_path(const std::string& path,
                                        const std::vector<std::string>& candidates);

// Throws Error for a path where there is neither a source nor a translation, with what may be meant
// as a hint.
[[noreturn]] void throw_no_page(const Repository& repository, const Plan& plan, const Pages& pages,
                                const std::string& named);

// The translation that is named, or all below a folder of that name, in the order of `pages`.
// Throws Error if there is none, with the nearest as a hint.
std::vector<const Page*> pages_below(const Repository& repository, const Plan& plan,
                                     const std::vector<Page>& pages, const std::string& named);

}  // namespace l10n_drift
