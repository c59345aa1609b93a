#include "plan/warnings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "plan/base_choice.h"
#include "site/ignored_revisions.h"
#include "site/reviews.h"
#include "text/path_text.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

// A branch that has more than the base.
struct Newer {
  std::string name;
  std::size_t commits = 0;  // That the base lacks.
};

// The name of a branch without that of its remote.
std::string without_remote(const Repository& repository, const std::string& name) {
  for (const std::string& remote : repository.remotes()) {
    if (name.starts_with(remote + '/')) return name.substr(remote.size() + 1);
  }
  return name;
}

// The upstream of the base's branch, or what looks like it: the branch of its name that a remote
// has, if there is only one.
std::optional<Branch> upstream_of_base(const Repository& repository, const std::string& base,
                                       const std::vector<Branch>& branches) {
  auto upstream = repository.upstream(base);
  if (upstream) return upstream;
  const std::vector<std::string> remotes = repository.remotes();
  const auto is_namesake = [&](const Branch& branch) {
    return branch.is_remote && std::any_of(remotes.begin(), remotes.end(), [&](const auto& remote) {
             return branch.name == remote + '/' + base;
           });
  };
  if (std::count_if(branches.begin(), branches.end(), is_namesake) != 1) return {};
  return *std::find_if(branches.begin(), branches.end(), is_namesake);
}

const Branch* find_branch(const std::vector<Branch>& branches, const std::string& name) {
  const auto found = std::find_if(branches.begin(), branches.end(),
                                  [&](const Branch& branch) { return branch.name == name; });
  return found == branches.end() ? nullptr : &*found;
}

// The branch in which a remote has its newest commits: what its HEAD points to, as far as the clone
// knows (`git remote add` does not ask for it), else the one of the base's name or of a trunk's.
const Branch* default_branch(const Repository& repository, const std::vector<Branch>& branches,
                             const std::string& remote, const std::string& base) {
  std::vector<std::string> names = {base};
  names.insert(names.end(), std::begin(kTrunkNames), std::end(kTrunkNames));
  const auto head = repository.find("refs/remotes/" + remote + "/HEAD");
  const Branch* other = nullptr;
  for (const std::string& name : names) {
    const Branch* const branch = find_branch(branches, remote + '/' + name);
    if (branch != nullptr && (!head || head->commit == branch->commit)) return branch;
  }
  for (const Branch& branch : branches) {
    const bool is_its = branch.is_remote && branch.name.starts_with(remote + '/');
    if (is_its && head && head->commit == branch.commit) other = &branch;
  }
  return other;
}

// Whether the base is meant to have the newest of all: it is called like a trunk, or like the
// default branch of a remote. Who names a tag or a release's branch wants just that.
bool is_trunk(const std::string& base, const std::vector<const Branch*>& defaults,
              const Repository& repository) {
  return base == "HEAD" ||
         std::find(std::begin(kTrunkNames), std::end(kTrunkNames), base) != std::end(kTrunkNames) ||
         std::any_of(defaults.begin(), defaults.end(), [&](const Branch* branch) {
           return without_remote(repository, branch->name) == base;
         });
}

// The default branches of all remotes that contain the base; the one with the most commits.
std::optional<Newer> newest_trunk(const Repository& repository, const ResolvedRevision& base,
                                  const std::vector<Branch>& branches) {
  const std::string name = without_remote(repository, base.ref);
  std::vector<const Branch*> defaults;
  for (const std::string& remote : repository.remotes()) {
    const Branch* const branch = default_branch(repository, branches, remote, name);
    if (branch != nullptr) defaults.push_back(branch);
  }
  if (!is_trunk(name, defaults, repository)) return {};
  std::optional<Newer> newest;
  for (const Branch* const branch : defaults) {
    if (branch->commit == base.commit) continue;
    const auto [ahead, behind] = repository.ahead_behind(base.commit, branch->commit);
    if (ahead > 0 || behind <= (newest ? newest->commits : 0)) continue;
    newest = {branch->name, behind};
  }
  return newest;
}

// What is newer than the base: its upstream, or a remote's default branch that is newer still.
std::optional<Newer> find_newer(const Repository& repository, const ResolvedRevision& base) {
  const std::vector<Branch> branches = repository.branches();
  std::optional<Newer> newer;
  const auto upstream = upstream_of_base(repository, base.ref, branches);
  if (upstream && upstream->commit != base.commit) {
    const auto behind = repository.ahead_behind(base.commit, upstream->commit).behind;
    if (behind > 0) newer = {upstream->name, behind};
  }
  auto trunk = newest_trunk(repository, base, branches);
  if (trunk && trunk->commits > (newer ? newer->commits : 0)) return trunk;
  return newer;
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
  if (const auto newer = find_newer(repository, base)) {
    return Warning{fmt::format("base '{}' is {} behind '{}'", base.ref,
                               plural(newer->commits, "commit"), newer->name),
                   "--base " + newer->name};
  }
  if (base.commit == branch.commit || purpose == Purpose::kCheck) return {};
  const auto [ahead, behind] = repository.ahead_behind(branch.commit, base.commit);
  if (behind > 0) return {};
  return Warning{fmt::format("branch '{}' already contains base '{}' and is {} ahead of it",
                             branch.ref, base.ref, plural(ahead, "commit")),
                 {}};
}

std::optional<Warning> warn_of_unknown_commits(const Objects& objects,
                                               const IgnoredCommits& ignored) {
  if (objects.is_shallow()) return {};
  std::vector<std::string> unknown;
  for (const ObjectId& commit : ignored.named()) {
    if (objects.find_commit(commit.hex()).search == CommitSearch::kFound) continue;
    unknown.emplace_back(short_id(commit.hex()));
  }
  if (unknown.empty()) return {};
  return Warning{fmt::format("{} names {} that {} not here: {}", in_quotes(kIgnoredRevisionsName),
                             plural(unknown.size(), "commit"), unknown.size() == 1 ? "is" : "are",
                             fmt::join(unknown, ", ")),
                 "a commit that was rebased has another name now"};
}

std::vector<Warning> warn_of_unknown_reviews(const Objects& objects, const Plan& plan) {
  std::set<std::string_view> reviewed;
  for (const Review& review : plan.reviews) reviewed.insert(review.translation);
  const std::vector<std::string_view> paths(reviewed.begin(), reviewed.end());
  const auto found = objects.find_files(plan.branch.tree, paths);
  std::vector<Warning> warnings;
  for (const Review& review : plan.reviews) {
    const auto place = std::lower_bound(paths.begin(), paths.end(), review.translation);
    if (found[static_cast<std::size_t>(place - paths.begin())]) continue;
    warnings.push_back({fmt::format("line {} of {} is of no page: {} is not in {}", review.line,
                                    in_quotes(kReviewsName), in_quotes(review.translation),
                                    in_quotes(plan.branch.ref)),
                        {}});
  }
  return warnings;
}

}  // namespace l10n_drift
