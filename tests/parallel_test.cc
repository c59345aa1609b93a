#include "parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

namespace l10n_drift {
namespace {

TEST(RunParallel, DoesEachItemOnceForAnyNumberOfItemsAndThreads) {
  for (const unsigned threads : {0U, 1U, 2U, 8U}) {
    for (const std::size_t count : {0U, 1U, 15U, 16U, 17U, 1000U}) {
      std::vector<std::atomic<int>> done(count);
      run_parallel(count, threads, [&]() -> Work { return [&](std::size_t i) { ++done[i]; }; });
      for (std::size_t i = 0; i < count; ++i) {
        EXPECT_EQ(done[i], 1) << "item " << i << " of " << count << " on " << threads;
      }
    }
  }
}

TEST(RunParallel, MakesNoWorkWhereThereIsNone) {
  int made = 0;
  run_parallel(0, 8, [&]() -> Work {
    ++made;
    return [](std::size_t) {};
  });
  EXPECT_EQ(made, 0);
}

TEST(RunParallel, OneThreadIsTheCallersAndKeepsTheOrder) {
  const std::thread::id caller = std::this_thread::get_id();
  std::vector<std::size_t> order;
  run_parallel(100, 1, [&]() -> Work {
    return [&](std::size_t i) {
      EXPECT_EQ(std::this_thread::get_id(), caller);
      order.push_back(i);
    };
  });
  ASSERT_EQ(order.size(), 100u);
  for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(order[i], i);
}

TEST(RunParallel, EachThreadMakesItsOwnWork) {
  std::mutex mutex;
  std::set<std::thread::id> makers;
  std::size_t made = 0;
  run_parallel(1000, 8, [&]() -> Work {
    const std::lock_guard lock(mutex);
    makers.insert(std::this_thread::get_id());
    ++made;
    return [maker = std::this_thread::get_id()](std::size_t) {
      EXPECT_EQ(std::this_thread::get_id(), maker);
    };
  });
  EXPECT_EQ(made, makers.size());
  EXPECT_GE(made, 1u);
  EXPECT_LE(made, 8u);
}

TEST(RunParallel, ThrowsTheFirstExceptionAndStopsTheRest) {
  for (const unsigned threads : {1U, 8U}) {
    std::atomic<std::size_t> begun = 0;
    const auto make_work = [&]() -> Work {
      return [&](std::size_t i) {
        ++begun;
        if (i == 3) throw std::runtime_error("item 3");
        std::this_thread::sleep_for(std::chrono::microseconds(50));
      };
    };
    try {
      run_parallel(100'000, threads, make_work);
      ADD_FAILURE() << "no exception on " << threads;
    } catch (const std::runtime_error& error) {
      EXPECT_STREQ(error.what(), "item 3");
    }
    EXPECT_LT(begun, 100'000u) << threads;
  }
}

TEST(RunParallel, ThrowsWhatMakingTheWorkThrows) {
  for (const unsigned threads : {1U, 8U}) {
    EXPECT_THROW(run_parallel(100, threads, []() -> Work { throw std::logic_error("no"); }),
                 std::logic_error);
  }
}

}  // namespace
}  // namespace l10n_drift
