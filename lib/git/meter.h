#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>

#include "l10n_drift/statistics.h"

namespace l10n_drift {

// Measures what is done in a repository, by phase. It belongs to one thread, as a repository does.
// The meters of repositories that were reopened from one another are a family: they have one sum,
// to which each adds its part when it goes.
class Meter {
 public:
  Meter() : sum_(std::make_shared<Sum>()) {}
  // Another one of the family, which has measured nothing yet.
  Meter(const Meter& first) : sum_(first.sum_) {}
  Meter& operator=(const Meter&) = delete;
  ~Meter();

  // What happens while a scope lives belongs to its phase, but for the time in which a later scope
  // lives.
  class Scope {
   public:
    Scope(Meter& meter, Phase phase);
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;
    ~Scope() { meter_.switch_to(outer_); }

   private:
    Meter& meter_;
    PhaseCost* outer_;
  };

  // How many objects this meter has seen read, in all phases and outside of them.
  std::size_t objects() const;

  void count_commit() { ++current_->commits; }
  void count_tree() { ++current_->trees; }
  void count_blob() { ++current_->blobs; }

  // What was measured so far, here and by the meters of the family that are gone.
  Statistics statistics() const;

 private:
  struct Sum {
    std::mutex mutex;
    Statistics statistics;
  };
  using Clock = std::chrono::steady_clock;

  // Goes on to another phase, and returns the one that it was until now.
  PhaseCost* switch_to(PhaseCost* phase);

  std::shared_ptr<Sum> sum_;
  Statistics own_;
  PhaseCost outside_;  // What belongs to no phase.
  PhaseCost* current_ = &outside_;
  Clock::time_point since_ = Clock::now();
};

}  // namespace l10n_drift
