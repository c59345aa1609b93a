#include "pager.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include "l10n_drift/error.h"
#include "l10n_drift/user_settings.h"
#include "output.h"
#include "system_error.h"

namespace l10n_drift {
namespace {

// What a shell ends with that does not find a command.
constexpr int kNotFound = 127;
constexpr char kUsualPager[] = "command -v less >/dev/null || exit 127; exec less";

std::string pager_of_git() {
  if (const char* const pager = std::getenv("GIT_PAGER")) return pager;
  if (auto pager = configured_pager()) return *std::move(pager);
  if (const char* const pager = std::getenv("PAGER")) return pager;
  return kUsualPager;
}

// What the terminal sends is for the pager as long as there is one: some stop with an interrupt
// what they are at, and none shall be left behind without us.
class SignalsOfTheTerminal {
 public:
  SignalsOfTheTerminal() {
    struct sigaction ignored {};
    ignored.sa_handler = SIG_IGN;
    sigaction(SIGINT, &ignored, &interrupt_);
    sigaction(SIGQUIT, &ignored, &quit_);
  }
  SignalsOfTheTerminal(const SignalsOfTheTerminal&) = delete;
  SignalsOfTheTerminal& operator=(const SignalsOfTheTerminal&) = delete;
  ~SignalsOfTheTerminal() {
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGQUIT, &quit_, nullptr);
  }

 private:
  struct sigaction interrupt_ {};
  struct sigaction quit_ {};
};

[[noreturn]] void throw_cannot_start(int code) {
  throw Error(fmt::format("cannot start the pager: {}", error_words(code)),
              "--no-pager does without");
}

// Starts a shell with the command that reads from `input`. Signals mean to it what they usually do.
pid_t start(const std::string& command, int input) {
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t usual;
  sigemptyset(&usual);
  for (const int signal : {SIGINT, SIGQUIT, SIGPIPE}) sigaddset(&usual, signal);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  std::string shell = "sh";
  std::string option = "-c";
  std::string script = command;
  char* const arguments[] = {shell.data(), option.data(), script.data(), nullptr};
  pid_t child = 0;
  const int code = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (code != 0) throw_cannot_start(code);
  return child;
}

}  // namespace

std::optional<std::string> choose_pager(const Options& options) {
  if (options.output || isatty(STDOUT_FILENO) != 1) return {};
  std::string pager = pager_of_git();
  if (pager.empty() || pager == "cat") return {};
  return pager;
}

bool show_in_pager(const std::string& pager, const std::string& text) {
  // As git has it: quit if all fits on the screen, show colours, and leave the text there.
  setenv("LESS", "FRX", 0);
  setenv("LV", "-c", 0);
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) throw_cannot_start(errno);
  const SignalsOfTheTerminal pagers;
  const pid_t child = start(pager, ends[0]);
  close(ends[0]);
  write_all(ends[1], text);  // Who does not read on has seen enough.
  close(ends[1]);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return !WIFEXITED(status) || WEXITSTATUS(status) != kNotFound;
}

}  // namespace l10n_drift
