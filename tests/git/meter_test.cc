#include "git/meter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <thread>
#include <tuple>
#include <vector>

namespace l10n_drift {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Phase, then commits, trees and blobs.
using Row = std::tuple<Phase, std::size_t, std::size_t, std::size_t>;

std::vector<Row> rows_of(const Meter& meter) {
  std::vector<Row> rows;
  for (const auto& [phase, cost] : meter.statistics()) {
    rows.emplace_back(phase, cost.commits, cost.trees, cost.blobs);
  }
  return rows;
}

TEST(Meter, WhatIsCountedBelongsToThePhaseThatLives) {
  Meter meter;
  {
    const Meter::Scope scope(meter, Phase::kWalk);
    meter.count_commit();
    meter.count_tree();
    meter.count_tree();
  }
  {
    const Meter::Scope scope(meter, Phase::kCount);
    meter.count_blob();
  }
  EXPECT_THAT(rows_of(meter), ElementsAre(Row{Phase::kWalk, 1, 2, 0}, Row{Phase::kCount, 0, 0, 1}));
  EXPECT_EQ(meter.objects(), 4u);
}

TEST(Meter, AnInnerPhaseCoversTheOuterOneUntilItsEnd) {
  Meter meter;
  const Meter::Scope outer(meter, Phase::kBaselines);
  meter.count_tree();
  {
    const Meter::Scope inner(meter, Phase::kRenames);
    meter.count_blob();
    {
      const Meter::Scope innermost(meter, Phase::kBaselines);
      meter.count_tree();
    }
    meter.count_blob();
  }
  meter.count_tree();
  EXPECT_THAT(rows_of(meter),
              ElementsAre(Row{Phase::kBaselines, 0, 3, 0}, Row{Phase::kRenames, 0, 0, 2}));
}

TEST(Meter, APhaseThatComesAgainIsTheSamePhase) {
  Meter meter;
  for (int i = 0; i < 3; ++i) {
    const Meter::Scope scope(meter, Phase::kWalk);
    meter.count_commit();
  }
  EXPECT_THAT(rows_of(meter), ElementsAre(Row{Phase::kWalk, 3, 0, 0}));
}

TEST(Meter, APhaseWithoutAnObjectIsListedAllTheSame) {
  Meter meter;
  { const Meter::Scope scope(meter, Phase::kPlan); }
  EXPECT_THAT(rows_of(meter), ElementsAre(Row{Phase::kPlan, 0, 0, 0}));
}

TEST(Meter, WhatIsReadOutsideOfAllPhasesIsNoPhaseButAnObject) {
  Meter meter;
  meter.count_blob();
  { const Meter::Scope scope(meter, Phase::kWalk); }
  meter.count_commit();
  EXPECT_THAT(rows_of(meter), ElementsAre(Row{Phase::kWalk, 0, 0, 0}));
  EXPECT_EQ(meter.objects(), 2u);
}

// Each moment belongs to one phase, so that the phases of one thread never add up to more than the
// time that passed.
TEST(Meter, TimeBelongsToTheInnerPhaseAlone) {
  using std::chrono::steady_clock;
  Meter meter;
  const auto begin = steady_clock::now();
  {
    const Meter::Scope outer(meter, Phase::kBaselines);
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const Meter::Scope inner(meter, Phase::kRenames);
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  const std::chrono::duration<double> passed = steady_clock::now() - begin;
  Statistics statistics = meter.statistics();
  const double outer = statistics[Phase::kBaselines].seconds;
  const double inner = statistics[Phase::kRenames].seconds;
  EXPECT_GE(outer, 0.005);
  EXPECT_GE(inner, 0.020);
  EXPECT_LE(outer + inner, passed.count());
}

TEST(Meter, AnotherOfTheFamilyBeginsWithNothing) {
  Meter first;
  const Meter::Scope scope(first, Phase::kWalk);
  first.count_commit();
  const Meter second(first);
  EXPECT_THAT(rows_of(second), IsEmpty());
  EXPECT_EQ(second.objects(), 0u);
}

TEST(Meter, AFamilyHasOneSumToWhichEachAddsWhenItGoes) {
  Meter first;
  {
    const Meter::Scope scope(first, Phase::kWalk);
    first.count_commit();
  }
  auto second = std::make_optional<Meter>(first);
  auto third = std::make_optional<Meter>(*second);
  {
    const Meter::Scope walk(*second, Phase::kWalk);
    second->count_commit();
    const Meter::Scope count(*third, Phase::kCount);
    third->count_blob();
  }
  EXPECT_THAT(rows_of(first), ElementsAre(Row{Phase::kWalk, 1, 0, 0})) << "the others live";
  second.reset();
  EXPECT_THAT(rows_of(first), ElementsAre(Row{Phase::kWalk, 2, 0, 0}));
  EXPECT_THAT(rows_of(*third), ElementsAre(Row{Phase::kWalk, 1, 0, 0}, Row{Phase::kCount, 0, 0, 1}))
      << "its own, and that of the one that is gone";
  third.reset();
  EXPECT_THAT(rows_of(first), ElementsAre(Row{Phase::kWalk, 2, 0, 0}, Row{Phase::kCount, 0, 0, 1}));
  EXPECT_EQ(first.objects(), 1u) << "objects are those of its own";
}

TEST(Meter, AStrangerHasASumOfItsOwn) {
  Meter first;
  {
    Meter stranger;
    const Meter::Scope scope(stranger, Phase::kWalk);
    stranger.count_commit();
  }
  EXPECT_THAT(first.statistics(), IsEmpty());
}

TEST(Meter, MembersOfAFamilyMayGoOnSeveralThreadsAtOnce) {
  constexpr int kThreads = 8;
  constexpr int kRounds = 5000;
  const Meter first;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i) {
    threads.emplace_back([&first] {
      for (int round = 0; round < kRounds; ++round) {
        Meter own(first);
        const Meter::Scope scope(own, Phase::kCount);
        own.count_blob();
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_THAT(rows_of(first), ElementsAre(Row{Phase::kCount, 0, 0, kRounds * kThreads}));
}

}  // namespace
}  // namespace l10n_drift
