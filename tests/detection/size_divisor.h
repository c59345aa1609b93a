#pragma once

#include <cstddef>

namespace l10n_drift {

// What sizes of pages that nobody writes are divided by. Sanitizers make everything several times
// as slow, and what takes the square of the size shows with an eighth of it, too.
#ifdef L10N_DRIFT_SANITIZED
constexpr std::size_t kSizeDivisor = 8;
#else
constexpr std::size_t kSizeDivisor = 1;
#endif

}  // namespace l10n_drift
