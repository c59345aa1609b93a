#include "baselines/touches.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "baselines/pairs_fixture.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class TouchesTest : public PairsTest {
 protected:
  // "COMMIT: PATH, PATH", with the paths that the translations had then.
  std::vector<std::string> sent(const PlanRequest& request) {
    std::vector<std::string> lines;
    for (const CommitTouches& touches : pairs(request).touches()) {
      std::string line = scratch_.name(touches.front().touch.commit) + ':';
      for (const PageTouch& touch : touches) {
        EXPECT_EQ(touch.touch.commit, touches.front().touch.commit);
        line += ' ' + touch.touch.path + (touch.touch.is_cut ? " (cut)" : "");
      }
      lines.push_back(line);
    }
    return lines;
  }

  // The source beside a touch of the only page: its path, "none" or "unknown".
  std::string source_beside(const PairsOf& pairs, const std::string& commit,
                            const std::string& path) const {
    const CommitTouches touches =
        with_sources(pairs.objects(), *pairs, {touch(pairs, 0, commit, path)});
    if (!touches.front().is_source_known) return "unknown";
    const auto& source = touches.front().source;
    if (!source) return "none";
    EXPECT_EQ(source->blob, scratch_.id(commit + ':' + source->path));
    return source->path;
  }
};

// ---- What is sent ----

//     A---B---C---D    x in A and B, both in C, y in D
class SendTouchesTest : public TouchesTest {
 protected:
  SendTouchesTest() {
    history_.commit("A", {},
                    {write_file(kSourceX, "1"), write_file(kSourceY, "1"),
                     write_file(kKoreanX, "1"), write_file(kKoreanY, "1")});
    history_.commit("B", {"A"}, {write_file(kKoreanX, "2")});
    history_.commit("C", {"B"}, {write_file(kKoreanX, "3"), write_file(kKoreanY, "2")});
    history_.commit("D", {"C"}, {write_file(kKoreanY, "3")});
  }
};

TEST_F(SendTouchesTest, ByFileTheLastTouchOfEachPageIsSentAndNoOther) {
  EXPECT_THAT(sent(by_file(between("A", "D"))),
              ElementsAre(std::string("D: ") + kKoreanY, std::string("C: ") + kKoreanX));
}

TEST_F(SendTouchesTest, TouchesOfOneCommitComeTogether) {
  EXPECT_THAT(sent(by_file(between("A", "C"))),
              ElementsAre(std::string("C: ") + kKoreanX + ' ' + kKoreanY));
}

TEST_F(SendTouchesTest, ByBlockTheTouchesBeforeAreSentToo) {
  EXPECT_THAT(
      sent(between("A", "D")),
      ElementsAre(std::string("D: ") + kKoreanY, std::string("C: ") + kKoreanX + ' ' + kKoreanY,
                  std::string("B: ") + kKoreanX, std::string("A: ") + kKoreanX + ' ' + kKoreanY));
}

//     A---B---C---D    the source is deleted in C, the translation touched in A, B and D
TEST_F(TouchesTest, APageThatHasLostItsSourceIsFollowedBeyondItsLastTouch) {
  history_.commit(
      "A", {}, {write_file(kSourceX, "1"), write_file(kSourceY, "1"), write_file(kKoreanX, "1")});
  history_.commit("B", {"A"}, {write_file(kKoreanX, "2")});
  history_.commit("C", {"B"}, {remove_file(kSourceX)});
  history_.commit("D", {"C"}, {write_file(kKoreanX, "3")});
  EXPECT_THAT(sent(by_file(between("D", "D"))),
              ElementsAre(std::string("D: ") + kKoreanX, std::string("B: ") + kKoreanX,
                          std::string("A: ") + kKoreanX));
  EXPECT_THAT(sent(by_file(between("D", "B"))), ElementsAre(std::string("B: ") + kKoreanX))
      << "the last touch has a source beside it";
}

TEST_F(TouchesTest, WhereTheWalkLooksForASourceItSaysWhatItFound) {
  history_.commit("A", {},
                  {write_file(kSourceX, "1"), write_file(kSourceY, "1"), write_file(kKoreanX, "1"),
                   write_file(kKoreanY, "1")});
  history_.commit("B", {"A"}, {remove_file(kSourceX)});
  const PairsOf those = pairs(by_file(between("B", "A")));
  const std::vector<CommitTouches> touches = those.touches();
  ASSERT_EQ(touches.size(), 1u);
  ASSERT_EQ(touches[0].size(), 2u);
  for (const PageTouch& touch : touches[0]) {
    const bool is_lost = touch.page == those.page(kKoreanX);
    EXPECT_EQ(touch.is_source_known, is_lost);
    EXPECT_EQ(touch.source.has_value(), is_lost);
  }
}

TEST_F(TouchesTest, WhereAShallowCloneEndsThatIsWhatIsSent) {
  history_.commit(
      "A", {}, {write_file(kSourceX, "1"), write_file(kKoreanX, "1"), write_file(kKoreanY, "1")});
  history_.commit("B", {"A"}, {write_file(kSourceY, "1")});
  history_.commit("C", {"B"}, {write_file(kKoreanX, "2")});
  pairs(between("C", "C"));
  cut_at("B");
  PlanRequest request = by_file(between("C", "C"));
  request.allow_shallow = true;
  EXPECT_THAT(sent(request),
              ElementsAre(std::string("C: ") + kKoreanX, std::string("B: ") + kKoreanY + " (cut)"));
}

