#include "plan/uncommitted.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "l10n_drift/error.h"
#include "plan/named_pages.h"
#include "text/path_text.h"

namespace l10n_drift {
namespace {

std::vector<std::string> places_of_names(const Repository& repository,
                                         const std::vector<std::string>& named) {
  std::vector<std::string> places;
  for (const std::string& name : named) {
    for (std::string& path : possible_paths(repository, name)) {
      if (path == ".") path.clear();
      while (path.ends_with('/')) path.pop_back();
      places.push_back(std::move(path));
    }
  }
  return places;
}

}  // namespace

std::vector<UncommittedPage> find_uncommitted(const Repository& repository, const Plan& plan,
                                              const std::vector<std::string>& places) {
  if (repository.checked_out() != plan.branch.commit) return {};
  std::vector<UncommittedPage> pages;
  for (WorkTreeChange& change : repository.work_tree_changes(places)) {
    const auto language = plan.layout.language_of(change.path);
    const auto& asked = plan.languages;
    if (!language || std::find(asked.begin(), asked.end(), *language) == asked.end()) continue;
    if (!plan.considers(plan.layout.source_of(change.path))) continue;
    pages.push_back({std::move(change.path), change.state == WorkTreeState::kNew});
  }
  return pages;
}

std::vector<UncommittedPage> find_uncommitted(const Repository& repository, const Plan& plan) {
  std::vector<std::string> places;
  for (const std::string& language : plan.languages) {
    for (std::string& folder : plan.layout.folders_of(language)) {
      places.push_back(std::move(folder));
    }
  }
  return find_uncommitted(repository, plan, places);
}

std::vector<UncommittedPage> find_uncommitted_named(const Repository& repository, const Plan& plan,
                                                    const std::vector<std::string>& named) {
  return find_uncommitted(repository, plan, places_of_names(repository, named));
}

bool is_uncommitted(const Repository& repository, const Plan& plan, const std::string& named) {
  if (repository.checked_out() != plan.branch.commit) return false;
  const std::vector<WorkTreeChange> changes =
      repository.work_tree_changes(places_of_names(repository, {named}));
  return std::any_of(changes.begin(), changes.end(), [&](const WorkTreeChange& change) {
    return change.state == WorkTreeState::kNew && plan.layout.is_translation(change.path);
  });
}

void require_committed(const Repository& repository, const Plan& plan, const std::string& path,
                       const char* forced) {
  if (repository.has_as_in(path, plan.branch.tree)) return;
  throw Error(fmt::format("{} is changed in the work tree, or is not that of {}", in_quotes(path),
                          in_quotes(plan.branch.ref)),
              fmt::format("commit it first, or {}: --force", forced));
}

}  // namespace l10n_drift
