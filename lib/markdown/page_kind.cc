#include "markdown/page_kind.h"

#include <algorithm>
#include <iterator>

#include "text/file_kind.h"

namespace l10n_drift {
namespace {

struct Ending {
  std::string_view name;
  PageKind kind;
};
constexpr Ending kEndings[] = {{"md", PageKind::kMarkdown},
                               {"markdown", PageKind::kMarkdown},
                               {"mdx", PageKind::kMdx},
                               {"html", PageKind::kHtml},
                               {"htm", PageKind::kHtml}};

}  // namespace

std::optional<PageKind> page_kind(std::string_view path) {
  const std::string ending = file_ending(path);
  const auto* const found = std::find_if(std::begin(kEndings), std::end(kEndings),
                                         [&](const Ending& known) { return known.name == ending; });
  if (found == std::end(kEndings)) return {};
  return found->kind;
}

}  // namespace l10n_drift
