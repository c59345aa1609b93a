#include "progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <utility>

namespace l10n_drift {
namespace {

constexpr std::chrono::milliseconds kFirst{1000};
constexpr std::chrono::milliseconds kInterval{200};
constexpr char kClearLine[] = "\r\x1b[K";

}  // namespace

ProgressLine::ProgressLine(When when)
    : enabled_(when == When::kAtTerminal && isatty(STDERR_FILENO) == 1),
      next_(Clock::now() + kFirst) {}

Progress ProgressLine::callback() {
  return [this](std::size_t commits, std::size_t translations) { show(commits, translations); };
}

ProgressLine::When wanted_progress(const Options& options) {
  return options.verbosity == Verbosity::kQuiet ? ProgressLine::When::kNever
                                                : ProgressLine::When::kAtTerminal;
}

void ProgressLine::clear() {
  if (std::exchange(shown_, false)) fmt::print(stderr, kClearLine);
}

void ProgressLine::show(std::size_t commits, std::size_t translations) {
  if (!enabled_ || Clock::now() < next_) return;
  fmt::print(stderr, "{}l10n-drift: {} commits read, {} translations still to place", kClearLine,
             commits, translations);
  std::fflush(stderr);
  shown_ = true;
  next_ = Clock::now() + kInterval;
}

}  // namespace l10n_drift