TEST_F(TouchesTest, WithoutTranslationsNothingIsSent) {
  history_.commit("A", {}, {write_file(kSourceX, "1"), write_file("content/ko/README.txt", "1")});
  const PairsOf those = pairs(between("A", "A"));
  const std::vector<Page> no_pages;
  const Pairs nothing{those->plan, those->base, those->pages, no_pages};
  send_touches(those.objects(), nothing, [](const CommitTouches&) { FAIL(); }, {});
}

// ---- The source beside a touch ----

TEST_F(TouchesTest, TheSourceGoesWithTheNameOfThenElseWithTodays) {
  const char* const old_source = "content/en/old.md";
  const char* const old_korean = "content/ko/old.md";
  history_.commit(
      "both", {},
      {write_file(old_source, "1"), write_file(kSourceX, "2"), write_file(old_korean, "1")});
  history_.commit("new", {"both"}, {remove_file(old_source)});
  history_.commit("neither", {"new"}, {remove_file(kSourceX), write_file(kSourceY, "3")});
  history_.commit("link", {"neither"}, {write_symlink(kSourceX, "y.md")});
  history_.commit("branch", {"both"}, {remove_file(old_korean), write_file(kKoreanX, "1")});
  const PairsOf those = pairs(between("new", "branch"));
  EXPECT_EQ(source_beside(those, "both", old_korean), old_source);
  EXPECT_EQ(source_beside(those, "both", kKoreanX), kSourceX);
  EXPECT_EQ(source_beside(those, "new", old_korean), kSourceX);
  EXPECT_EQ(source_beside(those, "neither", old_korean), "none");
  EXPECT_EQ(source_beside(those, "link", kKoreanX), "none") << "a link is no page";
}

TEST_F(TouchesTest, WhatIsKnownIsNotLookedUpAgainNorIsWhatIsCut) {
  history_.commit("A", {}, {write_file(kSourceX, "1"), write_file(kKoreanX, "1")});
  const PairsOf those = pairs(between("A", "A"));
  PageTouch known = touch(those, 0, "A", kKoreanX);
  known.is_source_known = true;
  PageTouch cut = touch(those, 0, "A", kKoreanX);
  cut.touch.is_cut = true;
  const PageTouch open = touch(those, 0, "A", kKoreanX);
  for (const CommitTouches& some : {CommitTouches{known, cut}, CommitTouches{known, cut, open}}) {
    const CommitTouches touches = with_sources(those.objects(), *those, some);
    EXPECT_FALSE(touches[0].source.has_value());
    EXPECT_FALSE(touches[1].is_source_known);
    EXPECT_FALSE(touches[1].source.has_value());
    EXPECT_EQ(touches.back().source.has_value(), some.size() == 3);
  }
  EXPECT_THAT(with_sources(those.objects(), *those, {}), IsEmpty());
}

TEST_F(TouchesTest, PagesOfOneCommitHaveEachItsOwnSource) {
  history_.commit("A", {},
                  {write_file(kSourceX, "1"), write_file(kSourceY, "2"), write_file(kKoreanX, "1"),
                   write_file(kKoreanY, "1"), write_file("content/ko/own.md", "1")});
  const PairsOf those = pairs(by_file(between("A", "A")));
  std::vector<std::string> found;
  for (const CommitTouches& touches : those.touches()) {
    for (const PageTouch& touch : with_sources(those.objects(), *those, touches)) {
      found.push_back(touch.touch.path + " of " + (touch.source ? touch.source->path : "none"));
    }
  }
  EXPECT_THAT(found, UnorderedElementsAre("content/ko/own.md of none",
                                          std::string(kKoreanX) + " of " + kSourceX,
                                          std::string(kKoreanY) + " of " + kSourceY));
}

// ---- A revision in place of touches ----

TEST_F(TouchesTest, ARevisionTouchesAllPagesUnderTheirNamesOfToday) {
  history_.commit_at(1'602'902'652, "A", {}, {write_file(kSourceX, "1")});
  history_.commit("B", {"A"}, {write_file(kKoreanX, "1"), write_file(kKoreanY, "1")});
  const PairsOf those = pairs(since("A", between("A", "B")));
  const CommitTouches touches = touches_at(those.objects(), *those, *those->plan.since);
  ASSERT_EQ(touches.size(), 2u);
  for (std::size_t page = 0; page < touches.size(); ++page) {
    EXPECT_EQ(touches[page].page, page);
    EXPECT_EQ(touches[page].touch.commit, scratch_.id("A"));
    EXPECT_EQ(touches[page].touch.tree, scratch_.tree("A"));
    EXPECT_EQ(touches[page].touch.time, 1'602'902'652);
    EXPECT_EQ(touches[page].touch.path, those->translations[page].path);
    EXPECT_FALSE(touches[page].is_source_known);
  }
}

}  // namespace
}  // namespace l10n_drift
