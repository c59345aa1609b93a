#pragma once

#include <cstddef>
#include <functional>

namespace l10n_drift {

// What one thread does with one of the items 0, 1, ...
using Work = std::function<void(std::size_t item)>;

// Does `count` items on up to `threads` threads (0: as many as the machine has cores), the calling
// one included. Each thread asks `make_work` for its own Work, which is where it makes what belongs
// to a thread. Items begin in order. The first exception stops the rest and is thrown here.
void run_parallel(std::size_t count, unsigned threads, const std::function<Work()>& make_work);

}  // namespace l10n_drift
