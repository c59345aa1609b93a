#pragma once

#include <cstddef>

#include "l10n_drift/render.h"
#include "render/issue/content.h"
#include "render/issue/ids.h"

namespace l10n_drift {

// A file as an item of a list in an issue. `entry` has to outlive the result.

// The item `number` of a section: its line, and what stands below it.
SectionItem open_item(const IssueEntry& entry, std::size_t number, const IssueOptions& options);

// The same of the list of what the report leaves out.
SectionItem left_out_item(const IssueEntry& entry, std::size_t number);

// One that is done.
SectionItem done_item(const IssueEntry& entry);

}  // namespace l10n_drift
