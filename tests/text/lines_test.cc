#include "text/lines.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace l10n_drift {
namespace {

TEST(Lines, EndAlikeInTheEnd) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {"a\nb", "a\nb"},
      {"a\r\nb\rc\n", "a\nb\nc\n"},
      {"\r\r\n\n\r", "\n\n\n\n"},
      {"\xEF\xBB\xBFk: v\r\n", "k: v\n"},
      {"a\xEF\xBB\xBF", "a\xEF\xBB\xBF"},
  };
  for (const auto& [page, unified] : cases) EXPECT_EQ(unify_lines(page), unified) << page;
}

TEST(Lines, AreTakenOffOneByOne) {
  std::string_view text = "a\n\n b\r\nc";
  std::vector<std::string_view> lines;
  while (!text.empty()) lines.push_back(take_line(text));
  EXPECT_EQ(lines, (std::vector<std::string_view>{"a", "", " b\r", "c"}));
  EXPECT_EQ(take_line(text), "");
}

TEST(Lines, AreFoundByTheirNumbers) {
  EXPECT_EQ(find_lines("a\nb\n\nc", 1, 1), "a");
  EXPECT_EQ(find_lines("a\nb\n\nc", 2, 3), "b\n");
  EXPECT_EQ(find_lines("a\nb\n\nc", 2, 4), "b\n\nc");
  EXPECT_EQ(find_lines("a\nb\n", 2, 2), "b");
  EXPECT_EQ(find_lines("a\nb\n", 4, 9), "");
}

TEST(Lines, AreTrimmed) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""}, {" \t\r\n", ""}, {"a", "a"}, {"\t a b\v\f\r\n", "a b"}, {"\xC2\xA0 ", "\xC2\xA0"}};
  for (const auto& [text, trimmed] : cases) EXPECT_EQ(trim_blanks(text), trimmed) << text;
}

TEST(Lines, LoseAByteOrderMarkAtTheHeadAlone) {
  EXPECT_EQ(without_byte_order_mark("\xEF\xBB\xBF\xEF\xBB\xBF"), "\xEF\xBB\xBF");
  EXPECT_EQ(without_byte_order_mark("a\xEF\xBB\xBF"), "a\xEF\xBB\xBF");
}

TEST(Lines, AreSteppedAlong) {
  EXPECT_EQ(skip_all("  \ta ", 0, " \t"), 3u);
  EXPECT_EQ(skip_all("a  ", 1, " "), 3u);
  EXPECT_EQ(skip_all("a", 0, " "), 0u);
  EXPECT_EQ(skip_all("", 0, " "), 0u);
}

}  // namespace
}  // namespace l10n_drift
