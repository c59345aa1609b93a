#include "parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace l10n_drift {
namespace {

// Fewer items for a thread than this are not worth its start.
constexpr std::size_t kItemsPerThread = 16;

std::size_t choose_threads(std::size_t count, unsigned threads) {
  const std::size_t wanted =
      threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
  return std::min(wanted, (count + kItemsPerThread - 1) / kItemsPerThread);
}

}  // namespace

void run_parallel(std::size_t count, unsigned threads, const std::function<Work()>& make_work) {
  std::atomic<std::size_t> next = 0;
  std::mutex mutex;
  std::exception_ptr failure;
  const auto run = [&] {
    try {
      if (next >= count) return;
      const Work work = make_work();
      for (std::size_t item = next++; item < count; item = next++) work(item);
    } catch (...) {
      next = count;
      const std::lock_guard lock(mutex);
      if (!failure) failure = std::current_exception();
    }
  };
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < choose_threads(count, threads); ++i) others.emplace_back(run);
  run();
  for (std::thread& other : others) other.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace l10n_drift
