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

void warn_of_rewritten_history(const Repository& repository, Plan& plan) {
  const std::string consequence = "left aside: history is read as it was committed";
  const std::size_t replaced = repository.replace_refs();
  if (repository.has_grafts()) {
    plan.warnings.push_back(
        {"grafts are " + consequence, "GIT_GRAFT_FILE=/dev/null git log shows what is read"});
  }
  if (replaced > 0) {
    plan.warnings.push_back({fmt::format("{} {} {}", plural(replaced, "replace ref"),
                                         replaced == 1 ? "is" : "are", consequence),
                             "git --no-replace-objects log shows what is read"});
  }
}

void warn_of_stale_base(const Repository& repository, Purpose purpose, Plan& plan) {
  if (repository.objects().is_shallow()) return;
  auto upstream = upstream_of_base(repository, plan.base.ref);
  if (upstream && upstream->commit == plan.base.commit) upstream.reset();
  const std::string hint = upstream ? "--base " + upstream->name : std::string();
  const auto behind_upstream =
      upstream ? repository.ahead_behind(plan.base.commit, upstream->commit).behind : 0;
  if (behind_upstream > 0) {
    plan.warnings.push_back({fmt::format("base '{}' is {} behind '{}'", plan.base.ref,
                                         plural(behind_upstream, "commit"), upstream->name),
                             hint});
    return;
  }
  if (plan.base.commit == plan.branch.commit || purpose == Purpose::kCheck) return;
  const auto [ahead, behind] = repository.ahead_behind(plan.branch.commit, plan.base.commit);
  if (behind > 0) return;
  plan.warnings.push_back(
      {fmt::format("branch '{}' already contains base '{}' and is {} ahead of it", plan.branch.ref,
                   plan.base.ref, plural(ahead, "commit")),
       hint});
}

}  // namespace l10n_drift
