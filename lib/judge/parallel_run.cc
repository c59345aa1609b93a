// From pages to judged pairs
// ==========================
//
// The walk through history is one long chain of reads, each of which depends on the one before. But
// most of what follows from a touch can be done as soon as it is found. So there are two threads:
//
//     walk     ----t--------tt-----t--------t-----|counts...|     touches, a commit at a time
//                   |        |      |        |
//     follow         sources..sources.counts..sources.counts|     what they lead to
//
// The second thread (follower.cc) looks sources up, judges pairs, and counts lines whenever the
// walk has nothing new to tell. It has a repository of its own, as libgit2 wants it. Once the walk
// has come to its end, its thread counts lines, too, and if there are more cores, so do further
// ones. With one thread it all happens in turn.
//
// When all pages are judged and counted, they are looked into block by block (playback.cc), each on
// whatever thread is free. That is most of the work, and takes the touches of all pages back to the
// first; with `--granularity file` there is none of it, and the walk ends with the last touches.
//
// What is found out about a page follows from its own touches alone, and not from when they come.
// So the report is the same for any number of threads.
//
// If the walk fails, its error is the one that is told, whatever the other thread has met.

#include "judge/parallel_run.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <future>
#include <map>
#include <set>
#include <string_view>
#include <system_error>
#include <thread>
#include <tuple>
#include <utility>

#include "baselines/touches.h"
#include "judge/channel.h"
#include "judge/counting.h"
#include "judge/follower.h"
#include "judge/lost_text.h"
#include "judge/page_cache.h"
#include "judge/recorded_history.h"
#include "judge/replay.h"
#include "judge/replay_history.h"
#include "judge/status.h"

namespace l10n_drift {
namespace {

// Fewer pairs than this are not worth the start of another thread.
constexpr std::size_t kPairsPerThread = 16;

unsigned choose_threads(unsigned threads) {
  return threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
}

// The run over all threads: which does what, and when.
class ParallelRun {
 public:
  ParallelRun(const Objects& objects, const Pairs& pairs)
      : objects_(objects),
        pairs_(pairs),
        plan_(pairs.plan),
        pages_(pairs.translations),
        judged_(pages_.size()),
        histories_(pairs) {}

  std::vector<JudgedPair> run(unsigned threads, const Progress& progress) {
    if (!plan_.since && objects_.is_partial()) objects_.require(blobs_with_records(pairs_));
    std::future<void> follower;
    if (!plan_.since && threads > 1) follower = start([this] { follow_apart(); });
    if (!plan_.since) walk(progress);
    if (follower.valid()) {
      count(threads - 2);
      follower.get();
    } else {
      follow(objects_);
      count(threads - 1);
    }
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      judged_[page].file.former_translations = histories_.former_names(page);
    }
    find_lost_texts();
    if (plan_.granularity == Granularity::kBlock) mark_other_kinds();
    if (plan_.granularity == Granularity::kBlock) replay(threads);
    return std::move(judged_);
  }

 private:
  void walk(const Progress& progress) {
    try {
      send_touches(
          objects_, pairs_, [this](CommitTouches touches) { touches_.send(std::move(touches)); },
          progress);
      touches_.close();
    } catch (...) {
      touches_.abandon();
      throw;
    }
  }

  // Runs `work` on another thread; nothing if the system has none left, which is no error: then
  // this thread does it all.
  static std::future<void> start(const std::function<void()>& work) {
    try {
      return std::async(std::launch::async, work);
    } catch (const std::system_error&) {
      return {};
    }
  }

  // Works here, and in the same way on up to `others` more threads. Ends when all have.
  static void share(std::size_t others, const std::function<void()>& here,
                    const std::function<void()>& elsewhere) {
    std::vector<std::future<void>> started;
    while (started.size() < others) {
      started.push_back(start(elsewhere));
      if (!started.back().valid()) break;
    }
    here();
    for (std::future<void>& other : started) {
      if (other.valid()) other.get();
    }
  }

  // Whatever happens to the one that follows: others wait for what is to be counted.
  struct ClosesCounting {
    explicit ClosesCounting(Counting& counting) : counting_(counting) {}
    ClosesCounting(const ClosesCounting&) = delete;
    ClosesCounting& operator=(const ClosesCounting&) = delete;
    ~ClosesCounting() { counting_.close(); }

