#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "git/walk_fixture.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;

// Changes of a mode and moves, behind which the walk goes on.
class WhatIsNoTouch : public HistoryWalkTest {};

TEST_F(WhatIsNoTouch, AChangeOfModeAloneIsNoTouch) {
  History history;
  history.commit("A", {}, {write_executable(kX, "1"), write_executable(kY, "1")});
  history.commit("B", {"A"}, {write_file(kX, "1"), write_file(kY, "2")});
  have(history);
  EXPECT_THAT(last_touches("B", {kX, kY}), ElementsAre("A", "B"));
}

TEST_F(WhatIsNoTouch, AParentWithTheSameModeComesBeforeOneWithTheSameContent) {
  History history;
  history.commit("A", {}, {write_executable(kX, "1")});
  history.commit("B", {}, {write_file(kX, "1")});
  history.commit("M", {"A", "B"}, {write_file(kX, "1")});
  have(history);
  EXPECT_THAT(last_touches("M", {kX}), ElementsAre("B"));
}

TEST_F(WhatIsNoTouch, AMoveIsNoTouchAndTheFileGoesOnUnderItsOldName) {
  History history;
  history.commit("A", {}, {write_file("content/ko/old.md", "1"), write_file(kY, "1")});
  history.commit("B", {"A"}, {remove_file("content/ko/old.md"), write_file(kX, "1")});
  history.commit("C", {"B"}, {remove_file(kX), write_file("content/ko/z/x.md", "1")});
  have(history);
  EXPECT_THAT(last_touches("C", {"content/ko/z/x.md"}), ElementsAre("A as content/ko/old.md"));
}

TEST_F(WhatIsNoTouch, NamesThatNoTouchHasAreToldWithTheOneBefore) {
  History history;
  history.commit("A", {}, {write_file("content/ko/a.md", "1")});
  history.commit("B", {"A"}, {remove_file("content/ko/a.md"), write_file("content/ko/b.md", "1")});
  history.commit("C", {"B"}, {remove_file("content/ko/b.md"), write_file("content/ko/c.md", "1")});
  history.commit("D", {"C"}, {write_file("content/ko/c.md", "2")});
  history.commit("E", {"D"}, {remove_file("content/ko/c.md"), write_file("content/ko/d.md", "2")});
  history.commit("F", {"E"}, {remove_file("content/ko/d.md"), write_file(kX, "2")});
  have(history);
  EXPECT_THAT(passed_names("F", kX),
              ElementsAre(ElementsAre(kX, "content/ko/d.md"),
                          ElementsAre("content/ko/c.md", "content/ko/b.md")));
}

TEST_F(WhatIsNoTouch, AMoveMayLeadToAnotherLanguage) {
  History history;
  history.commit("A", {}, {write_file("content/zh/x.md", "1")});
  history.commit("B", {"A"},
                 {remove_file("content/zh/x.md"), write_file("content/zh-cn/x.md", "1")});
  have(history);
  EXPECT_THAT(last_touches("B", {"content/zh-cn/x.md"}), ElementsAre("A as content/zh/x.md"));
}

TEST_F(WhatIsNoTouch, AMoveMayChangeTheModeToo) {
  History history;
  history.commit("A", {}, {write_executable("content/ko/old.md", "1")});
  history.commit("B", {"A"}, {remove_file("content/ko/old.md"), write_file(kX, "1")});
  have(history);
  EXPECT_THAT(last_touches("B", {kX}), ElementsAre("A as content/ko/old.md"));
}

