#include "stats.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace l10n_drift {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// The names are as wide as "baselines".
void print_line(const std::string& name, const PhaseCost& cost) {
  fmt::print(stderr, "l10n-drift: stats: {:<9} {:8.4f} s {:>9} commits {:>9} trees {:>7} blobs\n",
             name, cost.seconds, cost.commits, cost.trees, cost.blobs);
}

}  // namespace

void print_stats(const Statistics& statistics, Clock::time_point start) {
  PhaseCost total;
  for (const auto& [phase, cost] : statistics) {
    print_line(to_string(phase), cost);
    total += cost;
  }
  total.seconds = seconds_since(start);
  print_line("total", total);
}

void measure_rendering(Statistics& statistics, const std::function<void()>& render) {
  const auto start = Clock::now();
  render();
  statistics[Phase::kRender].seconds = seconds_since(start);
}

}  // namespace l10n_drift
