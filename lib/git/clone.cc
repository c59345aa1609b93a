#include "git/clone.h"

#include <algorithm>
#include <cctype>
#include <fstream>
#include <string_view>
#include <utility>

#include "text/shell.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kRemote = "remote.";
constexpr std::string_view kPromisor = ".promisor";

// "origin" for remote.origin.promisor = true, or, from gits before 2.24, extensions.partialclone.
std::string promisor_of(const git_config_entry& entry) {
  std::string_view name = entry.name;
  if (!name.starts_with(kRemote)) return entry.value != nullptr ? entry.value : "";
  int is_promisor = 0;
  const int code = git_config_parse_bool(&is_promisor, entry.value);
  if (code < 0 || is_promisor == 0) return {};
  name.remove_prefix(kRemote.size());
  name.remove_suffix(kPromisor.size());
  return std::string(name);
}

std::vector<std::string> find_promisors(git_repository* repository) {
  std::vector<std::string> promisors;
  ConfigHandle config;
  if (git_repository_config_snapshot(out(config), repository) < 0) return promisors;
  const auto visit = [](const git_config_entry* entry, void* payload) {
    auto& found = *static_cast<std::vector<std::string>*>(payload);
    std::string name = promisor_of(*entry);
    const bool is_known = std::find(found.begin(), found.end(), name) != found.end();
    if (!name.empty() && !is_known) found.push_back(std::move(name));
    return 0;
  };
  git_config_foreach_match(config.get(), "^(remote\\..*\\.promisor|extensions\\.partialclone)$",
                           visit, &promisors);
  return promisors;
}

// A bare clone has no refspec, and without one git would fetch HEAD alone. The one here overwrites
// no branch that has commits of its own.
std::string fetch_all_command(git_repository* repository, const std::string& path,
                              const std::string& promisor) {
  std::string command = fmt::format("git -C {} fetch --refetch --no-filter {}", shell_quote(path),
                                    shell_quote(promisor));
  ConfigHandle config;
  if (git_repository_config_snapshot(out(config), repository) < 0) return command;
  const std::string key = "remote." + promisor + ".fetch";
  const char* refspec = nullptr;
  if (git_config_get_string(&refspec, config.get(), key.c_str()) == 0) return command;
  return command + " 'refs/heads/*:refs/heads/*'";
}

// Each line has one id, as git reads it: in small or capital letters, with any end of line.
std::unordered_set<ObjectId> read_boundary(const std::string& path) {
  std::unordered_set<ObjectId> boundary;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    line.resize(line.find_last_not_of(" \t\r") + 1);
    if (line.empty()) continue;
    std::transform(line.begin(), line.end(), line.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    ObjectId id;
    if (!id.parse_hex(line)) {
      throw Error(fmt::format("corrupt repository: '{}' is no list of commits", path),
                  "git fsck --full");
    }
    boundary.insert(id);
  }
  return boundary;
}

std::size_t count_replace_refs(git_repository* repository) {
  std::size_t count = 0;
  const auto visit = [](const char*, void* payload) {
    ++*static_cast<std::size_t*>(payload);
    return 0;
  };
  git_reference_foreach_glob(repository, "refs/replace/*", visit, &count);
  return count;
}

}  // namespace

bool has_grafts(git_repository* repository) {
  std::ifstream file(std::string(git_repository_commondir(repository)) + "info/grafts");
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') return true;
  }
  return false;
}

Clone describe_clone(git_repository* repository, const std::string& path) {
  // Not git_repository_is_shallow, which looks for the file beside a linked work tree's own HEAD.
  const std::string folder = git_repository_commondir(repository);
  Clone clone;
  clone.promisors = find_promisors(repository);
  if (clone.is_partial()) {
    clone.fetch_all = fetch_all_command(repository, path, clone.promisors.front());
  }
  clone.git_dir = git_repository_path(repository);
  clone.boundary = read_boundary(folder + "shallow");
  clone.has_grafts = has_grafts(repository);
  clone.replace_refs = count_replace_refs(repository);
  return clone;
}

}  // namespace l10n_drift
