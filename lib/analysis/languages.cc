#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "analysis/language_entries.h"
#include "plan/milestone_branches.h"
#include "plan/pages.h"
#include "plan/selection.h"

namespace l10n_drift {
namespace {

std::optional<NewestMilestone> newest_milestone(const MilestoneBranches& milestones,
                                                const std::string& language,
                                                const ResolvedRevision& base) {
  const auto newest = milestones.newest(language, base);
  if (!newest) return {};
  NewestMilestone milestone{to_revision(newest->revision), {}};
  if (newest->merged != Reach::kUnknown) milestone.merged = newest->merged == Reach::kYes;
  return milestone;
}

std::size_t count_pages(const std::vector<Page>& pages, const std::string& language) {
  std::size_t count = 0;
  for (const Page& page : pages) count += page.language == language ? 1 : 0;
  return count;
}

// Where the layout has the pages of a language, by the first of its rules that has any.
std::string place_of(const Layout& layout, const std::vector<Page>& pages,
                     const std::string& language) {
  std::size_t first = layout.rules().size();
  for (const Page& page : pages) {
    if (page.language == language) first = std::min(first, layout.rule_of(page.path));
  }
  return layout.place_of(language, first == layout.rules().size() ? 0 : first);
}

}  // namespace

std::vector<LanguageEntry> language_entries(const Repository& repository, const Plan& plan) {
  const Objects& objects = repository.objects();
  const Pages all = list_pages(objects, plan);
  require_sources(plan, all);
  const std::vector<Page> pages = considered_pages(plan, all);
  const auto phase = objects.measure(Phase::kPlan);
  const MilestoneBranches milestones(repository, plan.config);
  std::vector<LanguageEntry> entries;
  for (const std::string& language : plan.languages) {
    entries.push_back({language, place_of(plan.layout, pages, language),
                       count_pages(pages, language),
                       newest_milestone(milestones, language, plan.base)});
  }
  return entries;
}

LanguageListing list_languages(const LanguagesRequest& request) {
  const PlanRequest wanted{.purpose = Purpose::kList,
                           .comparison = request.comparison,
                           .languages = request.languages,
                           .allow_shallow = true};
  const Repository repository = open_for(wanted);
  const Plan plan = make_plan(repository, wanted).plan;
  LanguageListing listing;
  listing.list.languages = language_entries(repository, plan);
  listing.list.branch = to_revision(plan.branch);
  listing.list.source_language = plan.layout.source_language();
  listing.list.left_aside = plan.left_aside;
  listing.layout_notes = plan.finding.reasons;
  listing.statistics = repository.objects().statistics();
  return listing;
}

}  // namespace l10n_drift
