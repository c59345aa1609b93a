#include "render/issue/encoding.h"

#include <gtest/gtest.h>

#include <string>

#include "support/error_text.h"
#include "text/lines.h"

namespace l10n_drift {
namespace {

using namespace std::string_literals;

TEST(IssueEncoding, OnlyAMarkAtTheVeryBeginningIsTakenOff) {
  EXPECT_EQ(without_byte_order_mark("\xEF\xBB\xBF"
                                    "a"),
            "a");
  EXPECT_EQ(without_byte_order_mark("a\xEF\xBB\xBF"), "a\xEF\xBB\xBF");
  EXPECT_EQ(without_byte_order_mark("\xEF\xBB\xBF\xEF\xBB\xBF"), "\xEF\xBB\xBF");
  EXPECT_EQ(without_byte_order_mark(""), "");
}

TEST(IssueEncoding, SaysWhatIsNotUtf8) {
  const std::string hint =
      " | in PowerShell, have it written as it is: cmd /c \"gh issue view NUMBER --json body "
      "--jq .body > body.md\"";
  const std::string wide = "it is in UTF-16, and GitHub has UTF-8" + hint;
  struct Case {
    std::string text;
    std::string message;
  };
  const Case cases[] = {
      {"", ""},
      {"caf\xC3\xA9\n", ""},
      {"a\0b\0"s, wide},
      {"\0a\0b"s, wide},
      {"\xFF\xFEx", wide},
      {"\xFE\xFFx", wide},
      {"\xE9", "line 1 is not UTF-8" + hint},
      {"a\nb\ncaf\xE9\n", "line 3 is not UTF-8" + hint},
  };
  for (const Case& c : cases) {
    const std::string start = "cannot take 'body.md' for a previous body: ";
    EXPECT_EQ(error_text([&] {
                check_encoding({"body.md", c.text});
              }),
              c.message.empty() ? "no error" : start + c.message);
  }
}

}  // namespace
}  // namespace l10n_drift
