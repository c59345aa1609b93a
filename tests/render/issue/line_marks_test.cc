#include "render/issue/line_marks.h"

#include <gtest/gtest.h>

namespace l10n_drift {
namespace {

TEST(LineMarks, KnowOurLinesHoweverTheyAreTickedAndDecorated) {
  const LineMarks marks(line_marks("### 2 files\n\n- [ ] M1. `a.md` 2 insertions(+)\n"));
  for (const char* const line :
       {"### 2 files", "### 2 files\r\n", "- [x] M1. `a.md` 2 insertions(+)\n",
        "- [X] ~~M1. `a.md`~~ 2 insertions(+)", "- [ ] **M1.** `a.md` 2 insertions(+)  "}) {
    EXPECT_TRUE(marks.has(line)) << line;
  }
  for (const char* const line : {"### 3 files", "## 2 files", "M1. `a.md` 2 insertions(+)",
                                 "- [ ] M1. `a.md` 3 insertions(+)", "> ### 2 files"}) {
    EXPECT_FALSE(marks.has(line)) << line;
  }
}

TEST(LineMarks, EachLineHasOneAndBlankLinesNone) {
  EXPECT_EQ(line_marks(""), "");
  EXPECT_EQ(line_marks("\n \n\r\n"), "");
  EXPECT_EQ(line_marks("a\nb\n").size(), 2 * kLineMarkLength);
  EXPECT_EQ(line_marks("a\n\na\nb"), line_marks("a\nb\n"));
  EXPECT_TRUE(LineMarks("").empty());
}

TEST(LineMarks, TellWhatPeopleAddedToAnItem) {
  const LineMarks marks(line_marks("- [ ] M1. `a.md` 2 insertions(+)\n- [ ] M2. `b.md`\n"));
  struct Case {
    const char* text;
    const char* words;
  };
  const Case cases[] = {
      {"M1. `a.md` 2 insertions(+)", ""},
      {"M2. `b.md`\r\n", ""},
      {"M1. `a.md` 2 insertions(+) @kim", "@kim"},
      {"@kim M1. `a.md` 2 insertions(+)", "@kim"},
      {"M1. `a.md` (Kim and Lee) 2 insertions(+)", "(Kim and Lee)"},
      {"Kim: M1. `a.md` 2 insertions(+) by Friday", "Kim: ... by Friday"},
      {"M2. `b.md` 다음 주", "다음 주"},
      {"M1. `a.md` 3 insertions(+)", "M1. `a.md` 3 insertions(+)"},
      {"mine", "mine"},
  };
  for (const Case& c : cases) EXPECT_EQ(marks.words_of_people(c.text, {}), c.words) << c.text;
}

TEST(LineMarks, AnIdThatWasLostIsNoWordOfTheirs) {
  const LineMarks marks(line_marks("- [ ] M1. `a.md`\n- [ ] M2. `b.md`\n"));
  EXPECT_EQ(marks.words_of_people("`b.md`", {"M1", "M2"}), "");
  EXPECT_EQ(marks.words_of_people("@kim `b.md`", {"M1", "M2"}), "@kim");
  EXPECT_EQ(marks.words_of_people("`c.md`", {"M1", "M2"}), "`c.md`");
}

}  // namespace
}  // namespace l10n_drift
