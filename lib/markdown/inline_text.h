#pragma once

#include <cmark-gfm.h>

#include "markdown/normal_form.h"
#include "markdown/shortcodes.h"

namespace l10n_drift {

// The normal form of what stands in a paragraph, a heading or the row of a table. The cells of a
// row are divided by " | ".
NormalText read_inlines(cmark_node* block, const Shortcodes& shortcodes);

}  // namespace l10n_drift
