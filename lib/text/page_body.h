#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace l10n_drift {

// The size of the front matter at the head of a page, with the line that ends it: YAML between
// lines of `---`, or TOML between lines of `+++`. 0 where there is none. What never ends is none,
// as for Hugo. Lines end in LF or CRLF.
std::size_t front_matter_size(std::string_view page);

struct FrontMatterText {
  std::size_t at = 0;     // Where it begins in the page.
  std::string_view text;  // What stands between the fences: whole lines, or nothing.
  bool is_toml = false;   // Else it is YAML.
};

// What stands within that front matter.
std::optional<FrontMatterText> front_matter_text(std::string_view page);

// The page without its front matter, and without blank lines at its head.
std::string_view page_body(std::string_view page);

}  // namespace l10n_drift