   private:
    Counting& counting_;
  };

  // On a thread of its own.
  void follow_apart() {
    const ClosesCounting at_end(counting_);
    const Objects own = objects_.for_another_thread();
    follow(own);
    counting_.count_all(own);
  }

  void follow(const Objects& own) {
    const ClosesCounting at_end(counting_);
    Follower follower(own, pairs_, {judged_, counting_, histories_, steps_});
    plan_.since ? follower.follow_revision(*plan_.since) : follower.follow(touches_);
  }

  // Counts on this thread, and on up to `others` more.
  void count(std::size_t others) {
    share(
        std::min(others, counting_.waiting() / kPairsPerThread),
        [this] { counting_.count_all(objects_); },
        [this] { counting_.count_all_in_another(objects_); });
  }

  void mark_other_kinds() {
    for (JudgedPair& pair : judged_) pair.file.is_of_other_kind = is_of_other_kind(pair.file);
  }

  // Those that the follower has left, of a partial clone: now all blobs are there.
  void find_lost_texts() {
    PageCache pages(objects_);
    for (JudgedPair& pair : judged_) find_lost_text(pages, pair);
  }

  // The pages to look into. Those of one source come together, as they share its versions; those
  // with the longest history come first, so that no thread is left with one at the end.
  std::vector<std::size_t> pages_to_replay() const {
    std::vector<std::size_t> pages;
    std::map<std::string_view, std::size_t> touches;  // Of all translations of a source.
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      if (!can_be_looked_into(judged_[page].file)) continue;
      pages.push_back(page);
      touches[pages_[page].source] += histories_.of(page).size();
    }
    const auto rank = [&](std::size_t page) {
      return std::tuple(-static_cast<std::ptrdiff_t>(touches.at(pages_[page].source)),
                        std::string_view(pages_[page].source), page);
    };
    std::sort(pages.begin(), pages.end(),
              [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
    return pages;
  }

  // The sources that versions of translations name, of all pages in one batch: the threads that
  // look into pages fetch nothing.
  void fetch_recorded_sources(const std::vector<std::size_t>& pages) const {
    if (!objects_.is_partial()) return;
    std::set<ObjectId> sources;
    for (const std::size_t page : pages) {
      if (!judged_[page].file.recorded) continue;
      const ReplayHistory recorded = with_recorded_sources(
          objects_, histories_.of(page), pages_[page].source, plan_.config.baseline_keys);
      for (const ReplayedTouch& touch : recorded) {
        if (touch.source) sources.insert(touch.source->blob);
      }
    }
    objects_.require({sources.begin(), sources.end()});
  }

  void replay(unsigned threads) {
    const std::vector<std::size_t> pages = pages_to_replay();
    fetch_recorded_sources(pages);
    std::atomic<std::size_t> next = 0;
    const StaleParts parts = plan_.with_texts ? StaleParts::kTexts : StaleParts::kPlaces;
    const auto replay_all = [&](const Objects& own) {
      Replay replay(own, plan_.layout.source_language(), parts, plan_.config.baseline_keys);
      for (std::size_t i = next++; i < pages.size(); i = next++) {
        const std::size_t page = pages[i];
        replay.run(replayed_page(pairs_, page, histories_.of(page), steps_), judged_[page]);
      }
    };
    share(
        std::min<std::size_t>(threads - 1, pages.size() / kPairsPerThread),
        [&] { replay_all(objects_); }, [&] { replay_all(objects_.for_another_thread()); });
  }

  const Objects& objects_;
  const Pairs& pairs_;
  const Plan& plan_;
  const std::vector<Page>& pages_;
  std::vector<JudgedPair> judged_;
  ReplayHistories histories_;
  StepsOfSources steps_;
  Channel<CommitTouches> touches_;
  Counting counting_;
};

}  // namespace

std::vector<JudgedPair> judge_pairs(const Objects& objects, const Pairs& pairs, unsigned threads,
                                    const Progress& progress) {
  return ParallelRun(objects, pairs).run(choose_threads(threads), progress);
}

}  // namespace l10n_drift
