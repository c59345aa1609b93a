#pragma once

#include <cmark-gfm.h>

#include "markdown/masks.h"
#include "markdown/normal_form.h"

namespace l10n_drift {

// Appends the normal form of what stands in a paragraph, a heading or the row of a table. The cells
// of a row are divided by " | ".
void append_inlines(cmark_node* block, const Masks& masks, NormalText& to);

}  // namespace l10n_drift
