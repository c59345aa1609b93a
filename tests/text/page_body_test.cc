#include "text/page_body.h"

#include <gtest/gtest.h>

#include <string_view>

namespace l10n_drift {
namespace {

struct PageCase {
  const char* name;
  std::string_view page;
  std::string_view body;
};

TEST(PageBody, IsWhatStandsBelowTheFrontMatter) {
  const PageCase cases[] = {
      {"none", "# A\n", "# A\n"},
      {"YAML", "---\ntitle: A\n---\n\ntext\n", "text\n"},
      {"TOML", "+++\ntitle = 'A'\n+++\ntext\n", "text\n"},
      {"CRLF", "---\r\ntitle: A\r\n---\r\n\r\ntext\r\n", "text\r\n"},
      {"blanks behind the fence", "--- \na: b\n---\t\ntext", "text"},
      {"nothing below", "---\ntitle: A\n---", ""},
      {"a byte order mark", "\xEF\xBB\xBF---\na: b\n---\ntext", "text"},
      {"what never ends", "---\ntitle: A\n\ntext\n", "---\ntitle: A\n\ntext\n"},
      {"another fence", "---\ntitle: A\n+++\ntext\n", "---\ntitle: A\n+++\ntext\n"},
      {"a rule further below", "text\n---\nmore\n---\n", "text\n---\nmore\n---\n"},
      {"more dashes", "----\na\n----\nb\n", "----\na\n----\nb\n"},
      {"empty", "", ""},
  };
  for (const PageCase& c : cases) EXPECT_EQ(page_body(c.page), c.body) << c.name;
}

}  // namespace
}  // namespace l10n_drift
