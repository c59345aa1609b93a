#include "judge/replay_history.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "baselines/pairs_fixture.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

//     A---B---C---D    A has both translations. B changes x, C its source, D both translations.
class ReplayHistoryTest : public PairsTest {
 protected:
  ReplayHistoryTest() {
    history_.commit(
        "A", {}, {write_file(kSourceX, "1"), write_file(kKoreanX, "1"), write_file(kKoreanY, "1")});
    history_.commit("B", {"A"}, {write_file(kKoreanX, "2")});
    history_.commit("C", {"B"}, {write_file(kSourceX, "2")});
    history_.commit("D", {"C"}, {write_file(kKoreanX, "3"), write_file(kKoreanY, "2")});
  }

  // The blobs of each touch: what there is in them, "TRANSLATION of SOURCE".
  std::vector<std::string> texts(const PairsOf& pairs, const ReplayHistory& history) const {
    std::vector<std::string> texts;
    for (const ReplayedTouch& touch : history) {
      texts.push_back(pairs.objects().read_blob(touch.translation.blob) + " of " +
                      (touch.source ? pairs.objects().read_blob(touch.source->blob) : "none"));
    }
    return texts;
  }
};

TEST_F(ReplayHistoryTest, EachPageHasItsTouchesNewestFirstWithTheSourceBesideEach) {
  const PairsOf those = pairs(between("D", "D"));
  ReplayHistories histories(*those);
  for (const CommitTouches& touches : those.touches()) {
    histories.add(with_sources(those.objects(), *those, touches));
  }
  EXPECT_THAT(texts(those, histories.of(those.page(kKoreanX))),
              ElementsAre("3 of 2", "2 of 1", "1 of 1"));
  EXPECT_THAT(texts(those, histories.of(those.page(kKoreanY))),
              ElementsAre("2 of none", "1 of none"));
}

// Of x, A and B are asked about; y has moved since A, and its text came back with D.
TEST_F(ReplayHistoryTest, KnowsWhichTouchLeftThePageAsItWasAtACommit) {
  history_.commit("E", {"D"}, {remove_file(kKoreanY), write_file("content/ko/z.md", "2")});
  history_.commit("F", {"E"}, {write_file(kKoreanX, "2"), write_file("content/ko/z.md", "3")});
  const PairsOf those = pairs(between("F", "F"));
  std::vector<Pages> commits;
  for (const char* const commit : {"B", "D"}) {
    commits.push_back(list_pages(those.objects(), those->plan,
                                 {.sources = scratch_.tree(commit),
                                  .translations = scratch_.tree(commit),
                                  .languages = {"ko"}}));
  }
  const Before before{commits, those->pages.sources};
  const Pairs asked{those->plan, those->base, those->pages, those->translations, &before};
  ReplayHistories histories(asked);
  for (const CommitTouches& touches : those.touches()) {
    histories.add(with_sources(those.objects(), *those, touches));
  }
  const auto standing = [&](const std::string& page) {
    std::vector<std::vector<std::size_t>> commits_of;
    for (const ReplayedTouch& touch : histories.of(those.page(page))) {
      commits_of.push_back(touch.stood_at);
    }
    return commits_of;
  };
  using Commits = std::vector<std::size_t>;
  EXPECT_THAT(standing(kKoreanX), ElementsAre(Commits{0}, Commits{1}, Commits{}, Commits{}))
      << "the newest of those that left this text";
  EXPECT_THAT(standing("content/ko/z.md"), ElementsAre(Commits{}, Commits{1}, Commits{0}));
}

TEST_F(ReplayHistoryTest, WhatWasNoPageOfAKnownKindIsLeftOut) {
  const PairsOf those = pairs(between("D", "D"));
  ReplayHistories histories(*those);
  PageTouch cut = touch(those, 0, "D", kKoreanX);
  cut.touch.is_cut = true;
  PageTouch link = touch(those, 0, "D", kKoreanX);
  link.touch.is_file = false;
  histories.add({cut, link, touch(those, 0, "D", "content/ko/x.rst")});
  EXPECT_THAT(histories.of(0), IsEmpty());
  histories.add({touch(those, 0, "D", "content/ko/x.markdown")});
  histories.add({touch(those, 0, "D", "content/ko/x.html")});
  ASSERT_EQ(histories.of(0).size(), 2u);
  EXPECT_EQ(histories.of(0)[0].translation.kind, PageKind::kMarkdown);
  EXPECT_EQ(histories.of(0)[1].translation.kind, PageKind::kHtml);
  EXPECT_THAT(histories.of(1), IsEmpty());
}

}  // namespace
}  // namespace l10n_drift
