#include "baselines/lost_sources.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "baselines/pairs_fixture.h"

namespace l10n_drift {
namespace {

using testing::IsEmpty;

class LostSourcesTest : public PairsTest {
 protected:
  std::string describe_lost(const LostSource& lost) const {
    return lost.is_cut ? "cut" : describe(lost.baseline);
  }

  // What the translation x was made from, by its touches as the walk tells of them.
  std::string lost_source(const std::string& base, const std::string& branch) {
    const PairsOf those = pairs(by_file(between(base, branch)));
    LostSources lost(those.objects(), *those);
    const std::size_t page = those.page(kKoreanX);
    for (const CommitTouches& touches : those.touches()) {
      for (const PageTouch& touch : with_sources(those.objects(), *those, touches)) {
        if (touch.page == page) lost.add(touch);
      }
    }
    return describe_lost(lost.find_all().at(page));
  }
};

//     A---B---C---D    S1 in A, S2 in C, none in D; t1 in A, t2 in C, t3 in D
TEST_F(LostSourcesTest, TheNewestTouchWithASourceBesideItTells) {
  history_.commit(
      "A", {}, {write_file(kSourceX, "1"), write_file(kSourceY, "1"), write_file(kKoreanX, "1")});
  history_.commit("B", {"A"}, {write_file(kSourceX, "2")});
  history_.commit("C", {"B"}, {write_file(kKoreanX, "2")});
  history_.commit("D", {"C"}, {remove_file(kSourceX), write_file(kKoreanX, "3")});
  EXPECT_EQ(lost_source("D", "D"), "content/en/x.md at C");
}

TEST_F(LostSourcesTest, WithoutATouchThatHasASourceThereNeverWasOne) {
  history_.commit("A", {}, {write_file(kSourceY, "1"), write_file(kKoreanX, "1")});
  history_.commit("B", {"A"}, {write_file(kSourceX, "1")});
  history_.commit("C", {"B"}, {remove_file(kSourceX)});
  history_.commit("D", {"C"}, {write_file(kKoreanX, "2")});
  EXPECT_EQ(lost_source("D", "D"), "none") << "nobody touched the page while the source was there";
}

//     A---B---C---D    The translation gets a new name in C. Its source has the old name until D.
TEST_F(LostSourcesTest, TheSourceIsLookedUpUnderAllNamesThatTheTranslationHad) {
  history_.commit("A", {},
                  {write_file("content/en/old.md", "1"), write_file(kSourceY, "1"),
                   write_file("content/ko/old.md", "1")});
  history_.commit("B", {"A"}, {write_file("content/en/old.md", "2")});
  history_.commit("C", {"B"}, {remove_file("content/ko/old.md"), write_file(kKoreanX, "1")});
  history_.commit("D", {"C"}, {write_file(kKoreanX, "2")});
  history_.commit("E", {"D"}, {remove_file("content/en/old.md")});
  EXPECT_EQ(lost_source("E", "D"), "content/en/old.md at D")
      << "where the translation had its new name already";
}

TEST_F(LostSourcesTest, ALinkIsNoSource) {
  history_.commit(
      "A", {}, {write_file(kSourceX, "1"), write_file(kSourceY, "1"), write_file(kKoreanX, "1")});
  history_.commit("B", {"A"}, {write_symlink(kSourceX, "y.md"), write_file(kKoreanX, "2")});
  history_.commit("C", {"B"}, {remove_file(kSourceX), write_file(kKoreanX, "3")});
  EXPECT_EQ(lost_source("C", "C"), "content/en/x.md at A");
}

// ---- Where history forked ----

//     o---A---M---C    A and B touch the translation beside sources of their own, C without one.
//      `--B--'
class ForkedLostSourcesTest : public LostSourcesTest {
 protected:
  ForkedLostSourcesTest() {
    history_.commit(
        "o", {}, {write_file(kSourceX, "0"), write_file(kSourceY, "0"), write_file(kKoreanX, "0")});
    history_.commit("A", {"o"}, {write_file(kSourceX, "1"), write_file(kKoreanX, "1")});
    history_.commit("B", {"o"}, {write_file(kSourceX, "2"), write_file(kKoreanX, "2")});
    history_.commit("M", {"A", "B"}, {remove_file(kSourceX), write_file(kKoreanX, "3")});
    history_.commit("C", {"M"}, {write_file(kKoreanX, "4")});
  }

