#include "color.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace l10n_drift {
namespace {

using namespace std::string_view_literals;

bool is_set(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

Color choose_color(const Options& options) {
  if (options.color != ColorWhen::kAuto) {
    return options.color == ColorWhen::kAlways ? Color::kOn : Color::kOff;
  }
  // https://no-color.org: set and not empty. https://bixense.com/clicolors: set and not 0.
  if (is_set("NO_COLOR") || options.output) return Color::kOff;
  const bool is_forced = is_set("CLICOLOR_FORCE") && std::getenv("CLICOLOR_FORCE") != "0"sv;
  return is_forced || isatty(STDOUT_FILENO) == 1 ? Color::kOn : Color::kOff;
}

}  // namespace l10n_drift
