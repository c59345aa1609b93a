#include "text/words.h"

#include <fmt/format.h>

namespace l10n_drift {

std::string plural(std::size_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace l10n_drift
