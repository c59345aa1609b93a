#include "plan/milestone_branches.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "l10n_drift/error.h"

namespace l10n_drift {
namespace {

// "refs/heads/x" and "refs/remotes/origin/x" without what git puts before a branch's name.
std::string_view short_name(std::string_view name) {
  for (const std::string_view prefix : {"refs/heads/", "refs/remotes/", "heads/", "remotes/"}) {
    if (name.starts_with(prefix)) return name.substr(prefix.size());
  }
  return name;
}

bool has_order(const Milestone& milestone) {
  return !milestone.version.empty() || milestone.number.has_value();
}

}  // namespace

MilestoneBranches::MilestoneBranches(const Repository& repository, const Config& config)
    : repository_(repository), config_(config), remotes_(repository.remotes()) {
  for (const std::string& pattern : config.milestones) patterns_.emplace_back(pattern);
}

std::optional<Milestone> MilestoneBranches::parse(std::string_view name) const {
  auto milestone = parse_milestone(patterns_, short_name(name), remotes_);
  if (milestone) milestone->language = resolve_alias(config_, milestone->language);
  return milestone;
}

std::vector<std::string> MilestoneBranches::languages() const {
  std::set<std::string> languages;
  for (const Branch& branch : repository_.branches()) {
    if (const auto milestone = parse(branch.name)) languages.insert(milestone->language);
  }
  return {languages.begin(), languages.end()};
}

std::string_view MilestoneBranches::remote_of(std::string_view branch) const {
  std::string_view longest;
  for (const std::string& remote : remotes_) {
    const bool fits = branch.starts_with(remote + '/');
    if (fits && remote.size() > longest.size()) longest = remote;
  }
  return longest;
}

std::vector<MilestoneBranches::Found> MilestoneBranches::branches_of(const std::string& language,
                                                                     std::string_view remote,
                                                                     Order order) const {
  std::vector<Found> branches;
  for (const Branch& branch : repository_.branches()) {
    auto milestone = parse(branch.name);
    if (!milestone || milestone->language != language) continue;
    if (has_order(*milestone) != (order == Order::kYes)) continue;
    const std::string_view of = branch.is_remote ? remote_of(branch.name) : std::string_view();
    const int preference = of.empty() ? 0 : of == remote ? 1 : 2;
    branches.push_back({*std::move(milestone), branch.commit, preference});
  }
  return branches;
}

std::vector<MilestoneBranches::Found> MilestoneBranches::milestones_of(
    const std::string& language, std::string_view remote) const {
  std::vector<Found> milestones = branches_of(language, remote, Order::kYes);
  std::stable_sort(milestones.begin(), milestones.end(), [](const Found& a, const Found& b) {
    const auto order = compare_order(a.milestone, b.milestone);
    return order != 0 ? order < 0 : a.preference < b.preference;
  });
  const auto same = [](const Found& a, const Found& b) {
    return compare_order(a.milestone, b.milestone) == 0;
  };
  milestones.erase(std::unique(milestones.begin(), milestones.end(), same), milestones.end());
  return milestones;
}

std::vector<MilestoneBranches::Found> MilestoneBranches::lasting_branches_of(
    const std::string& language, std::string_view remote) const {
  std::vector<Found> branches = branches_of(language, remote, Order::kNo);
  std::stable_sort(branches.begin(), branches.end(),
                   [](const Found& a, const Found& b) { return a.preference > b.preference; });
  return branches;
}

// "dev-1.29-ko.1" for "origin/dev-1.29-ko.1", which is what people call it, if that names the
// branch: no other remote has one of that name.
std::string MilestoneBranches::name_for_people(const std::string& branch) const {
  const std::string_view remote = remote_of(branch);
  if (remote.empty()) return branch;
  const std::string name = branch.substr(remote.size() + 1);
  const std::vector<Branch> branches = repository_.branches();
  const auto same_name = std::count_if(branches.begin(), branches.end(), [&](const Branch& other) {
    const std::string_view of = other.is_remote ? remote_of(other.name) : std::string_view();
    return other.name.substr(of.empty() ? 0 : of.size() + 1) == name;
  });
  return same_name == 1 ? name : branch;
}

ResolvedRevision MilestoneBranches::revision(const Found& found) const {
  return {name_for_people(found.milestone.branch), found.commit,
          repository_.objects().read_commit(found.commit).tree};
}

std::optional<ResolvedRevision> MilestoneBranches::newest_unmerged(
    const std::string& language, const ResolvedRevision& base) const {
  const std::vector<Found> found = auto_order(language, remote_of(base.ref));
  const std::vector<Reach> merged = are_merged(found, base);
  for (std::size_t i = found.size(); i > 0; --i) {
    if (merged[i - 1] == Reach::kUnknown) {
      throw Error(fmt::format("cannot tell whether '{}' is merged: the clone is shallow",
                              found[i - 1].milestone.branch),
                  "name the branch with the translations: --branch REV");
    }
    if (merged[i - 1] == Reach::kNo) return revision(found[i - 1]);
  }
  return {};
}

std::optional<MilestoneBranches::Newest> MilestoneBranches::newest(
    const std::string& language, const ResolvedRevision& base) const {
  const std::vector<Found> found = auto_order(language, remote_of(base.ref));
  if (found.empty()) return {};
  const std::vector<Reach> merged = are_merged(found, base);
  const std::size_t last = found.size() - 1;
  std::size_t i = last;
  // Behind a milestone that is done, work goes on where it always does.
  const auto is_open = [&](std::size_t k) {
    return merged[k] == Reach::kNo && !has_order(found[k].milestone);
  };
  while (i > 0 && merged[last] == Reach::kYes && !is_open(i)) --i;
  if (!is_open(i)) i = last;
  return Newest{revision(found[i]), merged[i]};
}

// All branches of a language, those that `auto` prefers last: the milestones, behind the branches
// in which a team works all the time.
std::vector<MilestoneBranches::Found> MilestoneBranches::auto_order(const std::string& language,
                                                                    std::string_view remote) const {
  std::vector<Found> found = lasting_branches_of(language, remote);
  const std::vector<Found> milestones = milestones_of(language, remote);
  found.insert(found.end(), milestones.begin(), milestones.end());
  return found;
}

std::vector<Reach> MilestoneBranches::are_merged(const std::vector<Found>& found,
                                                 const ResolvedRevision& base) const {
  std::vector<AncestryQuery> queries;
  for (const Found& each : found) queries.push_back({each.commit, base.commit});
  return repository_.objects().find_ancestry(queries);
}

ResolvedRevision MilestoneBranches::previous(const std::string& language,
                                             const ResolvedRevision& branch) const {
  const auto current = parse(branch.ref);
  const std::vector<Found> milestones = milestones_of(language, remote_of(short_name(branch.ref)));
  auto end = milestones.end();
  if (current && !has_order(*current)) end = milestones.begin();
  if (current && has_order(*current)) {
    end = std::find_if(milestones.begin(), milestones.end(), [&](const Found& found) {
      return compare_order(found.milestone, *current) >= 0;
    });
  }
  if (end == milestones.begin()) {
    throw Error(fmt::format("no milestone of '{}' before '{}'", language, branch.ref),
                "name the revision to compare with: --since REV");
  }
  return revision(*std::prev(end));
}

}  // namespace l10n_drift
