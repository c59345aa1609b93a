#include "plan/base_choice.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "l10n_drift/error.h"
#include "plan/config_file.h"

namespace l10n_drift {
namespace {

Config read_named_config(const std::string& path) {
  auto config = read_config_file(path, path);
  if (!config) throw Error(fmt::format("cannot read configuration '{}': no such file", path));
  return *std::move(config);
}

// The configuration of the base. It may name another one, whose configuration it then is.
Config read_config_of_base(const Repository& repository, const Comparison& comparison) {
  const ResolvedRevision usual = choose_base(repository, comparison, {});
  Config config = read_committed_config(repository.objects(), usual);
  if (comparison.base || !config.base) return config;
  std::string base = *std::move(config.base);
  config = read_committed_config(repository.objects(), repository.resolve(base));
  config.base = std::move(base);
  return config;
}

// The configuration of a bare repository: that of the branch asked for, if it can be told yet.
Config read_config_of_branch(const Repository& repository, const Comparison& comparison) {
  const bool named = comparison.branch && *comparison.branch != "auto";
  const auto revision = repository.find(named ? *comparison.branch : "HEAD");
  return revision ? read_committed_config(repository.objects(), *revision) : Config{};
}

}  // namespace

ResolvedRevision choose_base(const Repository& repository, const Comparison& comparison,
                             const Config& config) {
  if (comparison.base) return repository.resolve(*comparison.base);
  if (config.base) return repository.resolve(*config.base);
  for (const char* const name : {"main", "master", "origin/HEAD", "origin/main", "origin/master"}) {
    auto revision = repository.find(name);
    if (revision) return *std::move(revision);
  }
  throw Error("no base: there is no branch 'main' or 'master'",
              "name the branch of the newest sources: --base REV");
}

Config choose_config(const Repository& repository, const Comparison& comparison, Purpose purpose) {
  if (comparison.config_file) return read_named_config(*comparison.config_file);
  if (purpose == Purpose::kDraft) return {};
  if (purpose == Purpose::kCheck) return read_config_of_base(repository, comparison);
  const auto work_tree = repository.work_tree();
  if (!work_tree) return read_config_of_branch(repository, comparison);
  return read_config_file(*work_tree + kConfigName, kConfigName).value_or(Config{});
}

}  // namespace l10n_drift
