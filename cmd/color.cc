#include "color.h"

#include <unistd.h>

#include <cstdlib>

namespace l10n_drift {

Color choose_color(const Options& options) {
  if (options.color != ColorWhen::kAuto) {
    return options.color == ColorWhen::kAlways ? Color::kOn : Color::kOff;
  }
  // https://no-color.org: set and not empty.
  const char* const no_color = std::getenv("NO_COLOR");
  const bool wanted = no_color == nullptr || *no_color == '\0';
  return wanted && !options.output && isatty(STDOUT_FILENO) == 1 ? Color::kOn : Color::kOff;
}

}  // namespace l10n_drift
