#pragma once

#include "markdown/parsed_page.h"

namespace l10n_drift {

// Whether the front matter of a page says that it is not published: `draft: true` in YAML,
// `draft = true` in TOML, `"draft": true` in JSON. Of the keys, the top-level one counts, in any
// case, as for Hugo.
bool is_draft(const ParsedPage& page);

}  // namespace l10n_drift
