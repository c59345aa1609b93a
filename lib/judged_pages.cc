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
// The second thread looks sources up, judges pairs, and counts lines whenever the walk has nothing
// new to tell. It has a repository of its own, as libgit2 wants it. Once the walk has come to its
// end, its thread counts lines, too, and if there are more cores, so do further ones. With one
// thread it all happens in turn.
//
// What is found out about a page follows from its own touches alone, and not from when they come.
// So the report is the same for any number of threads.
//
// If the walk fails, its error is the one that is told, whatever the other thread has met.

#include "judged_pages.h"

#include <algorithm>
#include <future>
#include <memory>
#include <thread>
#include <utility>

#include "baseline.h"
#include "channel.h"
#include "counting.h"
#include "touches.h"

namespace l10n_drift {
namespace {

// Fewer pairs than this are not worth the start of another thread.
constexpr std::size_t kPairsPerThread = 16;

unsigned choose_threads(unsigned threads) {
  return threads > 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
}

// What follows from touches, up to what is to be counted. For one thread.
class Follower {
 public:
  Follower(const Repository& repository, const Plan& plan, const Pages& pages,
           const std::vector<Page>& chosen, std::vector<Judged>& judged, Counting& counts)
      : repository_(repository),
        chosen_(chosen),
        judged_(judged),
        counts_(counts),
        renames_(repository, plan),
        search_(repository, plan, chosen, pages.sources, renames_),
        judge_(repository, plan, pages, renames_) {}

  void follow(Channel<Touches>& channel) {
    while (const auto touches = next(channel)) {
      search_.add(*touches);
      search_.resolve();
      judge_settled();
    }
    if (!channel.is_abandoned()) finish();
  }

  void follow_revision(const ResolvedRevision& since) {
    search_.add_revision(since);
    finish();
  }

 private:
  // Counts lines while there is nothing better to do.
  std::optional<Touches> next(Channel<Touches>& channel) {
    auto touches = channel.try_receive();
    while (!touches && counts_.count_one(repository_)) touches = channel.try_receive();
    return touches ? std::move(touches) : channel.receive();
  }

  void finish() {
    search_.finish();
    judge_settled();
  }

  void judge_settled() {
    const auto phase = repository_.measure(Phase::kBaselines);
    for (const std::size_t page : search_.take_settled()) {
      Judged& pair = judged_[page];
      pair = judge_.judge_page(chosen_[page], search_.history(page));
      if (pair.file.status == Status::kOutdated) counts_.add(pair);
    }
  }

  const Repository& repository_;
  const std::vector<Page>& chosen_;
  std::vector<Judged>& judged_;
  Counting& counts_;
  SourceRenames renames_;
  BaselineSearch search_;
  Judge judge_;
};

// The run over all threads: which does what, and when.
class Judgement {
 public:
  Judgement(const Repository& repository, const Plan& plan, const Pages& pages,
            const std::vector<Page>& chosen)
      : repository_(repository),
        plan_(plan),
        pages_(pages),
        chosen_(chosen),
        judged_(chosen.size()) {}

  std::vector<Judged> run(unsigned threads, const Progress& progress) {
    if (plan_.since || threads == 1) {
      if (!plan_.since) walk(progress);
      follow(repository_);
      count(threads - 1);
    } else {
      auto follower = std::async(std::launch::async, [this] {
        const Repository own = repository_.reopen();
        follow(own);
        counts_.count_all(own);
      });
      walk(progress);
      count(threads - 2);
      follower.get();
    }
    return std::move(judged_);
  }

 private:
  void walk(const Progress& progress) {
    try {
      walk_touches(
          repository_, plan_, chosen_, pages_.sources,
          [this](Touches touches) { touches_.send(std::move(touches)); }, progress);
      touches_.close();
    } catch (...) {
      touches_.abandon();
      throw;
    }
  }

  void follow(const Repository& own) {
    // Whatever happens: others wait for what is to be counted.
    const std::unique_ptr<Counting, void (*)(Counting*)> at_end(
        &counts_, [](Counting* counts) { counts->close(); });
    Follower follower(own, plan_, pages_, chosen_, judged_, counts_);
    plan_.since ? follower.follow_revision(*plan_.since) : follower.follow(touches_);
  }

  // Counts on this thread, and on up to `others` more.
  void count(std::size_t others) {
    std::vector<std::future<void>> started;
    others = std::min(others, counts_.waiting() / kPairsPerThread);
    while (started.size() < others) {
      started.push_back(
          std::async(std::launch::async, [this] { counts_.count_all_in_another(repository_); }));
    }
    counts_.count_all(repository_);
    for (std::future<void>& other : started) other.get();
  }

  const Repository& repository_;
  const Plan& plan_;
  const Pages& pages_;
  const std::vector<Page>& chosen_;
  std::vector<Judged> judged_;
  Channel<Touches> touches_;
  Counting counts_;
};

}  // namespace

std::vector<Judged> judge_pages(const Repository& repository, const Plan& plan, const Pages& pages,
                                const std::vector<Page>& chosen, unsigned threads,
                                const Progress& progress) {
  return Judgement(repository, plan, pages, chosen).run(choose_threads(threads), progress);
}

}  // namespace l10n_drift