TEST_F(WhatIsNoTouch, WhatOnlyLooksLikeAMoveIsATouch) {
  History history;
  history.commit("A", {},
                 {write_file("content/ko/a.md", "a"), write_file("content/ko/b.md", "b"),
                  write_file("content/en/c.md", "c"), write_file("blog/d.md", "d"),
                  write_file("content/ko/e.md", "new e"), write_file(kY, "old")});
  history.commit("B", {"A"},
                 {remove_file("content/ko/a.md"), write_file("content/ko/moved/a.md", "edited"),
                  write_file("content/ko/copy/b.md", "b"), remove_file("content/en/c.md"),
                  write_file("content/ko/c.md", "c"), remove_file("blog/d.md"),
                  write_file("content/ko/d.md", "d"), remove_file("content/ko/e.md"),
                  write_file(kY, "new e")});
  have(history);
  EXPECT_THAT(last_touches("B", {"content/ko/moved/a.md"}), ElementsAre("B")) << "edited";
  EXPECT_THAT(last_touches("B", {"content/ko/copy/b.md"}), ElementsAre("B")) << "a copy";
  EXPECT_THAT(last_touches("B", {"content/ko/c.md"}), ElementsAre("B")) << "it was a source";
  EXPECT_THAT(last_touches("B", {"content/ko/d.md"}), ElementsAre("A as blog/d.md"))
      << "a move from where no layout looks is one";
  EXPECT_THAT(last_touches("B", {kY}), ElementsAre("B")) << "the path was there before";
}

TEST_F(WhatIsNoTouch, ATranslationsNameComesBeforeAnyOther) {
  History history;
  history.commit("A", {}, {write_file("a/x.md", "1"), write_file("content/ko/y/z.md", "1")});
  history.commit("B", {"A"},
                 {remove_file("a/x.md"), remove_file("content/ko/y/z.md"), write_file(kX, "1")});
  have(history);
  EXPECT_THAT(last_touches("B", {kX}), ElementsAre("A as content/ko/y/z.md"));
}

// ---- Where the source was meanwhile ----

class SourceOfThen : public HistoryWalkTest {
 protected:
  // The name of the source at the last touch of `kX`; empty where the layout tells it.
  std::string source_then(const std::string& start) const {
    std::string source = "no touch";
    scratch_.objects().walk_history(scratch_.id(start), files_at(scratch_, start, {kX}), kLayout,
                                    [&](std::size_t, const Touch& touch) {
                                      source = touch.source;
                                      return Onward::kStop;
                                    },
                                    {});
    return source;
  }
};

TEST_F(SourceOfThen, TheLayoutTellsItOfTranslations) {
  History history;
  history.commit("A", {}, {write_file("content/ko/old.md", "1")});
  history.commit("B", {"A"}, {remove_file("content/ko/old.md"), write_file(kX, "1")});
  have(history);
  EXPECT_EQ(source_then("B"), "");
}

TEST_F(SourceOfThen, ItIsWhatMovedAlong) {
  History history;
  history.commit("A", {}, {write_file("ko/a.md", "1"), write_file("x/y.md", "s")});
  history.commit("B", {"A"},
                 {remove_file("ko/a.md"), remove_file("x/y.md"), write_file(kX, "1"),
                  write_file("content/en/x.md", "s")});
  have(history);
  EXPECT_EQ(source_then("B"), "x/y.md");
}

TEST_F(SourceOfThen, OfEqualFilesTheSiblingComesFirst) {
  History history;
  history.commit("A", {},
                 {write_file("old/ko/x.md", "1"), write_file("old/a/x.md", "s"),
                  write_file("old/en/x.md", "s")});
  history.commit("B", {"A"},
                 {remove_file("old/ko/x.md"), remove_file("old/en/x.md"), remove_file("old/a/x.md"),
                  write_file(kX, "1"), write_file("content/en/x.md", "s")});
  have(history);
  EXPECT_EQ(source_then("B"), "old/en/x.md");
}

TEST_F(SourceOfThen, WhatMovedInAnotherCommitIsTheSibling) {
  History history;
  history.commit("A", {}, {write_file("old/ko/x.md", "1"), write_file("old/en/x.md", "s")});
  history.commit("B", {"A"}, {remove_file("old/ko/x.md"), write_file(kX, "1")});
  history.commit("C", {"B"}, {remove_file("old/en/x.md"), write_file("content/en/x.md", "s")});
  have(history);
  EXPECT_EQ(source_then("C"), "old/en/x.md");
}

