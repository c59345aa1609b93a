#pragma once

#include <cstddef>
#include <string>

#include "l10n_drift/render.h"

namespace l10n_drift {

// A file as an item of a list in an issue, the number `number`: its line, and what stands below it.
// People claim it by `label`, "M1".
std::string item_lines(const FileReport& file, const std::string& label, std::size_t number,
                       const IssueOptions& options);

}  // namespace l10n_drift
