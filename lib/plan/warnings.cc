#include "plan/warnings.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "text/words.h"

namespace l10n_drift {
namespace {

// The upstream of the base's branch, or what looks like it: the branch of its name that a remote
// has, if there is only one.
std::optional<Branch> upstream_of_base(const Repository& repository, const std::string& base) {
  auto upstream = repository.upstream(base);
  if (upstream) return upstream;
  const std::vector<std::string> remotes = repository.remotes();
  const auto is_namesake = [&](const Branch& branch) {
    return branch.is_remote && std::any_of(remotes.begin(), remotes.end(), [&](const auto& remote) {
             return branch.name == remote + '/' + base;
           });
  };
  const std::vector<Branch> branches = repository.branches();
  if (std::count_if(branches.begin(), branches.end(), is_namesake) != 1) return {};
  return *std::find_if(branches.begin(), branches.end(), is_namesake);
}

}  // namespace

std::vector<Warning> warn_of_rewritten_history(const Repository& repository) {
  std::vector<Warning> warnings;
  const std::string consequence = "left aside: history is read as it was committed";
  const std::size_t replaced = repository.replace_refs();
  if (repository.has_grafts()) {
    warnings.push_back(
        {"grafts are " + consequence, "GIT_GRAFT_FILE=/dev/null git log shows what is read"});
  }
  if (replaced > 0) {
    warnings.push_back({fmt::format("{} {} {}", plural(replaced, "replace ref"),
                                    replaced == 1 ? "is" : "are", consequence),
                        "git --no-replace-objects log shows what is read"});
  }
  return warnings;
}

std::optional<Warning> warn_of_stale_base(const Repository& repository,
                                          const ResolvedRevision& base,
                                          const ResolvedRevision& branch, Purpose purpose) {
  if (repository.objects().is_shallow()) return {};
  auto upstream = upstream_of_base(repository, base.ref);
  if (upstream && upstream->commit == base.commit) upstream.reset();
  const std::string hint = upstream ? "--base " + upstream->name : std::string();
  const auto behind_upstream =
      upstream ? repository.ahead_behind(base.commit, upstream->commit).behind : 0;
  if (behind_upstream > 0) {
    return Warning{fmt::format("base '{}' is {} behind '{}'", base.ref,
                               plural(behind_upstream, "commit"), upstream->name),
                   hint};
  }
  if (base.commit == branch.commit || purpose == Purpose::kCheck) return {};
  const auto [ahead, behind] = repository.ahead_behind(branch.commit, base.commit);
  if (behind > 0) return {};
  return Warning{fmt::format("branch '{}' already contains base '{}' and is {} ahead of it",
                             branch.ref, base.ref, plural(ahead, "commit")),
                 hint};
}

std::optional<Warning> warn_of_empty_selection(const Plan& plan, const Pages& pages) {
  if (plan.include.empty() && plan.exclude.empty()) return {};
  const bool lets_sources_in =
      std::any_of(pages.sources.begin(), pages.sources.end(),
                  [&](const auto& source) { return plan.considers(source.first); });
  if (lets_sources_in || !considered_pages(plan, pages).empty()) return {};
  return Warning{
      "no page is left: include and exclude let none in",
      fmt::format("globs are matched from the root, as '/{}/' is", plan.layout.source_root())};
}

}  // namespace l10n_drift