TEST_F(SourceOfThen, WhatIsNowhereElseHasItsName) {
  History history;
  history.commit("A", {}, {write_file("old/ko/x.md", "1"), write_file("content/en/x.md", "s")});
  history.commit("B", {"A"}, {remove_file("old/ko/x.md"), write_file(kX, "1")});
  have(history);
  EXPECT_EQ(source_then("B"), "content/en/x.md");
}

// ---- Moved and edited at once ----

TEST_F(WhatIsNoTouch, BehindAMoveWithEditsTheFileGoesOnUnderItsOldName) {
  const std::string lines = "one line\ntwo lines\nthree lines\nfour lines\nfive lines\n";
  History history;
  history.commit("A", {}, {write_file("content/ko/old/x.md", lines)});
  history.commit("B", {"A"}, {write_file("content/ko/old/x.md", lines + "six lines\n")});
  history.commit("C", {"B"}, {remove_file("content/ko/old/x.md"), write_file(kX, lines)});
  have(history);
  EXPECT_THAT(last_touches("C", {kX}), ElementsAre("C"));
  EXPECT_THAT(all_touches("C", kX, Onward::kFirstWithPath), ElementsAre("A", "B", "C"));
  EXPECT_THAT(all_touches("C", kX, Onward::kAllParents), ElementsAre("A", "B", "C"));
}

TEST_F(WhatIsNoTouch, AnotherPageThatWasRemovedIsNoOldName) {
  History history;
  history.commit("A", {}, {write_file(kY, "one line\ntwo lines\nthree lines\n")});
  history.commit("B", {"A"}, {remove_file(kY), write_file(kX, "quite\nother\nwords\n")});
  have(history);
  EXPECT_THAT(all_touches("B", kX, Onward::kFirstWithPath), ElementsAre("B"));
}

TEST_F(WhatIsNoTouch, OfSeveralOldNamesTheSameFileNameComesFirstThenTheSmallestPath) {
  History history;
  history.commit("A", {}, {write_file("content/ko/b/1.md", "same")});
  history.commit("B", {"A"}, {write_file("content/ko/a/2.md", "same")});
  history.commit("C", {"B"},
                 {remove_file("content/ko/a/2.md"), remove_file("content/ko/b/1.md"),
                  write_file("content/ko/1.md", "same"), write_file("content/ko/3.md", "same")});
  have(history);
  EXPECT_THAT(last_touches("C", {"content/ko/1.md", "content/ko/3.md"}),
              ElementsAre("A as content/ko/b/1.md", "B as content/ko/a/2.md"));
}

TEST_F(WhatIsNoTouch, AMergeMayMoveWhatEitherSideHas) {
  History history;
  history.commit("o", {}, {write_file(kY, "1")});
  history.commit("A", {"o"}, {write_file(kY, "2")});
  history.commit("B", {"o"}, {write_file("content/ko/old.md", "1")});
  history.commit("M", {"A", "B"}, {write_file(kX, "1")});
  history.commit("N", {"B", "A"}, {write_file(kX, "1")});
  have(history);
  EXPECT_THAT(last_touches("M", {kX}), ElementsAre("B as content/ko/old.md"));
  EXPECT_THAT(last_touches("N", {kX}), ElementsAre("N")) << "the merge keeps the old file";
}

TEST_F(WhatIsNoTouch, FilesOfOneNameInThePastKeepTheirOwnWay) {
  // `x` was called `y` once, and today's `y` is another file.
  History history;
  history.commit("A", {}, {write_file(kY, "1")});
  history.commit("B", {"A"}, {remove_file(kY), write_file(kX, "1")});
  history.commit("C", {"B"}, {write_file(kY, "2")});
  have(history);
  EXPECT_THAT(last_touches("C", {kX, kY}), ElementsAre(std::string("A as ") + kY, "C"));
}

}  // namespace
}  // namespace l10n_drift
