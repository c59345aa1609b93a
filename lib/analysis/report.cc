#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/report_files.h"
#include "analysis/source_log.h"
#include "analysis/web_pages.h"
#include "git/repository.h"
#include "judge/parallel_run.h"
#include "l10n_drift/drift.h"
#include "plan/pages.h"
#include "plan/plan.h"
#include "text/shell.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

Report make_report(const Plan& plan, const Request& request, Pages pages,
                   std::vector<Judged> judged) {
  Report report;
  report.base = to_revision(plan.base);
  report.branch = to_revision(plan.branch);
  if (plan.since) report.since = to_revision(*plan.since);
  report.source_language = plan.layout.source_language();
  report.languages = plan.languages;
  report.with_commits = request.with_commits;
  report.diff_options = diff_options(request);
  fill_files(plan, request, pages, std::move(judged), report);
  report.skipped = std::move(pages.skipped);
  return report;
}

// What a shallow clone leaves open.
void warn_of_cut_history(const Report& report, const std::string& repository,
                         std::vector<Warning>& warnings) {
  const auto cut = static_cast<std::size_t>(
      std::count_if(report.files.begin(), report.files.end(), [](const FileReport& file) {
        return file.reason == kTouchIsCut || file.reason == kSourceIsCut;
      }));
  if (cut == 0) return;
  warnings.push_back({fmt::format("the clone is shallow: {} {} unknown, as its history does not "
                                  "reach back far enough",
                                  plural(cut, "translation"), cut == 1 ? "is" : "are"),
                      fmt::format("git -C {} fetch --unshallow", shell_quote(repository))});
}

}  // namespace

Analysis analyze(const Request& request, const Progress& progress) {
  const Repository repository = open_for(request);
  const Objects& objects = repository.objects();
  Plan plan = make_plan(repository, request);
  const ObjectId base = plan.base.commit;
  Pages pages = list_pages(objects, plan);
  std::vector<Judged> judged =
      judge_pages(objects, plan, pages, pages_to_judge(plan, pages), request.threads, progress);
  std::optional<WebPages> web;
  if (request.with_links && plan.languages.size() == 1) {
    web = find_web_pages(repository, plan, request.web_address);
  }
  std::vector<Warning> warnings = std::move(plan.warnings);
  warn_of_empty_selection(plan, pages, warnings);
  Report report = make_report(plan, request, std::move(pages), std::move(judged));
  warn_of_cut_history(report, request.repository, warnings);
  report.web = std::move(web);
  // Without all of history, links lead to whole histories.
  const bool is_linked = report.web && !objects.is_shallow();
  if (request.with_commits || is_linked) add_source_commits(objects, base, report);
  return {std::move(report), std::move(warnings), objects.statistics()};
}

}  // namespace l10n_drift
