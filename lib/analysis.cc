#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "git/repository.h"
#include "judged_pages.h"
#include "l10n_drift/drift.h"
#include "pages.h"
#include "plan.h"
#include "source_log.h"

namespace l10n_drift {
namespace {

std::vector<FileReport> untranslated_files(const Plan& plan, const Pages& pages,
                                           const std::vector<FileReport>& files) {
  std::set<std::pair<std::string, std::string>> known;
  for (const FileReport& file : files) {
    known.emplace(file.language, file.source);
    if (file.renamed_to) known.emplace(file.language, *file.renamed_to);
  }
  std::vector<FileReport> missing;
  for (const std::string& language : plan.languages) {
    for (const auto& [source, entry] : pages.sources) {
      if (known.contains({language, source})) continue;
      if (plan.ignore_reason(source)) continue;
      FileReport file;
      file.language = language;
      file.source = source;
      file.translation = plan.layout.translation_of(source, language);
      // A link in the translation's place is no page, and yet nobody shall write one there.
      if (std::binary_search(pages.skipped.begin(), pages.skipped.end(), file.translation))
        continue;
      file.status = Status::kUntranslated;
      missing.push_back(std::move(file));
    }
  }
  return missing;
}

Revision to_revision(const ResolvedRevision& revision) {
  return {revision.ref, revision.commit.hex()};
}

Report make_report(const Plan& plan, const Request& request, Pages pages,
                   std::vector<Judged> judged) {
  Report report;
  report.base = to_revision(plan.base);
  report.branch = to_revision(plan.branch);
  if (plan.since) report.since = to_revision(*plan.since);
  report.source_language = plan.layout.source_language();
  report.languages = plan.languages;
  report.with_commits = request.with_commits;
  if (request.config_file) report.diff_options = {"--config", *request.config_file};
  if (request.source_language) {
    report.diff_options.insert(report.diff_options.end(),
                               {"--source-lang", *request.source_language});
  }
  for (Judged& pair : judged) report.files.push_back(std::move(pair.file));
  std::vector<FileReport> missing = untranslated_files(plan, pages, report.files);
  report.summaries = summarize(plan.languages, report.files);
  for (const FileReport& file : missing) ++report.summaries[file.language].untranslated;
  if (request.with_untranslated) {
    std::move(missing.begin(), missing.end(), std::back_inserter(report.files));
    std::sort(
        report.files.begin(), report.files.end(),
        [](const FileReport& a, const FileReport& b) { return a.translation < b.translation; });
  }
  report.skipped = std::move(pages.skipped);
  return report;
}

// Globs are easily written as if they began at the sources' folder.
void warn_of_empty_selection(const Plan& plan, const Pages& pages, std::vector<Warning>& warnings) {
  if (!pages.translations.empty() || (plan.include.empty() && plan.exclude.empty())) return;
  warnings.push_back({"no page is left: include and exclude let none in",
                      fmt::format("globs are matched from the root: --include '/{}/'",
                                  plan.layout.source_root())});
}

}  // namespace

Analysis analyze(const Request& request, const Progress& progress) {
  const Repository repository = Repository::open(request.repository);
  Plan plan = make_plan(repository, request);
  const ObjectId base = plan.base.commit;
  Pages pages = list_pages(repository, plan);
  std::vector<Judged> judged =
      judge_pages(repository, plan, pages, pages.translations, request.threads, progress);
  std::vector<Warning> warnings = std::move(plan.warnings);
  warn_of_empty_selection(plan, pages, warnings);
  Report report = make_report(plan, request, std::move(pages), std::move(judged));
  if (request.with_commits) add_source_commits(repository, base, report);
  return {std::move(report), std::move(warnings), repository.statistics()};
}

}  // namespace l10n_drift
