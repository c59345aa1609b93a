#pragma once

#include <cstddef>
#include <map>

namespace l10n_drift {

// The phases of a run, in the order in which they begin. Some run side by side.
enum class Phase {
  kOpen,       // The repository.
  kPlan,       // Revisions, configuration, languages.
  kList,       // Sources and translations.
  kWalk,       // From touch to touch through the branch's history.
  kBaselines,  // The sources in the trees of the touches.
  kRenames,    // Files compared in search of renamed sources.
  kCount,      // Lines counted.
  kReplay,     // Pages compared block by block.
  kCommits,    // The logs of `--commits` and of links.
  kRender,     // The report as text.
};

// The words of `--stats`: "open", "plan", ...
const char* to_string(Phase phase);

// What a phase took: time, and objects read from the repository.
struct PhaseCost {
  double seconds = 0;  // Of all threads together, so that phases may add up to more than the run.
  std::size_t commits = 0;
  std::size_t trees = 0;
  std::size_t blobs = 0;

  std::size_t objects() const { return commits + trees + blobs; }
  PhaseCost& operator+=(const PhaseCost& other);
};

// Only of the phases that there were.
using Statistics = std::map<Phase, PhaseCost>;

// All phases of both.
void add(Statistics& into, const Statistics& other);

}  // namespace l10n_drift
