#include "git/fetch.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <memory>
#include <string_view>

#include "l10n_drift/error.h"

namespace l10n_drift {
namespace {

// What git itself runs when it needs an object that a remote has promised (its
// promisor-remote.c, fetch_objects()), without the maintenance that a fetch may start afterwards.
std::vector<std::string> fetch_command(const std::string& git_dir, const std::string& remote) {
  return {"git",
          "--git-dir=" + git_dir,
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

// The variables that tie git to one repository, those of `git rev-parse --local-env-vars` but for
// the configuration: a hook has them set, and they may speak of another one.
constexpr std::string_view kLocalVariables[] = {"GIT_ALTERNATE_OBJECT_DIRECTORIES",
                                                "GIT_OBJECT_DIRECTORY",
                                                "GIT_DIR",
                                                "GIT_WORK_TREE",
                                                "GIT_IMPLICIT_WORK_TREE",
                                                "GIT_GRAFT_FILE",
                                                "GIT_INDEX_FILE",
                                                "GIT_NO_REPLACE_OBJECTS",
                                                "GIT_REPLACE_REF_BASE",
                                                "GIT_PREFIX",
                                                "GIT_INTERNAL_SUPER_PREFIX",
                                                "GIT_SHALLOW_FILE",
                                                "GIT_COMMON_DIR"};

std::vector<char*> environment_of_git() {
  std::vector<char*> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    const std::string_view name = text.substr(0, text.find('='));
    const bool is_local = std::find(std::begin(kLocalVariables), std::end(kLocalVariables), name) !=
                          std::end(kLocalVariables);
    if (!is_local) variables.push_back(*variable);
  }
  variables.push_back(nullptr);
  return variables;
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

// Runs a command to its end. Returns its exit status, or -1 if a signal ended it. What it writes to
// standard output goes to standard error, as standard output is for the report.
int run(std::vector<std::string> command, std::FILE* input) {
  std::vector<char*> arguments;
  for (std::string& argument : command) arguments.push_back(argument.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, fileno(input), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
  pid_t child = 0;
  const int code = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(),
                                environment_of_git().data());
  posix_spawn_file_actions_destroy(&actions);
  if (code != 0) throw_cannot_start(code);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

FetchEnd fetch_objects(const std::string& git_dir, const std::string& remote,
                       const std::vector<ObjectId>& objects) {
  const FileHandle input = list_of(objects);
  const int status = run(fetch_command(git_dir, remote), input.get());
  return status == 0 ? FetchEnd::kDone : FetchEnd::kFailed;
}

}  // namespace l10n_drift
