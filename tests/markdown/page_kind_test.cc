#include "markdown/page_kind.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(PageKind, IsToldByTheEnding) {
  struct Case {
    const char* path;
    std::optional<PageKind> kind;
  };
  const Case cases[] = {
      {"docs/a.md", PageKind::kMarkdown},
      {"README.markdown", PageKind::kMarkdown},
      {"docs/A.MD", PageKind::kMarkdown},
      {"docs/a.mdx", PageKind::kMdx},
      {"docs/_index.html", PageKind::kHtml},
      {"docs/a.htm", PageKind::kHtml},
      {"docs/a.toml", {}},
      {"docs/a.rst", {}},
      {"docs/a.md.bak", {}},
      {"docs.md/a", {}},
      {".md", {}},
      {"md", {}},
      {"", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(page_kind(c.path), c.kind) << c.path;
}

}  // namespace
}  // namespace l10n_drift
