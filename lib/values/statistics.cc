#include "l10n_drift/statistics.h"

namespace l10n_drift {

const char* to_string(Phase phase) {
  switch (phase) {
    case Phase::kOpen:
      return "open";
    case Phase::kPlan:
      return "plan";
    case Phase::kList:
      return "list";
    case Phase::kWalk:
      return "walk";
    case Phase::kBaselines:
      return "baselines";
    case Phase::kRenames:
      return "renames";
    case Phase::kCount:
      return "count";
    case Phase::kReplay:
      return "replay";
    case Phase::kCommits:
      return "commits";
    case Phase::kRender:
      return "render";
  }
  return "";
}

PhaseCost& PhaseCost::operator+=(const PhaseCost& other) {
  seconds += other.seconds;
  commits += other.commits;
  trees += other.trees;
  blobs += other.blobs;
  return *this;
}

void add(Statistics& into, const Statistics& other) {
  for (const auto& [phase, cost] : other) into[phase] += cost;
}

}  // namespace l10n_drift
