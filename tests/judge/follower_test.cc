#include "judge/follower.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <thread>
#include <vector>

#include "baselines/pairs_fixture.h"

namespace l10n_drift {
namespace {

using testing::ElementsAre;

//     A---B---C    B changes the source of x. C gives that of z another name and content, and moves
//                  that of w, as it was called before, to where its translation has always been.
class FollowerTest : public PairsTest {
 protected:
  static constexpr char kKoreanW[] = "content/ko/w.md";
  static constexpr char kKoreanZ[] = "content/ko/z.md";

  FollowerTest() {
    history_.commit(
        "A", {},
        {write_file(kSourceX, "1\n"), write_file(kSourceY, "1\n"),
         write_file("content/en/z.md", lines_of("z", 20)), write_file(kKoreanX, "t\n"),
         write_file(kKoreanY, "t\n"), write_file(kKoreanZ, "t\n"),
         write_file("content/en/former.md", lines_of("w", 20)), write_file(kKoreanW, "t of w\n")});
    history_.commit("B", {"A"}, {write_file(kSourceX, "2\n")});
    history_.commit(
        "C", {"B"},
        {remove_file("content/en/z.md"), write_file("content/en/new.md", lines_of("z", 21)),
         remove_file("content/en/former.md"), write_file("content/en/w.md", lines_of("w", 21))});
  }

  // The statuses of w, x, y and z, and how many pairs the follower has counted by the way and left
  // to be counted.
  struct Outcome {
    std::vector<std::string> statuses;
    std::ptrdiff_t counted = 0;
    std::size_t to_count = 0;
    std::size_t touches = 0;  // In the histories of all pages.
  };

  template <typename Follow>
  static Outcome outcome(const PairsOf& pairs, Follow follow) {
    std::vector<JudgedPair> judged(pairs->translations.size());
    Counting counting;
    ReplayHistories histories(*pairs);
    StepsOfSources steps;
    Follower follower(pairs.objects(), *pairs, {judged, counting, histories, steps});
    follow(follower);
    Outcome outcome;
    for (const JudgedPair& pair : judged) outcome.statuses.push_back(to_string(pair.file.status));
    outcome.counted = std::count_if(judged.begin(), judged.end(), [](const JudgedPair& pair) {
      return pair.file.counts.has_value();
    });
    outcome.to_count = counting.waiting();
    for (std::size_t page = 0; page < judged.size(); ++page) {
      outcome.touches += histories.of(page).size();
    }
    return outcome;
  }

  static Outcome follow_all(const PairsOf& pairs) {
    return outcome(pairs, [&](Follower& follower) {
      Channel<CommitTouches> channel;
      for (CommitTouches& touches : pairs.touches()) channel.send(std::move(touches));
      channel.close();
      follower.follow(channel);
    });
  }
};

TEST_F(FollowerTest, JudgesAllPagesAndCountsWhatIsOutdatedWhileNothingComes) {
  const Outcome found = follow_all(pairs(between("C", "A")));
  EXPECT_THAT(found.statuses, ElementsAre("outdated", "outdated", "in_sync", "renamed"));
  EXPECT_EQ(found.counted, 2);
  EXPECT_EQ(found.to_count, 0u);
}

TEST_F(FollowerTest, KeepsHistoriesToLookIntoOnlyByBlock) {
  EXPECT_EQ(follow_all(pairs(between("C", "A"))).touches, 4u);
  EXPECT_EQ(follow_all(pairs(by_file(between("C", "A")))).touches, 0u);
}

TEST_F(FollowerTest, HoldsAllPagesAgainstARevision) {
  const PairsOf those = pairs(since("A", between("C", "A")));
  const Outcome found =
      outcome(those, [&](Follower& follower) { follower.follow_revision(*those->plan.since); });
  EXPECT_THAT(found.statuses, ElementsAre("outdated", "outdated", "in_sync", "renamed"));
  EXPECT_EQ(found.counted, 0);
  EXPECT_EQ(found.to_count, 2u) << "it hands on what it does not count";
  EXPECT_EQ(found.touches, 0u);
}

// The walk has failed, and not all touches are known: whatever needs them must not be judged.
TEST_F(FollowerTest, JudgesNothingByTouchesThatAreAbandoned) {
  history_.commit("D", {"C"}, {write_file("content/ko/own.md", "t\n")});
  const PairsOf those = pairs(between("C", "D"));
  ASSERT_EQ(those.page("content/ko/own.md"), 0u);
  const auto follow = [&](Follower& follower, bool is_abandoned) {
    Channel<CommitTouches> channel;
    channel.send({touch(those, 0, "D", "content/ko/own.md")});
    std::thread walk([&] {
      while (channel.size() > 0) std::this_thread::yield();
      is_abandoned ? channel.abandon() : channel.close();
    });
    follower.follow(channel);
    walk.join();
  };
  const Outcome closed = outcome(those, [&](Follower& follower) { follow(follower, false); });
  EXPECT_EQ(closed.statuses[0], "unpaired");
  const Outcome abandoned = outcome(those, [&](Follower& follower) { follow(follower, true); });
  EXPECT_EQ(abandoned.statuses[0], "unknown");
}

TEST_F(FollowerTest, APartialCloneHasTheSameAnswer) {
  pairs(between("C", "A"));
  make_partial();
  for (const PlanRequest& request : {between("C", "A"), by_file(between("C", "A"))}) {
    const Outcome found = follow_all(pairs(request));
    EXPECT_THAT(found.statuses, ElementsAre("outdated", "outdated", "in_sync", "renamed"));
    EXPECT_EQ(found.counted, 0) << "its blobs come at the end";
    EXPECT_EQ(found.to_count, 2u);
  }
}

// That w is outdated comes out of the first batch.
TEST_F(FollowerTest, APartialCloneHasAllThatIsToBeReadInTheEnd) {
  pairs(between("C", "A"));
  make_partial();
  const PairsOf those = pairs(between("C", "A"));
  follow_all(those);
  for (const std::string path : {kKoreanX, kKoreanW}) {
    EXPECT_TRUE(those.objects().want({scratch_.id("A:" + path)})) << path;
  }
  const PairsOf without = pairs(by_file(between("C", "A")));
  follow_all(without);
  EXPECT_FALSE(without.objects().want({scratch_.id(std::string("A:") + kKoreanW)}))
      << "no page is looked into";
}

}  // namespace
}  // namespace l10n_drift
