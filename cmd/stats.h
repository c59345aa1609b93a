#pragma once

#include <chrono>
#include <functional>

#include "l10n_drift/statistics.h"

namespace l10n_drift {

// Tells on standard error what each phase took, a line each, and then the run as a whole, which
// began at `start`.
void print_stats(const Statistics& statistics, std::chrono::steady_clock::time_point start);

// Runs `render`, and has its time count for the phase of the renderers.
void measure_rendering(Statistics& statistics, const std::function<void()>& render);

}  // namespace l10n_drift
