#include "analysis/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/lost_objects_warning.h"
#include "analysis/report_files.h"
#include "analysis/source_log.h"
#include "analysis/web_pages.h"
#include "git/repository.h"
#include "judge/parallel_run.h"
#include "l10n_drift/drift.h"
#include "l10n_drift/error.h"
#include "plan/pages.h"
#include "plan/path_selection.h"
#include "plan/plan.h"
#include "plan/selection.h"
#include "text/shell.h"
#include "text/words.h"

namespace l10n_drift {
namespace {

std::string unshallow_command(const std::string& repository) {
  return fmt::format("git -C {} fetch --unshallow", shell_quote(repository));
}

Report fill_report(const Plan& plan, const ReportContents& contents, const PathSelection& selection,
                   Pages pages, std::vector<JudgedPair> judged) {
  ReportFiles files = choose_files(plan, contents, selection, pages, std::move(judged));
  Report report;
  report.base = to_revision(plan.base);
  report.branch = to_revision(plan.branch);
  if (plan.since) report.since = to_revision(*plan.since);
  report.issue_title = plan.config.issue.title;
  report.issue_intro = plan.config.issue.intro;
  // The Kubernetes website, and those that it was an example for.
  report.is_bug_report = plan.layout.source_root() == "content/" + plan.layout.source_language();
  report.with_blocks = plan.granularity == Granularity::kBlock;
  report.source_language = plan.layout.source_language();
  report.languages = plan.languages;
  report.with_commits = contents.with_commits;
  report.with_texts = contents.with_texts;
  report.diff_options = plan.diff_options;
  report.summaries = std::move(files.summaries);
  report.files = std::move(files.files);
  report.left_out = std::move(files.left_out);
  report.skipped = std::move(pages.skipped);
  report.left_aside = plan.left_aside;
  report.layout_notes = plan.finding.reasons;
  return report;
}

// Who names a page that nobody has translated shall not read that all is well.
void require_named(const PathSelection& selection, const ReportContents& contents,
                   const std::vector<JudgedPair>& judged) {
  if (selection.has_all() || contents.with_untranslated) return;
  const bool is_any = std::any_of(judged.begin(), judged.end(),
                                  [&](const JudgedPair& pair) { return selection.has(pair.file); });
  if (!is_any) throw Error("nobody has translated what is named", "--untranslated lists it");
}

// What a shallow clone leaves open; nothing if that is nothing.
std::optional<Warning> warn_of_cut_history(const Report& report, const std::string& repository) {
  const auto cut = static_cast<std::size_t>(
      std::count_if(report.files.begin(), report.files.end(), [](const FileReport& file) {
        return file.reason == kTouchIsCut || file.reason == kSourceIsCut ||
               file.reason == kRecordIsCut;
      }));
  if (cut == 0) return {};
  return Warning{fmt::format("the clone is shallow: {} {} unknown, as its history does not "
                             "reach back far enough",
                             plural(cut, "translation"), cut == 1 ? "is" : "are"),
                 unshallow_command(repository)};
}

}  // namespace

PlanRequest report_plan_request(const ReportRequest& request) {
  return {.purpose = Purpose::kReport,
          .comparison = request.comparison,
          .languages = request.languages,
          .since = request.since,
          .include = request.include,
          .exclude = request.exclude,
          .granularity = request.granularity,
          .with_texts = request.contents.with_texts,
          .allow_shallow = request.allow_shallow,
          .with_records = request.with_records,
          .named = request.paths};
}

Repository open_for_report(const ReportRequest& request) {
  Repository repository = open_for(report_plan_request(request));
  if (request.contents.with_commits && repository.objects().is_shallow()) {
    throw Error("--commits needs the whole history, and the clone is shallow",
                unshallow_command(request.comparison.repository));
  }
  return repository;
}

PlannedReport make_report(const Repository& repository, const ReportRequest& request,
                          const Progress& progress) {
  const ReportContents& contents = request.contents;
  const Objects& objects = repository.objects();
  auto [plan, warnings] = make_plan(repository, report_plan_request(request));
  Pages pages = list_pages(objects, plan);
  require_sources(plan, pages);
  require_selection(plan, pages,
                    contents.with_untranslated ? Untranslated::kAsked : Untranslated::kNotAsked);
  const PathSelection selection(repository, plan, pages, request.paths);
  const std::vector<Page> translations = translations_to_judge(plan, selection, pages);
  std::vector<JudgedPair> judged =
      judge_pairs(objects, {plan, plan.base, pages, translations}, request.threads, progress);
  require_named(selection, contents, judged);
  std::optional<WebPages> web;
  if (contents.with_links && plan.languages.size() == 1) {
    web = find_web_pages(repository, plan.base, plan.branch, contents.web_address);
  }
  const auto add = [&all = warnings](std::optional<Warning> warning) {
    if (warning) all.push_back(*std::move(warning));
  };
  for (Warning& warning : warn_of_translation_globs(plan, pages)) add(std::move(warning));
  add(warn_of_lost_objects(judged));
  Report report = fill_report(plan, contents, selection, std::move(pages), std::move(judged));
  add(warn_of_cut_history(report, request.comparison.repository));
  report.base.date = objects.describe(plan.base.commit).date;
  report.branch.date = objects.describe(plan.branch.commit).date;
  report.web = std::move(web);
  // Without all of history, links lead to whole histories.
  const bool is_linked = report.web && !objects.is_shallow();
  if (contents.with_commits || is_linked) {
    auto logs = find_source_logs(objects, plan.base.commit, plan.ignored_commits, report.files,
                                 {.commits = contents.with_commits, .day_before_drift = is_linked});
    for (std::size_t i = 0; i < logs.size(); ++i) {
      report.files[i].commits = std::move(logs[i].commits);
      report.files[i].day_before_drift = std::move(logs[i].day_before_drift);
    }
  }
  return {{std::move(report), std::move(warnings), objects.statistics()}, std::move(plan)};
}

Analysis analyze(const ReportRequest& request, const Progress& progress) {
  return make_report(open_for_report(request), request, progress).analysis;
}

}  // namespace l10n_drift
