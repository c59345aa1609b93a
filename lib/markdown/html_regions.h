#pragma once

#include <string>
#include <string_view>

namespace l10n_drift {

// A page in HTML as two pages, each with the other's lines empty.
struct HtmlRegions {
  std::string html;
  std::string markdown;  // Empty if there is none.
};

// Hugo renders what stands between `{{% x %}}` and `{{% /x %}}` as Markdown, in whatever a page is
// written: the front page of a site has most of its text there. `body` has lines that end in '\n'.
HtmlRegions split_regions(std::string_view body);

}  // namespace l10n_drift
