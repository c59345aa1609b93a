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
  EXPECT_THAT(last_touches("B", {"content/ko/d.md"}), ElementsAre("B")) << "it was no page";
  EXPECT_THAT(last_touches("B", {kY}), ElementsAre("B")) << "the path was there before";
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
