#include "support/run_git.h"

#include <spawn.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace l10n_drift {
namespace {

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

// Files instead of pipes: neither side can wait for the other.
File make_file(const std::string& content) {
  File file(std::tmpfile());
  if (!file || std::fwrite(content.data(), 1, content.size(), file.get()) != content.size()) {
    throw std::runtime_error("cannot make a temporary file");
  }
  std::rewind(file.get());
  return file;
}

std::string read_all(std::FILE* file) {
  std::rewind(file);
  std::string text;
  char buffer[4096];
  for (std::size_t size = 0; (size = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
    text.append(buffer, size);
  }
  return text;
}

std::vector<std::string> neutral_environment() {
  const char* const path = std::getenv("PATH");
  return {std::string("PATH=") + (path == nullptr ? "/usr/bin:/bin" : path),
          "HOME=/nonexistent",
          "LC_ALL=C",
          "TZ=UTC",
          "GIT_CONFIG_NOSYSTEM=1",
          "GIT_CONFIG_GLOBAL=/dev/null",
          "GIT_AUTHOR_NAME=A",
          "GIT_AUTHOR_EMAIL=a@example.com",
          "GIT_AUTHOR_DATE=1600000000 +0000",
          "GIT_COMMITTER_NAME=C",
          "GIT_COMMITTER_EMAIL=c@example.com",
          "GIT_COMMITTER_DATE=1600000000 +0000"};
}

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& text : strings) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// The exit status, or -1 if there is none.
int run(std::vector<std::string> command, std::FILE* in, std::FILE* out, std::FILE* err) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, fileno(in), 0);
  posix_spawn_file_actions_adddup2(&actions, fileno(out), 1);
  posix_spawn_file_actions_adddup2(&actions, fileno(err), 2);
  std::vector<std::string> environment = neutral_environment();
  pid_t child = 0;
  const int code = posix_spawnp(&child, command.front().c_str(), &actions, nullptr,
                                pointers_to(command).data(), pointers_to(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  int status = 0;
  if (code != 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}

}  // namespace

std::string run_git(const std::string& folder, const std::vector<std::string>& arguments,
                    const std::string& input) {
  // What is thrown away in a moment need not outlive a power failure.
  std::vector<std::string> command = {"git", "-C", folder, "-c", "core.fsync=none"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  const File in = make_file(input);
  const File out = make_file({});
  const File err = make_file({});
  if (run(command, in.get(), out.get(), err.get()) != 0) {
    std::string line;
    for (const std::string& word : command) line += word + ' ';
    throw std::runtime_error(line + "failed: " + read_all(err.get()));
  }
  return read_all(out.get());
}

}  // namespace l10n_drift
