#include "text/excerpt.h"

#include <gtest/gtest.h>

#include "text/characters.h"
#include "text/utf8.h"

namespace l10n_drift {
namespace {

TEST(Excerpt, IsCutAtTheBoundaryOfACharacter) {
  struct Case {
    const char* text;
    std::size_t most;
    const char* cut;
  };
  const Case cases[] = {
      {"", 3, ""},
      {"abc", 3, "abc"},
      {"abcd", 3, "abc\u2026"},
      {"\uD55C\uAD6D\uC5B4\uB85C", 3, "\uD55C\uAD6D\uC5B4\u2026"},
      {"\u6F22\u5B57", 2, "\u6F22\u5B57"},
      {"ab\U0001F600d", 3, "ab\U0001F600\u2026"},
      // An accent of its own, a family of three, a flag, a syllable in three letters.
      {"abe\u0301d", 3, "ab\u2026"},
      {"abe\u0301d", 4, "abe\u0301\u2026"},
      {"a\U0001F468\u200D\U0001F469\u200D\U0001F467", 4, "a\u2026"},
      {"a\U0001F1F0\U0001F1F7b", 2, "a\u2026"},
      {"\u1112\u1161\u11ABa", 2, "\u2026"},
      {"ab\ncd", 3, "ab\n\u2026"},
      {"a\xE9\xFF\xE9", 3, "a\xE9\xFF\u2026"},
  };
  for (const Case& c : cases) EXPECT_EQ(cut_text(c.text, c.most), c.cut) << c.text << c.most;
}

TEST(Excerpt, HasNoMargin) {
  struct Case {
    const char* text;
    const char* flush;
  };
  const Case cases[] = {
      {"", ""},
      {"   ", ""},
      {"Turn it off.", "Turn it off."},
      {"     Turn it off.", "Turn it off."},
      {"\tTurn it off.\n\tWait.", "Turn it off.\nWait."},
      {"  - an item\n    and more of it\n", "- an item\n  and more of it\n"},
      {"    an item that\nis lazy", "an item that\nis lazy"},
      {"    ```\n    if x:\n        y\n\n  z\n    ```", "```\nif x:\n    y\n\nz\n```"},
      {"    blanks\n\ta tab", "blanks\n\ta tab"},
      {"text\n    further in", "text\n    further in"},
      {"\u3000an ideographic blank", "\u3000an ideographic blank"},
  };
  for (const Case& c : cases) EXPECT_EQ(without_margin(c.text), c.flush) << c.text;
}

TEST(Excerpt, OfTwoVersionsBeginsWithThem) {
  const CutVersions whole = cut_versions("abcdefgh", "abcdefgx", 8);
  EXPECT_EQ(whole.before, "abcdefgh");
  EXPECT_EQ(whole.after, "abcdefgx");
  const CutVersions early = cut_versions("abcdefXhijklm", "abcdefYhi", 8);
  EXPECT_EQ(early.before, "abcdefXh\u2026");
  EXPECT_EQ(early.after, "abcdefYh\u2026");
}

TEST(Excerpt, OfTwoVersionsShowsWhereTheyDiffer) {
  const std::string same(50, 'a');
  const CutVersions late = cut_versions(same + "X and more of it", same + "Y", 8);
  EXPECT_EQ(late.before, "\u2026aaX and \u2026");
  EXPECT_EQ(late.after, "\u2026aaY");
  const CutVersions longer = cut_versions(same, same + "Y", 8);
  EXPECT_EQ(longer.before, "\u2026aaaaaaa");
  EXPECT_EQ(longer.after, "\u2026aaaaaaaY");
}

TEST(Excerpt, OfTwoVersionsBeginsWithAWord) {
  const std::string same = "the mill of the village grinds all the corn of all the fields, ";
  const CutVersions cut = cut_versions(same + "X", same + "Y", 40);
  EXPECT_EQ(cut.before, "\u2026grinds all the corn of all the fields, X");
  EXPECT_EQ(cut.after, "\u2026grinds all the corn of all the fields, Y");
  const std::string one_word(60, 'a');
  EXPECT_EQ(cut_versions(one_word + " X", one_word + " Y", 40).after,
            "\u2026" + std::string(38, 'a') + " Y");
}

// The two letters share their first byte, and the second accents do.
TEST(Excerpt, OfTwoVersionsDividesNoCharacter) {
  std::string same;
  for (int i = 0; i < 20; ++i) same += "\uD55C";
  for (const auto& [before, after] :
       {std::pair("\uD55D", "\uD55E"), std::pair("e\u0301", "e\u0302"), std::pair("", "\u0301x")}) {
    const CutVersions cut = cut_versions(same + before, same + after, 8);
    EXPECT_TRUE(is_utf8(cut.before)) << cut.before;
    EXPECT_TRUE(is_utf8(cut.after)) << cut.after;
    EXPECT_NE(cut.before, cut.after);
    EXPECT_LE(count_characters(cut.before), 10u);
    EXPECT_TRUE(cut.before.starts_with("\u2026\uD55C")) << cut.before;
  }
}

}  // namespace
}  // namespace l10n_drift
