#include "git/fetch.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "l10n_drift/error.h"
#include "text/shell.h"

namespace l10n_drift {
namespace {

// What git itself runs when it needs an object that a remote has promised (its
// promisor-remote.c, fetch_objects()), without the maintenance that a fetch may start afterwards.
std::vector<std::string> fetch_command(const std::string& path, const std::string& remote) {
  return {"git",
          "-C",
          path,
          "-c",
          "fetch.negotiationAlgorithm=noop",
          "fetch",
          remote,
          "--no-tags",
          "--no-write-fetch-head",
          "--recurse-submodules=no",
          "--filter=blob:none",
          "--no-auto-maintenance",
          "--quiet",
          "--stdin"};
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using FileHandle = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void throw_cannot_start(int code) {
  throw Error(fmt::format("cannot start git: {}", std::strerror(code)),
              "--fetch-missing needs git in the PATH");
}

// A file without a name, which git reads in place of a pipe, so that nobody waits for anybody.
FileHandle list_of(const std::vector<ObjectId>& objects) {
  FileHandle file(std::tmpfile());
  if (!file) throw_cannot_start(errno);
  for (const ObjectId& id : objects) fmt::print(file.get(), "{}\n", id.hex());
  std::rewind(file.get());
  return file;
}

// Runs a command to its end; its exit status, or -1 if a signal ended it. Its standard output goes
// to standard error, as standard output is for the report.
int run(const std::vector<std::string>& command, std::FILE* input) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));  // NOLINT: posix_spawn changes none.
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, fileno(input), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  pid_t child = 0;
  const int code =
      posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (code != 0) throw_cannot_start(code);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

void fetch_objects(const std::string& path, const std::string& remote,
                   const std::vector<ObjectId>& objects) {
  const FileHandle input = list_of(objects);
  if (run(fetch_command(path, remote), input.get()) == 0) return;
  throw Error(fmt::format("git cannot fetch what is missing from '{}'", remote),
              fmt::format("git -C {} fetch {} shows whether the remote can be reached",
                          shell_quote(path), shell_quote(remote)));
}

}  // namespace l10n_drift
