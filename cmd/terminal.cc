#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace l10n_drift {

std::optional<std::size_t> terminal_width(const Options& options) {
  if (options.output || isatty(STDOUT_FILENO) != 1) return {};
  winsize size{};
  constexpr std::size_t kUsual = 80;  // Of a terminal that does not tell.
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return kUsual;
  return size.ws_col;
}

}  // namespace l10n_drift
