#include "input.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "l10n_drift/error.h"
#include "system_error.h"

namespace l10n_drift {
namespace {

std::string read_all(int file, const std::string& path) {
  std::string text;
  std::array<char, 65'536> buffer{};
  while (true) {
    const ssize_t length = read(file, buffer.data(), buffer.size());
    if (length == 0) return text;
    if (length > 0) {
      text.append(buffer.data(), static_cast<std::size_t>(length));
    } else if (errno != EINTR) {
      throw Error(fmt::format("cannot read '{}': {}", path, error_words(errno)));
    }
  }
}

}  // namespace

std::string read_input(const std::string& path) {
  if (path == "-") return read_all(STDIN_FILENO, path);
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw Error(fmt::format("cannot read '{}': {}", path, error_words(errno)));
  try {
    std::string text = read_all(file, path);
    close(file);
    return text;
  } catch (...) {
    close(file);
    throw;
  }
}

}  // namespace l10n_drift
