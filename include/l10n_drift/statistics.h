#pragma once

#include <cstddef>
#include <map>

namespace l10n_drift {

// The phases of a run, in the order in which they begin. Some run side by side.
enum class Phase {
  kOpen,       // Opens the repository.
  kPlan,       // Finds revisions, configuration, languages.
  kList,       // Lists sources and translations.
  kWalk,       // Goes from touch to touch through the branch's history.
  kBaselines,  // Looks up the sources in the trees of the touches.
  kRenames,    // Compares files in search of renamed sources.
  kCount,      // Counts lines.
  kReplay,     // Compares pages block by block.
  kCommits,    // Reads the logs of `--commits` and of links.
  kRender,     // Writes the report as text.
};

// The words of `--stats`: "open", "plan", ...
const char* to_string(Phase phase);

// What a phase took: time, and objects read from the repository.
struct PhaseCost {
  double seconds = 0;  // Summed over all threads: the phases may add up to more than the run.
  std::size_t commits = 0;
  std::size_t trees = 0;
  std::size_t blobs = 0;

  std::size_t objects() const { return commits + trees + blobs; }
  PhaseCost& operator+=(const PhaseCost& other);
};

// One entry for each phase that there was.
using Statistics = std::map<Phase, PhaseCost>;

// Adds the phases of `other` to those of `into`.
void add(Statistics& into, const Statistics& other);

}  // namespace l10n_drift
