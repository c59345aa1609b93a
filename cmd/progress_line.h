#pragma once

#include <chrono>
#include <cstddef>

#include "l10n_drift/drift.h"
#include "options.h"

namespace l10n_drift {

// Shows on standard error how far a long walk has come, if that is a terminal: nothing in the first
// second, then one line that is rewritten several times a second and removed by `clear` or at the
// end.
class ProgressLine {
 public:
  enum class When { kNever, kAtTerminal };
  explicit ProgressLine(When when);
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  ~ProgressLine() { clear(); }

  void show(std::size_t commits, std::size_t translations);

  // `show` as the library calls it. Must not outlive the line.
  Progress callback();

  // Removes the line, if there is one.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  bool enabled_;
  bool shown_ = false;
  Clock::time_point next_;
};

// Whether the user wants to see progress at all.
ProgressLine::When wanted_progress(const Options& options);

}  // namespace l10n_drift
