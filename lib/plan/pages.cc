#include "plan/pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace l10n_drift {
namespace {

void list_sources(const Objects& objects, const Plan& plan, Pages& pages) {
  for (TreeFile& file : objects.list_files(plan.base.tree, plan.layout.source_root())) {
    if (!plan.layout.match_source(file.path) || file.path == kConfigName) continue;
    if (file.entry.kind() == EntryKind::kFile) {
      pages.sources.emplace(std::move(file.path), file.entry);
    } else {
      pages.linked_sources.insert(file.path);
      if (plan.considers(file.path)) pages.skipped.push_back(std::move(file.path));
    }
  }
}

void list_translations(const Objects& objects, const Plan& plan, const std::string& language,
                       Pages& pages) {
  for (TreeFile& file : objects.list_files(plan.branch.tree, plan.layout.language_root(language))) {
    std::string source = plan.layout.source_of(file.path);
    if (file.entry.kind() == EntryKind::kFile) {
      pages.translations.push_back({language, std::move(file.path), std::move(source), file.entry});
    } else if (plan.considers(source)) {
      pages.skipped.push_back(std::move(file.path));
    }
  }
}

}  // namespace

Pages list_pages(const Objects& objects, const Plan& plan) {
  const auto phase = objects.measure(Phase::kList);
  Pages pages;
  list_sources(objects, plan, pages);
  for (const std::string& language : plan.languages) {
    list_translations(objects, plan, language, pages);
  }
  std::sort(pages.translations.begin(), pages.translations.end(),
            [](const Page& a, const Page& b) { return a.path < b.path; });
  std::sort(pages.skipped.begin(), pages.skipped.end());
  return pages;
}

std::vector<Page> considered_pages(const Plan& plan, const Pages& pages) {
  std::vector<Page> considered;
  std::copy_if(pages.translations.begin(), pages.translations.end(), std::back_inserter(considered),
               [&](const Page& page) { return plan.considers(page.source); });
  return considered;
}

void warn_of_empty_selection(const Plan& plan, const Pages& pages, std::vector<Warning>& warnings) {
  if (plan.include.empty() && plan.exclude.empty()) return;
  const bool lets_sources_in =
      std::any_of(pages.sources.begin(), pages.sources.end(),
                  [&](const auto& source) { return plan.considers(source.first); });
  if (lets_sources_in || !considered_pages(plan, pages).empty()) return;
  warnings.push_back(
      {"no page is left: include and exclude let none in",
       fmt::format("globs are matched from the root, as '/{}/' is", plan.layout.source_root())});
}

}  // namespace l10n_drift
