#include "stats.h"

#include <fmt/format.h>

#include <cstdio>
#include <string>

namespace l10n_drift {
namespace {

// The names are as wide as "baselines".
void print_line(const std::string& name, const PhaseCost& cost) {
  fmt::print(stderr, "l10n-drift: stats: {:<9} {:8.4f} s {:>9} commits {:>9} trees {:>7} blobs\n",
             name, cost.seconds, cost.commits, cost.trees, cost.blobs);
}

}  // namespace

void print_stats(const Statistics& statistics, std::chrono::steady_clock::time_point start) {
  PhaseCost total;
  for (const auto& [phase, cost] : statistics) {
    print_line(to_string(phase), cost);
    total += cost;
  }
  const auto now = std::chrono::steady_clock::now();
  total.seconds = std::chrono::duration<double>(now - start).count();
  print_line("total", total);
}

}  // namespace l10n_drift