  // What touches in this order lead to, if history has forked before them.
  std::string found(const std::vector<std::string>& commits) {
    const PairsOf those = pairs(by_file(between("C", "C")));
    LostSources lost(those.objects(), *those);
    const std::size_t page = those.page(kKoreanX);
    for (const std::string& commit : commits) {
      PageTouch forked = touch(those, page, commit, kKoreanX);
      forked.touch.on_one_line = false;
      lost.add(with_sources(those.objects(), *those, {forked}).front());
    }
    return describe_lost(lost.find_all().at(page));
  }
};

TEST_F(ForkedLostSourcesTest, OfTouchesOfWhichNoneComesBeforeTheOtherTheSmallestIdTells) {
  pairs(between("C", "C"));
  const std::string first = scratch_.id("A") < scratch_.id("B") ? "A" : "B";
  EXPECT_EQ(found({"A", "B"}), "content/en/x.md at " + first);
  EXPECT_EQ(found({"B", "A"}), "content/en/x.md at " + first);
  EXPECT_EQ(lost_source("C", "C"), "content/en/x.md at " + first);
}

TEST_F(ForkedLostSourcesTest, WhatComesBeforeAnotherIsNotTheNewestWhateverTheOrder) {
  EXPECT_EQ(found({"o", "A"}), "content/en/x.md at A");
  EXPECT_EQ(found({"A", "o"}), "content/en/x.md at A");
  EXPECT_EQ(found({"o", "B"}), "content/en/x.md at B");
  EXPECT_EQ(found({"B", "C", "o", "B"}), "content/en/x.md at B") << "told of twice";
}

// ---- In a shallow clone ----

class ShallowLostSourcesTest : public LostSourcesTest {
 protected:
  ShallowLostSourcesTest() {
    history_.commit(
        "A", {}, {write_file(kSourceX, "1"), write_file(kSourceY, "1"), write_file(kKoreanX, "1")});
    history_.commit("B", {"A"}, {remove_file(kSourceX), write_file(kKoreanX, "2")});
  }
};

TEST_F(ShallowLostSourcesTest, WhereTouchesAreNotKnownNothingCanBeTold) {
  const PairsOf those = pairs(by_file(between("B", "B")));
  const std::size_t page = those.page(kKoreanX);
  for (const std::string commit : {"A", "B"}) {
    LostSources lost(those.objects(), *those);
    lost.add(touch(those, page, commit, kKoreanX));
    lost.cut(page);
    EXPECT_EQ(describe_lost(lost.find_all().at(page)), "cut") << commit;
  }
}

TEST_F(ShallowLostSourcesTest, ACutSaysNothingOfPagesThatHaveASource) {
  const PairsOf those = pairs(by_file(between("B", "B")));
  LostSources lost(those.objects(), *those);
  lost.cut(0);
  EXPECT_THAT(lost.find_all(), IsEmpty());
}

// ---- Which pages ----

TEST_F(LostSourcesTest, TellsOfEachPageThatIsExpectedAndNotForgottenOnce) {
  history_.commit("A", {},
                  {write_file(kSourceY, "1"), write_file("content/ko/a.md", "1"),
                   write_file("content/ko/b.md", "1"), write_file(kKoreanX, "1")});
  const PairsOf those = pairs(by_file(between("A", "A")));
  LostSources lost(those.objects(), *those);
  lost.expect(0);
  lost.expect(1);
  lost.add(touch(those, 2, "A", kKoreanX));
  lost.forget(1);
  std::vector<std::size_t> pages;
  for (const auto& [page, found] : lost.find_all()) {
    pages.push_back(page);
    EXPECT_EQ(describe_lost(found), "none");
  }
  EXPECT_THAT(pages, testing::ElementsAre(0u, 2u));
  EXPECT_THAT(lost.find_all(), IsEmpty());
}

}  // namespace
}  // namespace l10n_drift
