#include <utility>

#include "git/repository.h"
#include "l10n_drift/language_list.h"
#include "plan/milestone_branches.h"
#include "plan/pages.h"
#include "plan/plan.h"

namespace l10n_drift {
namespace {

// Everything that lies in the tree, and the plan's defaults for the rest.
Request request_for_all(const Request& request) {
  Request all;
  all.repository = request.repository;
  all.base = request.base;
  all.branch = request.branch;
  all.source_language = request.source_language;
  all.config_file = request.config_file;
  all.fetch_missing = request.fetch_missing;
  all.languages = {"all"};
  all.allow_shallow = true;
  return all;
}

std::optional<NewestMilestone> newest_milestone(const MilestoneBranches& milestones,
                                                const std::string& language,
                                                const ResolvedRevision& base) {
  const auto newest = milestones.newest(language, base);
  if (!newest) return {};
  NewestMilestone milestone{{newest->revision.ref, newest->revision.commit.hex()}, {}};
  if (newest->merged != Reach::kUnknown) milestone.merged = newest->merged == Reach::kYes;
  return milestone;
}

std::size_t count_pages(const std::vector<Page>& pages, const std::string& language) {
  std::size_t count = 0;
  for (const Page& page : pages) count += page.language == language ? 1 : 0;
  return count;
}

}  // namespace

LanguageListing list_languages(const Request& request) {
  const Request all = request_for_all(request);
  const Repository repository = open_for(all);
  const Plan plan = make_plan(repository, all, {}, Purpose::kList);
  const std::vector<Page> pages = considered_pages(plan, list_pages(repository.objects(), plan));
  const auto phase = repository.objects().measure(Phase::kPlan);
  const MilestoneBranches milestones(repository, plan.config);
  LanguageListing listing;
  listing.list.branch = {plan.branch.ref, plan.branch.commit.hex()};
  listing.list.source_language = plan.layout.source_language();
  for (const std::string& language : plan.languages) {
    listing.list.languages.push_back({language, plan.layout.language_root(language),
                                      count_pages(pages, language),
                                      newest_milestone(milestones, language, plan.base)});
  }
  listing.statistics = repository.objects().statistics();
  return listing;
}

}  // namespace l10n_drift
