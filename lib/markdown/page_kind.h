#pragma once

#include <optional>
#include <string_view>

namespace l10n_drift {

// What a page is written in, as far as blocks can be made of it.
enum class PageKind {
  kMarkdown,
  kMdx,  // Markdown with JSX in it.
  kHtml,
};

// That of a file, by its name. Nothing for a file that can only be compared as a whole.
std::optional<PageKind> page_kind(std::string_view path);

}  // namespace l10n_drift
