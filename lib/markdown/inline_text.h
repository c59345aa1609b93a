#pragma once

#include <cmark-gfm.h>

#include "markdown/normal_form.h"
#include "markdown/shortcodes.h"

namespace l10n_drift {

// Appends the normal form of what stands in a paragraph, a heading or the row of a table. The cells
// of a row are divided by " | ".
void append_inlines(cmark_node* block, const Shortcodes& shortcodes, NormalText& to);

}  // namespace l10n_drift
