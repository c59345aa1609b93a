#pragma once

#include <string_view>

#include "markdown/masks.h"

namespace l10n_drift {

// Hides Hugo's shortcodes, and the lines that open and close containers (containers.h). Hugo takes
// its shortcodes out of a page before it reads the Markdown, and so does this. A shortcode that
// never ends is text, and so is an escaped one, `{{</* x */>}}`. `page` has lines that end in '\n'.
Masks mask_shortcodes(std::string_view page);

}  // namespace l10n_drift
