#include "text/columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace l10n_drift {
namespace {

using testing::ElementsAre;

TEST(Columns, CharactersTakeAsManyAsAtATerminal) {
  const struct {
    std::string text;
    std::size_t columns;
  } rows[] = {{"", 0},        {"a.md", 4},
              {"é", 1},       {"e\u0301", 1},
              {"설치", 4},    {"\u1109\u1165\u11AF", 2},  // 설 as macOS writes it.
              {"安装.md", 7}, {"ｗｉｄｅ", 8},
              {"\xE9.md", 4}, {"\u201Ca\u201D", 3}};
  for (const auto& row : rows) EXPECT_EQ(count_columns(row.text), row.columns) << row.text;
}

TEST(Columns, BlanksFillTheRest) {
  EXPECT_EQ(pad_right("설치", 6), "설치  ");
  EXPECT_EQ(pad_left("+12", 6), "   +12");
  EXPECT_EQ(pad_right("설치", 3), "설치");
  EXPECT_EQ(pad_left("설치", 3), "설치");
}

TEST(Columns, PathsLoseTheirMiddle) {
  const struct {
    std::string path;
    std::size_t width;
    std::string shown;
  } rows[] = {{"content/ko/docs/a.md", 20, "content/ko/docs/a.md"},
              {"content/ko/docs/a.md", 19, "content/ko/do…/a.md"},
              {"content/ko/docs/a.md", 8, "co…/a.md"},
              {"content/ko/docs/a.md", 6, "…/a.md"},
              {"content/ko/docs/a-long-name.md", 9, "a-lo…e.md"},
              {"no-folder-at-all.md", 9, "no-f…l.md"},
              {"content/ko/개념/설치.md", 14, "conte…/설치.md"},
              {"content/zh/概念概述/安装说明.md", 19, "conten…/安装说明.md"},
              {"a/b", 1, "…"},
              {"a/b", 0, "…"}};
  for (const auto& row : rows) {
    EXPECT_EQ(shorten_path(row.path, row.width), row.shown) << row.path << ' ' << row.width;
    if (row.width > 0) EXPECT_LE(count_columns(shorten_path(row.path, row.width)), row.width);
  }
}

TEST(Columns, LinesEndBetweenWords) {
  EXPECT_THAT(wrap_words("", 10), ElementsAre(""));
  EXPECT_THAT(wrap_words("one two  three", 7), ElementsAre("one two", "three"));
  EXPECT_THAT(wrap_words("원본은 지금 여기에 있다", 11), ElementsAre("원본은 지금", "여기에 있다"));
  EXPECT_THAT(wrap_words("is now content/en/docs/a.md here", 12),
              ElementsAre("is now", "conten…/a.md", "here"));
}

TEST(Columns, NoWidthSplitsACharacter) {
  const std::string path = "content/ko/개념/안녕하세요e\u0301\u0323/설치 안내\xFF.md";
  for (std::size_t width = 1; width < 60; ++width) {
    EXPECT_LE(count_columns(shorten_path(path, width)), width);
    for (const std::string& line : wrap_words(path, width)) {
      EXPECT_LE(count_columns(line), width);
    }
  }
}

}  // namespace
}  // namespace l10n_drift
