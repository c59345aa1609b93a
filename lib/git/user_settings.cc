#include "l10n_drift/user_settings.h"

#include <cstdlib>

#include "git/handles.h"

namespace l10n_drift {
namespace {

// libgit2 has to be started for each that uses it, and counts.
class Libgit2 {
 public:
  Libgit2() { check(git_libgit2_init(), "cannot start libgit2"); }
  Libgit2(const Libgit2&) = delete;
  Libgit2& operator=(const Libgit2&) = delete;
  ~Libgit2() { git_libgit2_shutdown(); }
};

// A file that is not there, or is none, says nothing.
void add_file(git_config* config, const std::string& path, git_config_level_t level) {
  git_config_add_file_ondisk(config, path.c_str(), level, nullptr, 0);
}

void add_found_file(git_config* config, int (*find)(git_buf*), git_config_level_t level) {
  git_buf path = GIT_BUF_INIT;
  if (find(&path) == 0) add_file(config, std::string(path.ptr, path.size), level);
  git_buf_dispose(&path);
}

bool is_true(const char* value) {
  int is_set = 0;
  return value != nullptr && git_config_parse_bool(&is_set, value) == 0 && is_set == 1;
}

// git-config(1), "FILES" and "ENVIRONMENT". libgit2 does not know the variables.
void add_files(git_config* config) {
  const char* const system = std::getenv("GIT_CONFIG_SYSTEM");
  if (!is_true(std::getenv("GIT_CONFIG_NOSYSTEM"))) {
    if (system != nullptr) {
      add_file(config, system, GIT_CONFIG_LEVEL_SYSTEM);
    } else {
      add_found_file(config, git_config_find_system, GIT_CONFIG_LEVEL_SYSTEM);
    }
  }
  const char* const global = std::getenv("GIT_CONFIG_GLOBAL");
  if (global != nullptr) return add_file(config, global, GIT_CONFIG_LEVEL_GLOBAL);
  add_found_file(config, git_config_find_xdg, GIT_CONFIG_LEVEL_XDG);
  add_found_file(config, git_config_find_global, GIT_CONFIG_LEVEL_GLOBAL);
}

}  // namespace

std::optional<std::string> configured_pager() {
  const Libgit2 started;
  ConfigHandle config;
  check(git_config_new(out(config)), "cannot read the user's configuration");
  add_files(config.get());
  git_buf buffer = GIT_BUF_INIT;
  std::optional<std::string> value;
  if (git_config_get_string_buf(&buffer, config.get(), "core.pager") == 0) {
    value.emplace(buffer.ptr, buffer.size);
  }
  git_buf_dispose(&buffer);
  return value;
}

}  // namespace l10n_drift
