#pragma once

#include <string_view>

namespace l10n_drift {

// Whether a value, of a shortcode's argument or a key of the front matter, is the address of a
// page: all of it is an absolute address or a path from the site's root, and it is no picture.
// Relative paths may be anything, such as a file to include.
bool is_page_address(std::string_view value);

// Whether an argument of this name tells where a shortcode leads: "link", "full_link", "href",
// "url", "site-url".
bool is_link_argument(std::string_view name);

}  // namespace l10n_drift
