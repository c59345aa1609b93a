#pragma once

#include <string>
#include <vector>

#include "git/objects.h"
#include "site/layout.h"

namespace l10n_drift {

// The languages that have at least one translation in `tree`, by their folders' names, sorted.
std::vector<std::string> find_languages(const Objects& objects, const ObjectId& tree,
                                        const Layout& layout);

}  // namespace l10n_drift
