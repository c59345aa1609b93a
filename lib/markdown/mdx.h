#pragma once

#include <string_view>
#include <vector>

#include "markdown/comments.h"
#include "markdown/masks.h"

namespace l10n_drift {

// Hides what MDX adds to Markdown: imports and exports, tags of JSX, expressions, comments; and
// containers (containers.h). See mdx.cc. `page` has lines that end in '\n'.
Masks mask_mdx(std::string_view page);

// The comments of a page in MDX, `{/* ... */}`, in their order.
std::vector<Comment> find_mdx_comments(std::string_view page);

}  // namespace l10n_drift
