#include "git/clone.h"

#include <fstream>
#include <string_view>

#include "text/shell.h"

namespace l10n_drift {
namespace {

constexpr std::string_view kRemote = "remote.";
constexpr std::string_view kPromisor = ".promisor";

// "origin" for remote.origin.promisor = true, or, from gits before 2.24, extensions.partialclone.
std::string find_promisor(git_repository* repository) {
  ConfigHandle config;
  if (git_repository_config_snapshot(out(config), repository) < 0) return {};
  std::string promisor;
  const auto visit = [](const git_config_entry* entry, void* payload) {
    auto& found = *static_cast<std::string*>(payload);
    std::string_view name = entry->name;
    if (!name.starts_with(kRemote)) {
      found = entry->value;
      return 0;
    }
    int is_promisor = 0;
    if (git_config_parse_bool(&is_promisor, entry->value) < 0 || is_promisor == 0) return 0;
    name.remove_prefix(kRemote.size());
    name.remove_suffix(kPromisor.size());
    if (found.empty()) found = name;
    return 0;
  };
  git_config_foreach_match(config.get(), "^(remote\\..*\\.promisor|extensions\\.partialclone)$",
                           visit, &promisor);
  return promisor;
}

// A bare clone has no refspec, and without one git would fetch HEAD alone.
std::string fetch_all_command(git_repository* repository, const std::string& promisor) {
  std::string command = "git fetch --refetch --no-filter";
  ConfigHandle config;
  if (git_repository_config_snapshot(out(config), repository) < 0) return command;
  const std::string key = "remote." + promisor + ".fetch";
  const char* refspec = nullptr;
  if (git_config_get_string(&refspec, config.get(), key.c_str()) == 0) return command;
  return command + ' ' + shell_quote(promisor) + " '+refs/heads/*:refs/heads/*'";
}

std::unordered_set<ObjectId> read_boundary(const std::string& path) {
  std::unordered_set<ObjectId> boundary;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    ObjectId id;
    if (id.parse_hex(line)) boundary.insert(id);
  }
  return boundary;
}

// Git leaves a file without a graft in it where one was edited away.
bool has_grafts(const std::string& path) {
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') return true;
  }
  return false;
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

Clone describe_clone(git_repository* repository) {
  // Not git_repository_is_shallow, which looks for the file beside a linked work tree's own HEAD.
  const std::string folder = git_repository_commondir(repository);
  const std::string promisor = find_promisor(repository);
  return {.promisor = promisor,
          .fetch_all = promisor.empty() ? "" : fetch_all_command(repository, promisor),
          .boundary = read_boundary(folder + "shallow"),
          .has_grafts = has_grafts(folder + "info/grafts"),
          .replace_refs = count_replace_refs(repository)};
}

}  // namespace l10n_drift
