#include "markdown/draft.h"

#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

TEST(Draft, IsToldByFrontMatterInAnyFormat) {
  struct Case {
    const char* page;
    bool is_draft;
  };
  const Case cases[] = {
      {"---\ntitle: a\ndraft: true\n---\n\na\n", true},
      {"---\ndraft: True # until May\ntitle: a\n---\n", true},
      {"---\r\nDraft:   \"true\"\r\n---\r\n", true},
      {"\uFEFF---\n'draft': 'true'\n---\n", true},
      {"+++\ntitle = \"a\"\ndraft = true\n+++\n\na\n", true},
      {"+++\ndraft=true # until May\n[menu]\nmain = true\n+++\n", true},
      {"{\"title\": \"a\", \"draft\": true}\n\na\n", true},
      {"{\n  \"menu\": {\"draft\": false},\n\n  \"Draft\": \"true\"\n}\n\n# A\n", true},
      {"---\ntitle: a\ndraft: false\n---\n", false},
      {"---\ntitle: a\n---\n\ndraft: true\n", false},
      {"---\n# draft: true\ntitle: a\n---\n", false},
      {"---\ncascade:\n  draft: true\n---\n", false},
      {"---\ndrafted: true\ntitle: draft\n---\n", false},
      {"---\ndraft: truest\n---\n", false},
      {"---\ndraft:\n---\n", false},
      {"---\ndraft: true\n", false},
      {"draft: true\n", false},
      {"+++\ntitle = \"a\"\n[params]\ndraft = true\n+++\n", false},
      {"+++\nparams.draft = true\n+++\n", false},
      {"{\"title\": \"a\", \"params\": {\"draft\": true}}\n", false},
      {"{\"draft\": 1}\n", false},
      {"{\"draft\": true\n\na\n", false},
      {"{draft: true}\n", false},
      {"{{< draft >}}\n", false},
      {"{\"a\": \"\xFF\", \"draft\": true}\n", false},
      {"", false},
  };
  for (const Case& c : cases) {
    const auto page = parse_page(c.page, PageKind::kMarkdown);
    ASSERT_TRUE(page.has_value()) << c.page;
    EXPECT_EQ(is_draft(*page), c.is_draft) << c.page;
  }
}

}  // namespace
}  // namespace l10n_drift
