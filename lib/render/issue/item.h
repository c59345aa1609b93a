#pragma once

#include <cstddef>

#include "l10n_drift/render.h"
#include "render/issue/content.h"
#include "render/issue/ids.h"

namespace l10n_drift {

// A file as an item of a list in an issue. `entry` has to outlive the result.

// One that is open: its line, and what stands below it.
SectionItem open_item(const IssueEntry& entry, const IssueOptions& options);

// One that the report leaves out, and what leaves it out.
SectionItem left_out_item(const IssueEntry& entry);

// One that is done.
SectionItem done_item(const IssueEntry& entry);

}  // namespace l10n_drift
