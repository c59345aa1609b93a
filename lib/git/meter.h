#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <mutex>

#include "l10n_drift/statistics.h"

namespace l10n_drift {

// Measures what is done in a repository, by phase: on one thread, as repositories are. The meters
// of repositories that were reopened from one another have one sum, to which each adds its part in
// the end.
class Meter {
 public:
  Meter() : sum_(std::make_shared<Sum>()) {}
  Meter(const Meter& first) : sum_(first.sum_) {}  // Of the same family, with nothing measured.
  Meter& operator=(const Meter&) = delete;
  ~Meter();

  // What happens while it lives belongs to a phase, but for what a later one of them covers.
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

  // Objects read, in whatever phase.
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

  // Goes on to another phase, and says which it was until now.
  PhaseCost* switch_to(PhaseCost* phase);

  std::shared_ptr<Sum> sum_;
  Statistics own_;
  PhaseCost outside_;  // What belongs to no phase.
  PhaseCost* current_ = &outside_;
  Clock::time_point since_ = Clock::now();
};

}  // namespace l10n_drift
