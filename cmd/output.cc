#include "output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "l10n_drift/error.h"
#include "system_error.h"

namespace l10n_drift {
namespace {

constexpr int kInterrupted = 130;

// The temporary file that an interrupt has to remove; null while there is none.
std::atomic<const char*> temporary_file = nullptr;

void end_program(int) {
  const char* const path = temporary_file;
  if (path != nullptr) unlink(path);
  // Ends the line of progress, if one is there.
  if (isatty(STDERR_FILENO) == 1 && write(STDERR_FILENO, "\n", 1) < 0) _exit(kInterrupted);
  _exit(kInterrupted);
}

[[noreturn]] void throw_cannot_write(const std::string& path, int code) {
  throw Error(fmt::format("cannot write '{}': {}", path, error_words(code)));
}

void write_stdout(const std::string& text) {
  const int code = write_all(STDOUT_FILENO, text);
  // A reader that has gone away, or was never there, is no error.
  if (code != 0 && code != EPIPE && code != EBADF) {
    throw Error(fmt::format("cannot write to stdout: {}", error_words(code)));
  }
}

void write_directly(const std::string& path, const std::string& text) {
  const int file = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) throw_cannot_write(path, errno);
  const int code = write_all(file, text);
  close(file);
  if (code != 0 && code != EPIPE) throw_cannot_write(path, code);
}

// The path behind symlinks, even if nothing is there yet.
std::string resolve_symlinks(const std::string& path) {
  namespace fs = std::filesystem;
  constexpr int kLinkLimit = 40;  // As in Linux.
  fs::path target = path;
  std::error_code error;
  for (int i = 0; fs::is_symlink(target, error); ++i) {
    if (i == kLinkLimit) throw_cannot_write(path, ELOOP);
    const fs::path next = fs::read_symlink(target, error);
    if (error) break;
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  return target.string();
}

mode_t mode_of_new_file() {
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

// A new file, of which an interrupt knows from its first moment. -1 and errno if it cannot be made.
int create_temporary(std::string& name) {
  sigset_t all;
  sigset_t before;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  const int file = mkostemp(name.data(), O_CLOEXEC);
  const int code = errno;
  if (file >= 0) temporary_file = name.c_str();
  sigprocmask(SIG_SETMASK, &before, nullptr);
  errno = code;
  return file;
}

void replace_file(const std::string& path, mode_t mode, const std::string& text) {
  const std::string target = resolve_symlinks(path);
  std::string temporary = target + ".XXXXXX";
  const int file = create_temporary(temporary);
  if (file < 0) throw_cannot_write(path, errno);
  int code = write_all(file, text);
  if (code == 0 && fchmod(file, mode) != 0) code = errno;
  if (close(file) != 0 && code == 0) code = errno;
  if (code == 0 && rename(temporary.c_str(), target.c_str()) != 0) code = errno;
  if (code != 0) unlink(temporary.c_str());
  temporary_file = nullptr;
  if (code != 0) throw_cannot_write(path, code);
}

void write_file(const std::string& path, const std::string& text) {
  struct stat info {};
  const bool exists = stat(path.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) throw_cannot_write(path, EISDIR);
  if (exists && !S_ISREG(info.st_mode)) return write_directly(path, text);
  replace_file(path, exists ? info.st_mode & 07777 : mode_of_new_file(), text);
}

}  // namespace

int write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

void write_output(const std::optional<std::string>& path, const std::string& text) {
  if (path && *path != "-") {
    write_file(*path, text);
  } else {
    write_stdout(text);
  }
}

void append_to_file(const std::string& path, const std::string& text) {
  const int file = open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) throw_cannot_write(path, errno);
  int code = write_all(file, text);
  if (close(file) != 0 && code == 0) code = errno;
  if (code != 0) throw_cannot_write(path, code);
}

void set_up_signals() {
  struct sigaction action {};
  action.sa_handler = end_program;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  sigaction(SIGHUP, &action, nullptr);
  action.sa_handler = SIG_IGN;
  sigaction(SIGPIPE, &action, nullptr);
}

}  // namespace l10n_drift
